import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FreshDatabase } from '../../operating/fresh-database'
import { Refused } from '../../people/viewer'
import type { Block } from '../article-body'
import { createArticle } from '../article-commands'
import { submit } from '../desk-commands'
import type { ArticleContent } from '../merge/merge-content'
import { chanceOf, randomContent, randomEdit, wordsIn, writerOf } from '../merge/random-edits'
import { holdArticle, letGo } from './article-lock'
import { openArticle } from './desk-content'
import { saveArticle } from './save-article'
import { bodyOf, current, draft, ed, openDesk, save, text, words, wren } from './test-desk'

let fresh: FreshDatabase
beforeEach(async () => {
  fresh = await openDesk()
})
afterEach(() => fresh.close())

describe('saveArticle, of several people', () => {
  it('merges a save on an old base, and says what the article says now', async () => {
    const { id } = await draft()
    const { content } = await openArticle(wren, id)
    const [first, second] = content.body.content as [Block, Block]
    const changed = (block: Block, line: string) => ({ ...block, content: [{ type: 'text', text: line }] }) as Block
    await save(ed, id, { body: bodyOf(changed(first, 'The old dam held until ten.'), second) })
    const mine = {
      ...content,
      standfirst: 'Mine.',
      body: bodyOf(changed(first, 'The dam held until eleven.'), second, text('More.')),
    }
    const saved = await saveArticle(wren, id, { saveId: 'stale-one', baseRevision: 1, content: mine })
    expect(saved).toMatchObject({ outcome: 'saved', revision: 3, content: { standfirst: 'Mine.' } })
    expect(words(await current(id))).toEqual(['The old dam held until eleven.', 'Nobody was hurt.', 'More.'])
  })

  it('gives a clash back with both sides, and saves nothing of it', async () => {
    const { id } = await draft()
    const { content } = await openArticle(wren, id)
    const [first, second] = content.body.content as [Block, Block]
    const changed = (line: string) => bodyOf({ ...first, content: [{ type: 'text', text: line }] } as Block, second)
    await save(ed, id, { body: changed('The dam held until nine.') })
    const mine = { ...content, body: changed('The dam held until eleven.') }
    const answer = await saveArticle(wren, id, { saveId: 'clashing-one', baseRevision: 1, content: mine })
    expect(answer).toMatchObject({ outcome: 'clash', revision: 2, by: 'Ed', clashes: [{ is: 'block', id: 'p0' }] })
    expect(wordsIn(answer)).toContain('eleven')
    expect(words(await current(id))[0]).toBe('The dam held until nine.')
    // Decided, it is a save on what the others have.
    const decided = await saveArticle(wren, id, { saveId: 'decided-one', baseRevision: 2, content: mine })
    expect(decided).toMatchObject({ outcome: 'saved', revision: 3 })
  })

  it('holds an article for one person until it is let go', async () => {
    const { id } = await draft()
    await submit(wren, id)
    await holdArticle(ed, id, 'With the lawyers')
    await expect(save(wren, id, { headline: 'X' })).rejects.toThrow('Ed holds this article: With the lawyers')
    expect(await openArticle(wren, id)).toMatchObject({ mayWrite: false, lock: { by: 'Ed' } })
    await save(ed, id, { headline: 'By Ed' })
    await expect(letGo(wren, id)).rejects.toThrow(Refused)
    await letGo(ed, id)
    await save(wren, id, { headline: 'By Wren' })
    expect(await current(id)).toMatchObject({ headline: 'By Wren' })
  })

  it('loses no word of four people in any order', async () => {
    for (let seed = 1; seed <= 6; seed += 1) {
      const chance = chanceOf(seed)
      const began = randomContent(chance, writerOf('base'))
      const content = {
        ...began,
        leadImage: null,
        body: {
          ...began.body,
          content: began.body.content.filter(({ type }) => type !== 'image' && type !== 'gallery'),
        },
      }
      const { id } = await createArticle(ed, { ...content, slug: null })
      const writers = ['p', 'q', 'r', 's'].map((name) => ({
        word: writerOf(name),
        base: 1,
        content: content as ArticleContent,
        acknowledged: new Set<string>(),
        own: new Set<string>(),
      }))
      const deleted = new Set<string>()
      for (let turn = 0; turn < 40; turn += 1) {
        const writer = chance.pick(writers)
        const opened = writer.content
        const next = noPictures(randomEdit(opened, chance, writer.word))
        for (const word of wordsIn(opened)) if (!wordsIn(next).has(word)) deleted.add(word)
        writer.content = next
        if (chance.below(3) > 0) continue
        const answer = await saveArticle(ed, id, {
          saveId: `property-${seed}-${turn}`,
          baseRevision: writer.base,
          content: next,
        })
        if (answer.outcome === 'saved') {
          for (const word of wordsIn(next)) writer.acknowledged.add(word)
          Object.assign(writer, { base: answer.revision, content: answer.content ?? next })
        } else {
          // Whoever is asked keeps both.
          const all = wordsIn(answer)
          for (const word of wordsIn(next)) expect(all.has(word) || deleted.has(word), `${seed}: ${word}`).toBe(true)
          Object.assign(writer, { base: answer.revision, content: answer.content })
          for (const word of wordsIn(next)) if (!wordsIn(answer.content).has(word)) deleted.add(word)
        }
      }
      const kept = wordsIn(await current(id))
      for (const { acknowledged } of writers)
        for (const word of acknowledged) expect(kept.has(word) || deleted.has(word), `${seed}: ${word}`).toBe(true)
    }
  })
})

function noPictures(content: ArticleContent): ArticleContent {
  const blocks = content.body.content.filter(({ type }) => type !== 'image' && type !== 'gallery')
  return { ...content, body: { type: 'doc', content: blocks } }
}
