import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import { Sqlite } from '@/db/sqlite.mjs'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { unsafeOperator } from '../people/viewer'
import { saveSection } from '../site/site-commands'
import { write } from '../write'
import { createArticle } from './article-commands'
import { type ArticleDraft, articleInputSchema } from './article-input'
import { findRow } from './article-record'
import { exportChanges, verifyExport } from './change-export'
import { changesOf, getChangesAt, hasChanges } from './change-queries'
import { embargo, publish, unpublish } from './publishing-commands'
import { verifyNewsroom } from './verify-queries'
import { deskText, keepText } from './working-copy'

const operator = unsafeOperator()
let fresh: FreshDatabase
let made = 0

beforeAll(async () => {
  fresh = openFreshDatabase()
  await saveSection(operator, { slug: 'news', name: 'News', description: '', kind: 'news', position: 0 } as never)
})
afterAll(() => fresh.close())

const body = (text: string) => ({
  ...{ type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }] },
})
const edit = (id: number, more: Partial<ArticleDraft>) =>
  write(async (tx) => {
    const row = await findRow(tx, id)
    const { text } = await deskText(tx, row)
    await keepText(tx, operator, row, articleInputSchema.parse({ ...text, ...more }), 'saved')
  })
/** An article that was published and then corrected. */
async function corrected() {
  made += 1
  const headline = `The dam broke ${made}`
  const draft = { section: 'news', language: 'en', headline, bylines: ['Wren'], body: body('Built in 1978.') }
  const { id, slug } = await createArticle(operator, draft)
  await publish(operator, id)
  await edit(id, { body: body('Built in 1987.') })
  await publish(operator, id, { change: { kind: 'correction', note: 'The year was wrong.' } })
  return { id, slug }
}
const recordAt = async (slug: string) => {
  const found = await getChangesAt('news', slug)
  if (found.is !== 'record') throw new Error(`There is no record at ${slug}.`)
  return found.record
}
/** Somebody with the file and no scruples. */
function tamper(statement: string, ...values: unknown[]): void {
  const file = new Sqlite(join(fresh.dataDir, 'portal.db'))
  file.prepare(statement).run(...values)
  file.close()
}

describe('the record of changes', () => {
  it('shows each change against the text before it, the newest first', async () => {
    const { id, slug } = await corrected()
    const changes = changesOf(await recordAt(slug))
    expect(changes.map(({ kind, note, parts }) => [kind, note, parts.length])).toEqual([
      ['correction', 'The year was wrong.', 1],
      ['published', '', 0],
    ])
    expect(changes[0]?.parts[0]?.pieces.map(({ is, text }) => `${is} ${text}`)).toEqual([
      ...['same Built in ', 'removed 1978', 'added 1987', 'same .'],
    ])
    expect(await hasChanges(id)).toBe(true)
  })

  it('is there while the article is', async () => {
    const { id, slug } = await corrected()
    await unpublish(operator, id)
    expect(await getChangesAt('news', slug)).toEqual({ is: 'nothing' })
    await publish(operator, id)
    await embargo(operator, id, new Date(Date.now() + 3_600_000))
    expect(await getChangesAt('news', slug)).toEqual({ is: 'nothing' })
  })

  it('is found from every address that the article had', async () => {
    const { id, slug } = await corrected()
    await edit(id, { slug: `${slug}-now` })
    await publish(operator, id)
    const moved = { is: 'moved', section: 'news', slug: `${slug}-now` }
    expect(await getChangesAt('news', slug)).toEqual(moved)
    expect(await getChangesAt('sport', `${slug}-now`)).toEqual(moved)
  })

  it('holds when it was exported, and does not when the export was changed', async () => {
    const { slug } = await corrected()
    const exported = JSON.parse(JSON.stringify(exportChanges(await recordAt(slug), 'https://news.example')))
    expect(verifyExport(exported)).toBeNull()
    exported.versions[0].content.headline = 'The dam held'
    expect(verifyExport(exported)).toBe('Version 1: its text is not the one that was recorded.')
    expect(verifyExport({ format: 'rss' })).toContain('no record')
    writeFileSync(join(fresh.dataDir, 'changes.json'), JSON.stringify(exported))
  })
})

describe('verifyNewsroom', () => {
  it('finds nothing where nothing was changed silently', async () => {
    await corrected()
    const { articles, versions, revisions, flaws } = await verifyNewsroom()
    expect(flaws).toEqual([])
    expect([articles > 0, versions > articles, revisions > versions]).toEqual([true, true, true])
  })

  it.each([
    [
      'a text in the record',
      "update versions set content = json_set(content, '$.headline', ?) where article_id = ? and number = 1",
      'version 1',
    ],
    ['the kind of a change', 'update versions set kind = ? where article_id = ? and number = 2', 'version 2'],
    ['what readers get', 'update articles set headline = ? where id = ?', 'what readers get'],
    ['a revision', 'update revisions set reason = ? where article_id = ? and number = 2', 'revision 2'],
  ])('finds that somebody changed %s', async (_, statement, words) => {
    const { id } = await corrected()
    tamper(statement, 'minor', id)
    const { flaws } = await verifyNewsroom()
    expect(flaws.filter(({ articleId }) => articleId === id).map((flaw) => flaw.words)).toEqual([
      expect.stringContaining(words),
    ])
    tamper("update articles set binned_at = 1, state = 'draft' where id = ?", id)
    tamper('delete from versions where article_id = ?', id)
    tamper('delete from revisions where article_id = ?', id)
  })

  it('finds that a version was taken out of the middle', async () => {
    const { id } = await corrected()
    await edit(id, { body: body('Built in 1986.') })
    await publish(operator, id, { change: { kind: 'update', note: '' } })
    tamper('delete from versions where article_id = ? and number = 2', id)
    const { flaws } = await verifyNewsroom()
    expect(flaws).toEqual([{ articleId: id, words: expect.stringContaining('version 3: the version before it') }])
    expect(database()).toBeDefined()
  })
})
