import { describe, expect, it } from 'vitest'
import { articleBodySchema, type Block } from '../article-body'
import { blockIdOf, withBlockId } from './block-ids'
import { type ArticleContent, mergeContent } from './merge-content'
import { chanceOf, randomContent, randomEdit, wordsIn, writerOf } from './random-edits'
import { resolve } from './resolve'
import { canonical } from './sameness'

const content = (paragraphs: string[], fields: Partial<ArticleContent> = {}): ArticleContent => ({
  ...randomContent(chanceOf(1), writerOf('w')),
  body: { type: 'doc', content: paragraphs.map((text, at) => block(`b${at}`, text)) },
  ...fields,
})
const block = (id: string, text: string): Block =>
  withBlockId({ type: 'paragraph', content: text ? [{ type: 'text', text }] : [] }, id)
const texts = (merged: ArticleContent) =>
  merged.body.content.map((one) => (one as { content: { text: string }[] }).content.map(({ text }) => text).join(''))
const blocks = (base: ArticleContent, change: (content: Block[]) => Block[]): ArticleContent => ({
  ...base,
  body: { type: 'doc', content: change([...base.body.content]) },
})

describe('mergeContent', () => {
  const base = content(['The dam held until ten.', 'Nobody was hurt.', 'An inquiry begins on Monday.'])

  it('keeps a change of one field and a change of another', () => {
    const merged = mergeContent(base, { ...base, headline: 'Theirs' }, { ...base, section: 'politics' })
    expect(merged).toEqual({ content: { ...base, headline: 'Theirs', section: 'politics' }, clashes: [] })
  })

  it('keeps changes of one headline that do not touch', () => {
    const headed = content([], { headline: 'Ministers knew of risk before the dam failed' })
    const theirs = { ...headed, headline: 'Three ministers knew of risk before the dam failed' }
    const mine = { ...headed, headline: 'Ministers knew of risk years before the dam failed' }
    expect(mergeContent(headed, theirs, mine).content.headline).toBe(
      'Three ministers knew of risk years before the dam failed',
    )
  })

  it('shows a field that both changed otherwise', () => {
    const { clashes, content: merged } = mergeContent(
      base,
      { ...base, section: 'world' },
      { ...base, section: 'politics' },
    )
    expect(clashes).toEqual([{ is: 'field', field: 'section', theirs: 'world', mine: 'politics' }])
    expect(merged.section).toBe('world')
  })

  it('keeps words that two people changed in one paragraph', () => {
    const theirs = blocks(base, ([, ...rest]) => [block('b0', 'The old dam held until ten.'), ...rest])
    const mine = blocks(base, ([, ...rest]) => [block('b0', 'The dam held until eleven.'), ...rest])
    const { clashes, content: merged } = mergeContent(base, theirs, mine)
    expect(clashes).toEqual([])
    expect(texts(merged)[0]).toBe('The old dam held until eleven.')
  })

  it('shows the one paragraph in which both changed the same word, and keeps all else', () => {
    const theirs = blocks(base, ([, ...rest]) => [
      block('b0', 'The dam held until nine.'),
      ...rest,
      block('t', 'Their end.'),
    ])
    const mine = blocks(base, ([, ...rest]) => [
      block('b0', 'The dam held until eleven.'),
      ...rest,
      block('m', 'My end.'),
    ])
    const { clashes, content: merged } = mergeContent(base, theirs, mine)
    expect(clashes).toEqual([
      {
        is: 'block',
        id: 'b0',
        theirs: block('b0', 'The dam held until nine.'),
        mine: block('b0', 'The dam held until eleven.'),
      },
    ])
    expect(texts(merged).slice(-2).sort()).toEqual(['My end.', 'Their end.'])
    expect(texts(resolve(merged, clashes[0] as never, 'mine'))[0]).toBe('The dam held until eleven.')
    expect(texts(resolve(merged, clashes[0] as never, 'both')).slice(0, 2)).toEqual([
      'The dam held until nine.',
      'The dam held until eleven.',
    ])
  })

  it('takes out what one side took out, and asks when the other changed it meanwhile', () => {
    const without = blocks(base, (all) => all.slice(1))
    expect(texts(mergeContent(base, without, base).content)).toEqual(texts(without))
    const changed = blocks(base, ([, ...rest]) => [block('b0', 'The dam held until nine.'), ...rest])
    const { clashes, content: merged } = mergeContent(base, without, changed)
    expect(clashes).toEqual([{ is: 'block', id: 'b0', theirs: null, mine: block('b0', 'The dam held until nine.') }])
    expect(texts(merged)).toHaveLength(3)
    expect(texts(resolve(merged, clashes[0] as never, 'theirs'))).toEqual(texts(without))
  })

  it('keeps a move and a change of what was moved', () => {
    const moved = blocks(base, ([first, second, third]) => [third, first, second] as Block[])
    const changed = blocks(
      base,
      ([first, second]) => [first, second, block('b2', 'An inquiry begins on Tuesday.')] as Block[],
    )
    expect(texts(mergeContent(base, moved, changed).content)).toEqual([
      'An inquiry begins on Tuesday.',
      'The dam held until ten.',
      'Nobody was hurt.',
    ])
  })

  it('keeps both tags and both bylines', () => {
    const theirs = { ...base, tags: [...base.tags, 'Dam'], bylines: ['Wren', 'Ana'] }
    const mine = { ...base, tags: ['Floods', ...base.tags], bylines: ['Owen', 'Wren'] }
    const merged = mergeContent(base, theirs, mine).content
    expect(merged.tags).toEqual(['Floods', ...base.tags, 'Dam'])
    expect(merged.bylines).toEqual(['Owen', 'Wren', 'Ana'])
  })

  it('matches blocks that lost their ids by what they say', () => {
    const theirs = blocks(
      base,
      ([first, ...rest]) => [first, block('x', 'A new paragraph of theirs.'), ...rest] as Block[],
    )
    const bare = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] })
    const mine = blocks(base, () => [
      bare('The dam held until eleven.'),
      bare('Nobody was hurt.'),
      bare('An inquiry begins on Monday.'),
    ])
    const { clashes, content: merged } = mergeContent(base, theirs, mine)
    expect(clashes).toEqual([])
    expect(merged.body.content.map(blockIdOf)).toEqual(['b0', 'x', 'b1', 'b2'])
    expect(texts(merged)[0]).toBe('The dam held until eleven.')
  })

  it('merges deep in a list', () => {
    const list = (...lines: string[]): Block => ({
      type: 'bulletList',
      attrs: { id: 'l' },
      content: lines.map((text) => ({
        type: 'listItem',
        content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
      })),
    })
    const began = blocks(base, () => [list('One thing.', 'Another thing.')])
    const theirs = blocks(base, () => [list('One big thing.', 'Another thing.')])
    const mine = blocks(base, () => [list('One thing.', 'Another small thing.', 'A third.')])
    const { clashes, content: merged } = mergeContent(began, theirs, mine)
    expect(clashes).toEqual([])
    expect(merged.body.content).toEqual([list('One big thing.', 'Another small thing.', 'A third.')])
  })
})

