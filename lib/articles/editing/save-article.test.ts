import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import { articles, revisions, sections } from '@/db/schema/articles'
import { people } from '@/db/schema/people'
import { type FreshDatabase, openFreshDatabase } from '../../operating/fresh-database'
import { Refused, type Role, unsafeOperator, unsafeViewer, type Viewer } from '../../people/viewer'
import { type ChangeKey, onChange, write } from '../../write'
import type { ArticleBody, Block } from '../article-body'
import { createArticle } from '../article-commands'
import { submit } from '../desk-commands'
import type { ArticleContent } from '../merge/merge-content'
import { chanceOf, randomContent, randomEdit, wordsIn, writerOf } from '../merge/random-edits'
import { publish } from '../publishing-commands'
import { holdArticle, letGo } from './article-lock'
import { openArticle } from './desk-content'
import { saveArticle } from './save-article'
import type { SaveInput } from './save-input'

const house = unsafeOperator()
let fresh: FreshDatabase
let wren: Viewer
let ana: Viewer
let ed: Viewer
let saves = 0

beforeEach(async () => {
  fresh = openFreshDatabase()
  const made = async (id: number, name: string, role: Role) => {
    const email = `${name}@news.example`
    await write(async (tx) => {
      await tx.insert(people).values({ id, name, email, mailbox: email, role })
    })
    return unsafeViewer({ id, name, role })
  }
  ;[wren, ana, ed] = [await made(1, 'Wren', 'author'), await made(2, 'Ana', 'author'), await made(3, 'Ed', 'editor')]
  await write(async (tx) => {
    await tx.insert(sections).values([
      { slug: 'news', name: 'News' },
      { slug: 'world', name: 'World' },
    ])
  })
})
afterEach(() => fresh.close())

const text = (words: string, id?: string): Block => ({
  type: 'paragraph',
  ...(id && { attrs: { id } }),
  content: [{ type: 'text', text: words }],
})
const bodyOf = (...blocks: Block[]): ArticleBody => ({ type: 'doc', content: blocks })
const draft = () =>
  createArticle(wren, {
    ...{ section: 'news', language: 'en', headline: 'The dam failed', bylines: ['Wren'] },
    body: bodyOf(text('The dam held until ten.'), text('Nobody was hurt.')),
  })
const save = async (viewer: Viewer, id: number, change: Partial<ArticleContent>, more: Partial<SaveInput> = {}) => {
  const { content, row } = await openArticle(house, id)
  saves += 1
  const input = { saveId: `save-${saves}-xx`, baseRevision: row.revision, content: { ...content, ...change }, ...more }
  return saveArticle(viewer, id, input as SaveInput)
}
const current = async (id: number) => (await openArticle(house, id)).content
const words = ({ body }: ArticleContent) =>
  body.content.map((block) => (block as { content: { text: string }[] }).content[0]?.text)

