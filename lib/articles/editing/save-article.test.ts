import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import { articles, revisions } from '@/db/schema/articles'
import type { FreshDatabase } from '../../operating/fresh-database'
import { Refused, unsafeViewer } from '../../people/viewer'
import { type ChangeKey, onChange } from '../../write'
import type { Block } from '../article-body'
import { publish } from '../publishing-commands'
import { openArticle } from './desk-content'
import { saveArticle } from './save-article'
import type { SaveInput } from './save-input'
import { ana, bodyOf, current, draft, ed, house, openDesk, save, text, words, wren } from './test-desk'

let fresh: FreshDatabase
beforeEach(async () => {
  fresh = await openDesk()
})
afterEach(() => fresh.close())

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
})