describe('what two people change in one block that holds others', () => {
  const base = content([])
  const paragraph = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] })
  const list = (...items: string[]): Block => ({
    type: 'bulletList',
    attrs: { id: 'l' },
    content: items.map((text) => ({ type: 'listItem', content: [paragraph(text)] })),
  })
  const table = (...rows: string[][]): Block => ({
    type: 'table',
    attrs: { id: 't', caption: '' },
    content: rows.map((cells) => ({
      type: 'tableRow',
      content: cells.map((text) => ({
        type: 'tableCell',
        attrs: { colspan: 1, rowspan: 1, align: null },
        content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
      })),
    })),
  })
  const gallery = (...captions: [alt: string, caption: string, credit: string][]): Block => ({
    type: 'gallery',
    attrs: {
      id: 'g',
      title: 'The flood',
      pictures: captions.map(([alt, caption, credit], at) => ({ media: at + 1, alt, caption, credit })),
    },
  })
  const cases: [string, was: Block, theirs: Block, mine: Block, both: Block][] = [
    [
      'words of one item',
      list('The dam held until ten.', 'Nobody was hurt.'),
      list('The old dam held until ten.', 'Nobody was hurt.'),
      list('The dam held until eleven.', 'Nobody was hurt.'),
      list('The old dam held until eleven.', 'Nobody was hurt.'),
    ],
    [
      'an item and a new one',
      list('The dam held until ten.', 'Nobody was hurt.'),
      list('The dam held until ten.', 'Nobody was hurt.', 'An inquiry begins.'),
      list('The dam held until eleven.', 'Nobody was hurt.'),
      list('The dam held until eleven.', 'Nobody was hurt.', 'An inquiry begins.'),
    ],
    [
      'a cell each of one row',
      table(['Town', 'Dead'], ['Marram', '2'], ['Skerry', '4']),
      table(['Town', 'Dead'], ['Marram', '3'], ['Skerry', '4']),
      table(['Town', 'Dead'], ['Marram Bay', '2'], ['Skerry', '4']),
      table(['Town', 'Dead'], ['Marram Bay', '3'], ['Skerry', '4']),
    ],
    [
      'a cell and a new row',
      table(['Town', 'Dead'], ['Marram', '2']),
      table(['Town', 'Dead'], ['Marram', '2'], ['Skerry', '4']),
      table(['Town', 'Dead'], ['Marram', '3']),
      table(['Town', 'Dead'], ['Marram', '3'], ['Skerry', '4']),
    ],
    [
      'words of the pictures of a gallery',
      gallery(['A boat', 'A boat at ten.', 'Ana'], ['A dam', 'The dam.', 'Ana']),
      gallery(['A boat', 'A boat at ten in June.', 'Ana'], ['A dam', 'The dam.', 'Ana']),
      gallery(['A red boat', 'The boat at ten.', 'Ana'], ['A dam', 'The dam.', 'Owen']),
      gallery(['A red boat', 'The boat at ten in June.', 'Ana'], ['A dam', 'The dam.', 'Owen']),
    ],
  ]
  const of = (block: Block) => blocks(base, () => [block])
  it.each(cases)('keeps %s', (_, was, theirs, mine, both) => {
    for (const [one, other] of [
      [theirs, mine],
      [mine, theirs],
    ] as const)
      expect(mergeContent(of(was), of(one), of(other))).toEqual({ content: of(both), clashes: [] })
  })
})