describe('saveArticle', () => {
  it('saves a draft of one’s own as a new revision', async () => {
    const { id } = await draft()
    const saved = await save(wren, id, {
      headline: 'The dam held',
      tags: ['Dam', 'Floods'],
      bylines: ['Wren', 'A Guest'],
    })
    expect(saved).toMatchObject({ outcome: 'saved', revision: 2 })
    expect(await current(id)).toMatchObject({
      headline: 'The dam held',
      tags: ['Dam', 'Floods'],
      bylines: ['Wren', 'A Guest'],
    })
    const rows = await database().select().from(revisions).where(eq(revisions.articleId, id))
    expect(rows.map(({ number, reason, personId }) => [number, reason, personId])).toEqual([
      [1, 'created', 1],
      [2, 'autosave', 1],
    ])
  })

  it('writes nothing when nothing changed', async () => {
    const { id } = await draft()
    expect(await save(wren, id, {})).toMatchObject({ outcome: 'saved', revision: 1, content: null })
    expect(await save(wren, id, {})).toMatchObject({ revision: 1 })
  })

  it('keeps a text without a headline, and the words that search engines get', async () => {
    const { id } = await draft()
    await save(wren, id, {
      headline: '',
      seoTitle: 'Dam failure',
      seoDescription: 'What we know',
      socialHeadline: 'Ten o’clock',
    })
    expect(await current(id)).toMatchObject({ headline: '', seoTitle: 'Dam failure', seoDescription: 'What we know' })
  })

  it('answers the same save as it did the first time, whatever came between', async () => {
    const { id } = await draft()
    const { content } = await openArticle(wren, id)
    const input: SaveInput = { saveId: 'the-same-one', baseRevision: 1, content: { ...content, headline: 'Once' } }
    const first = await saveArticle(wren, id, input)
    await save(ed, id, { standfirst: 'Between.' })
    expect(await saveArticle(wren, id, input)).toMatchObject({
      outcome: 'saved',
      revision: 2,
      savedAt: (first as { savedAt: Date }).savedAt,
    })
    expect(await current(id)).toMatchObject({ headline: 'Once', standfirst: 'Between.' })
    expect((await openArticle(house, id)).row.revision).toBe(3)
  })

  it('does not take another’s save id for its own', async () => {
    const { id } = await draft()
    await save(wren, id, { headline: 'Hers' }, { saveId: 'taken-one' })
    await save(ed, id, { headline: 'His' }, { saveId: 'taken-one' })
    expect(await current(id)).toMatchObject({ headline: 'His' })
  })

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

  it('takes a body as what is left of its base', async () => {
    const { id } = await draft()
    const { content } = await openArticle(wren, id)
    const parts = [text('New first.', 'n1'), [1, 2] as [number, number]]
    const input = {
      saveId: 'patched-one',
      baseRevision: 1,
      content: { ...content, body: { type: 'patch' as const, parts } },
    }
    expect(await saveArticle(wren, id, input)).toMatchObject({ outcome: 'saved', revision: 2 })
    expect(words(await current(id))).toEqual(['New first.', 'Nobody was hurt.'])
    const beyond = {
      ...input,
      saveId: 'patched-two',
      content: { ...input.content, body: { type: 'patch' as const, parts: [[0, 9] as [number, number]] } },
    }
    await expect(saveArticle(wren, id, beyond)).rejects.toThrow('Send the whole text.')
  })

  it('drops no page of readers while nobody can read it', async () => {
    const heard: ChangeKey[] = []
    const { id } = await draft()
    const stop = onChange((keys) => void heard.push(...keys))
    await save(wren, id, { headline: 'Not yet', slug: 'not-yet', section: 'world', tags: ['#Dam'], bylines: ['Ana'] })
    expect(heard).toEqual([])
    await publish(ed, id)
    expect(heard).toEqual(
      expect.arrayContaining([`article:${id}`, 'slug:not-yet', 'section:world', 'tag:dam', 'author:ana', 'latest']),
    )
    heard.splice(0)
    await save(ed, id, { headline: 'Of a live one' })
    expect(heard).toEqual([])
    stop()
  })

  it('leaves a live article as readers have it', async () => {
    const { id } = await draft()
    await publish(ed, id)
    await save(ed, id, { headline: 'Not yet' })
    const [row] = await database().select().from(articles).where(eq(articles.id, id))
    expect(row).toMatchObject({ headline: 'The dam failed', state: 'published' })
    expect(await openArticle(ed, id)).toMatchObject({
      isLive: true,
      hasChangesNotLive: true,
      content: { headline: 'Not yet' },
    })
  })

  it('a late autosave does not take a published article back', async () => {
    const { id } = await draft()
    const { content } = await openArticle(wren, id)
    await publish(ed, id)
    await saveArticle(ed, id, { saveId: 'a-late-one', baseRevision: 1, content: { ...content, standfirst: 'Late.' } })
    expect(await openArticle(ed, id)).toMatchObject({
      row: { state: 'published', standfirst: '' },
      hasChangesNotLive: true,
    })
  })

  it('refuses whoever may not', async () => {
    const { id } = await draft()
    await expect(save(ana, id, { headline: 'Ana' })).rejects.toThrow(Refused)
    await expect(openArticle(ana, id)).rejects.toThrow(Refused)
    for (const role of ['reader', 'commenter', 'moderator'] as const)
      await expect(save(unsafeViewer({ id: 9, name: 'X', role }), id, { headline: 'X' })).rejects.toThrow(Refused)
    const outsider = unsafeViewer({ id: 9, name: 'X', role: 'commenter' })
    await expect(saveArticle(outsider, id, {} as never)).rejects.toThrow(Refused)
    const limited = unsafeViewer({ id: 3, name: 'Ed', role: 'editor', sections: [2] })
    await expect(save(limited, id, { headline: 'X' })).rejects.toThrow(Refused)
    const inNews = unsafeViewer({ id: 3, name: 'Ed', role: 'editor', sections: [1] })
    await expect(save(inNews, id, { section: 'world' })).rejects.toThrow(Refused)
    await publish(ed, id)
    await expect(save(wren, id, { headline: 'X' })).rejects.toThrow(Refused)
    expect(await current(id)).toMatchObject({ headline: 'The dam failed' })
  })

  it('says what is wrong with what cannot be kept', async () => {
    const { id } = await draft()
    await expect(save(wren, id, { section: 'nowhere' })).rejects.toThrow('There is no section “nowhere”.')
    await expect(save(wren, id, {}, { baseRevision: 7 })).rejects.toThrow('has no revision 7')
    const image: Block = { type: 'image', attrs: { media: 99, alt: '', caption: '', credit: '' } }
    await expect(save(wren, id, { body: bodyOf(image) })).rejects.toThrow('There is no picture 99.')
    await expect(save(wren, id, { body: { type: 'doc', content: [{ type: 'script' }] } as never })).rejects.toThrow()
    const link = { type: 'link', attrs: { href: 'javascript:alert(1)' } }
    const linked = { type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [link] }] }
    await expect(save(wren, id, { body: { type: 'doc', content: [linked] } as never })).rejects.toThrow()
    expect((await openArticle(house, id)).row.revision).toBe(1)
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
        saves += 1
        const answer = await saveArticle(ed, id, {
          saveId: `property-${saves}`,
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
