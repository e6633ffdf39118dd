import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FreshDatabase, openFreshDatabase } from '../../operating/fresh-database'
import { Refused, unsafeOperator, unsafeViewer } from '../../people/viewer'
import { saveSection } from '../../site/site-commands'
import type { Block } from '../article-body'
import { createArticle } from '../article-commands'
import type { ArticleContent } from '../merge/merge-content'
import { chanceOf, randomContent, randomEdit, wordsIn, writerOf } from '../merge/random-edits'
import { publish } from '../publishing-commands'
import { openArticle } from './desk-content'
import { addNote, settleNote } from './note-commands'
import { listNotes } from './note-queries'
import { markRevision, restoreRevision } from './revision-commands'
import { differencesOf } from './revision-difference'
import { comparedRevisions, listSessions, type RevisionLine } from './revision-queries'
import { sessionsOf } from './revision-sessions'
import { saveArticle } from './save-article'

const house = unsafeOperator()
const stranger = unsafeViewer({ id: 77, name: 'Ana', role: 'author' })
let fresh: FreshDatabase
beforeEach(async () => {
  fresh = openFreshDatabase()
  await saveSection(house, { slug: 'news', name: 'News', description: '', kind: 'news', position: 0 } as never)
})
afterEach(() => fresh.close())

const paragraph = (words: string, id?: string): Block => ({
  type: 'paragraph',
  ...(id && { attrs: { id } }),
  content: [{ type: 'text', text: words }],
})
let saves = 0
async function written(...headlines: string[]): Promise<number> {
  const { id } = await createArticle(house, {
    section: 'news',
    language: 'en',
    headline: 'First',
    bylines: ['Wren'],
    body: { type: 'doc', content: [paragraph('One.')] },
  })
  for (const headline of headlines) {
    const { row, content } = await openArticle(house, id)
    saves += 1
    await saveArticle(house, id, {
      saveId: `revision-${saves}`,
      baseRevision: row.revision,
      content: { ...content, headline },
    })
  }
  return id
}

describe('the history of an article', () => {
  it('puts an earlier text back as a new revision, and loses nothing by it', async () => {
    const id = await written('Second', 'Third')
    await restoreRevision(house, id, 1)
    const { row, content } = await openArticle(house, id)
    expect([row.revision, content.headline]).toEqual([4, 'First'])
    const [session] = (await listSessions(house, id)).sessions
    expect(session?.lines.map(({ number, reason }) => [number, reason])).toEqual([
      [4, 'restored 1'],
      [3, 'autosave'],
      [2, 'autosave'],
      [1, 'created'],
    ])
    await restoreRevision(house, id, 3)
    expect((await openArticle(house, id)).content.headline).toBe('Third')
  })

  it('does not put it before readers', async () => {
    const id = await written('Second')
    await publish(house, id)
    await restoreRevision(house, id, 1)
    expect(await openArticle(house, id)).toMatchObject({ row: { headline: 'Second' }, content: { headline: 'First' } })
  })

  it('marks one to keep, and says for whom', async () => {
    const id = await written('Second')
    await markRevision(house, id, 1, true)
    const kept = async () =>
      (await listSessions(house, id)).sessions.flatMap(({ lines }) => lines).filter(({ keptAt }) => keptAt)
    expect((await kept()).map(({ number }) => number)).toEqual([1])
    await markRevision(house, id, 1, false)
    expect(await kept()).toEqual([])
  })

  it('is nobody else’s', async () => {
    const id = await written('Second')
    await expect(listSessions(stranger, id)).rejects.toThrow(Refused)
    await expect(comparedRevisions(stranger, id, [1, 2])).rejects.toThrow(Refused)
    await expect(restoreRevision(stranger, id, 1)).rejects.toThrow(Refused)
    await expect(markRevision(stranger, id, 1, true)).rejects.toThrow(Refused)
    await expect(restoreRevision(house, id, 99)).rejects.toThrow('no revision 99')
  })
})

describe('sessions', () => {
  const line = (number: number, minutes: number, personId: number, reason = 'autosave'): RevisionLine => ({
    ...{ number, personId, reason, by: `P${personId}`, keptAt: null, keptBy: null, at: new Date(minutes * 60_000) },
  })

  it('are what one person saved in one go, also when two write at once', () => {
    const lines = [line(1, 0, 1), line(2, 1, 2), line(3, 2, 1), line(4, 3, 2, 'publish'), line(5, 60, 1)].reverse()
    expect(
      sessionsOf(lines).map(({ by, first, last, saves: count, deeds }) => [by, first, last, count, deeds]),
    ).toEqual([
      ['P1', 5, 5, 1, []],
      ['P2', 2, 4, 1, ['publish']],
      ['P1', 1, 3, 2, []],
    ])
  })
})

describe('differences', () => {
  it('are words within blocks that are matched, and fields that differ', () => {
    const before: ArticleContent = {
      ...randomContent(chanceOf(2), writerOf('w')),
      tags: ['Dam'],
      body: { type: 'doc', content: [paragraph('The dam held until ten.', 'a'), paragraph('Gone.', 'b')] },
    }
    const after: ArticleContent = {
      ...before,
      tags: ['Dam', 'Flood'],
      body: { type: 'doc', content: [paragraph('The dam held until eleven.', 'a'), paragraph('New.', 'c')] },
    }
    const found = differencesOf(before, after)
    expect(found.map(({ label, before: was, after: is }) => [label, was, is])).toEqual([
      ['Tags', 'Dam', 'Dam, Flood'],
      ['Paragraph', 'The dam held until ten.', 'The dam held until eleven.'],
      ['Paragraph', 'Gone.', null],
      ['Paragraph', null, 'New.'],
    ])
    expect(found[1]?.parts.filter(({ is }) => is !== 'kept')).toEqual([
      { is: 'removed', text: 'ten' },
      { is: 'added', text: 'eleven' },
    ])
  })

  it('show every word of both, whatever was done', () => {
    for (let seed = 1; seed < 80; seed += 1) {
      const chance = chanceOf(seed)
      const before = randomContent(chance, writerOf('b'))
      let after = before
      for (let count = 0; count < 5; count += 1) after = randomEdit(after, chance, writerOf(`a${count}x`))
      const found = differencesOf(before, after)
      const shown = wordsIn(found.map(({ parts }) => parts.map(({ text }) => text).join(' ')))
      for (const word of [...wordsIn(before.body), ...wordsIn(after.body)])
        expect(shown.has(word), `${seed} ${word}`).toBe(true)
    }
  })
})

describe('notes', () => {
  it('are left, resolved and opened again by whoever may open the article', async () => {
    const id = await written()
    await addNote(house, id, { quote: 'held until ten', body: 'Says who?' })
    const [note] = await listNotes(house, id)
    expect(note).toMatchObject({ body: 'Says who?', quote: 'held until ten', resolvedAt: null })
    await settleNote(house, id, note?.id as number, true)
    expect((await listNotes(house, id))[0]?.resolvedAt).not.toBeNull()
    await settleNote(house, id, note?.id as number, false)
    expect((await listNotes(house, id))[0]?.resolvedAt).toBeNull()
    await expect(addNote(stranger, id, { body: 'x' })).rejects.toThrow(Refused)
    await expect(listNotes(stranger, id)).rejects.toThrow(Refused)
    await expect(settleNote(stranger, id, note?.id as number, true)).rejects.toThrow(Refused)
  })
})