describe('for any edits of two people', () => {
  const cases = Array.from({ length: 400 }, (_, seed) => {
    const chance = chanceOf(seed + 1)
    const base = randomContent(chance, writerOf('b'))
    const edited = (name: string) => {
      const word = writerOf(name)
      let content = base
      for (let count = chance.below(8); count >= 0; count -= 1) content = randomEdit(content, chance, word)
      return content
    }
    return { seed, base, theirs: edited('t'), mine: edited('m') }
  })

  it('no word is lost that nobody took out', () => {
    for (const { seed, base, theirs, mine } of cases) {
      const [was, their, my] = [base, theirs, mine].map(wordsIn) as [Set<string>, Set<string>, Set<string>]
      const kept = wordsIn(mergeContent(base, theirs, mine))
      for (const word of was) if (their.has(word) && my.has(word)) expect(kept.has(word), `${seed}: ${word}`).toBe(true)
      for (const word of [...their, ...my]) if (!was.has(word)) expect(kept.has(word), `${seed}: ${word}`).toBe(true)
    }
  })

  it('one that did nothing leaves the other as it is', () => {
    for (const { seed, base, theirs } of cases) {
      expect(mergeContent(base, theirs, base), `${seed}`).toEqual({ content: theirs, clashes: [] })
      expect(mergeContent(base, base, theirs), `${seed}`).toEqual({ content: theirs, clashes: [] })
      expect(mergeContent(base, theirs, theirs), `${seed}`).toEqual({ content: theirs, clashes: [] })
    }
  })

  it('it makes no difference who was first', () => {
    let clean = 0
    for (const { seed, base, theirs, mine } of cases) {
      const [one, other] = [mergeContent(base, theirs, mine), mergeContent(base, mine, theirs)]
      expect(one.clashes.length, `${seed}`).toBe(other.clashes.length)
      if (one.clashes.length > 0) continue
      clean += 1
      expect(canonical(one.content), `${seed}`).toBe(canonical(other.content))
      expect(one.content.body.content.map(blockIdOf)).toEqual(other.content.body.content.map(blockIdOf))
    }
    expect(clean).toBeGreaterThan(100)
  })

  it('the outcome is a body that can be stored', () => {
    for (const { seed, base, theirs, mine } of cases) {
      const { content: merged } = mergeContent(base, theirs, mine)
      expect(articleBodySchema.safeParse(merged.body).error, `${seed}`).toBeUndefined()
      const ids = merged.body.content.map(blockIdOf)
      expect(new Set(ids).size, `${seed}`).toBe(ids.length)
    }
  })

  it('every clash, decided, leaves the words that were chosen', () => {
    for (const { seed, base, theirs, mine } of cases) {
      const { content: merged, clashes } = mergeContent(base, theirs, mine)
      let decided = merged
      for (const clash of clashes) decided = resolve(decided, clash, 'both')
      const kept = wordsIn(decided)
      for (const word of wordsIn(clashes.filter(({ is }) => is === 'block'))) {
        if (word === 'block') continue
        expect(kept.has(word), `${seed}: ${word}`).toBe(true)
      }
    }
  })
})
