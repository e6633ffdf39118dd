import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import { articles } from '@/db/schema/articles'
import { comments } from '@/db/schema/comments'
import { media } from '@/db/schema/media'
import { oneTimeTokens } from '@/db/schema/people'
import { audit, changes } from '@/db/schema/site'
import { createArticle } from '../articles/article-commands'
import { addPerson, choosePassword } from '../people/person-commands'
import { Refused, unsafeOperator, unsafeViewer } from '../people/viewer'
import { saveSection } from '../site/site-commands'
import { write } from '../write'
import { type FreshDatabase, openFreshDatabase } from './fresh-database'
import { purge } from './purge-commands'

const operator = unsafeOperator()
const DAY = 86_400_000
const ago = (days: number) => new Date(Date.now() - days * DAY)
const nothing = { links: 0, articles: 0, changes: 0, renditions: 0, originals: 0, leftovers: 0, recounted: 0 }

let fresh: FreshDatabase
beforeEach(async () => {
  fresh = openFreshDatabase()
  await saveSection(operator, { slug: 'world', name: 'World' })
})
afterEach(() => fresh.close())

async function binArticle(headline: string, days: number): Promise<number> {
  const { id } = await createArticle(operator, { section: 'world', language: 'en', headline })
  await write(async (tx) => {
    await tx
      .update(articles)
      .set({ binnedAt: ago(days) })
      .where(eq(articles.id, id))
    const [first] = await tx
      .insert(comments)
      .values({ articleId: id, signature: 'Remy', body: 'a' })
      .returning({ id: comments.id })
    const parentId = (first as { id: number }).id
    await tx.insert(comments).values({ articleId: id, signature: 'Sam', body: 'b', parentId, threadId: parentId })
  })
  return id
}

function put(name: string, days = 0): string {
  const path = join(fresh.dataDir, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, 'x')
  utimesSync(path, ago(days), ago(days))
  return path
}

describe('purge', () => {
  it('finds nothing in a fresh newsroom', async () => {
    expect(await purge(operator, fresh.dataDir)).toEqual(nothing)
  })

  it('removes articles that were in the bin for more than 30 days, with their comments, and notes it', async () => {
    const old = await binArticle('Old', 31)
    const recent = await binArticle('Recent', 29)
    const { id: kept } = await createArticle(operator, { section: 'world', language: 'en', headline: 'Kept' })
    expect(await purge(operator, fresh.dataDir)).toEqual({ ...nothing, articles: 1 })
    expect((await database().select().from(articles)).map(({ id }) => id)).toEqual([recent, kept])
    expect((await database().select().from(comments)).every(({ articleId }) => articleId === recent)).toBe(true)
    const notes = await database().select().from(audit).where(eq(audit.action, 'article.purge'))
    expect(notes).toMatchObject([{ subject: `article:${old}`, detail: { headline: 'Old' } }])
  })

  it('tells every page that showed it', async () => {
    const id = await binArticle('Old', 31)
    await write(async (tx) => void (await tx.delete(changes)))
    await purge(operator, fresh.dataDir)
    const keys = (await database().select().from(changes)).flatMap((row) => row.keys)
    expect(keys).toEqual(expect.arrayContaining(['latest', 'slug:old', 'section:world', `article:${id}`]))
  })

  it('removes links that were used or are too old, and no other', async () => {
    const { secret } = await addPerson(operator, { email: 'ada@news.example', name: 'Ada', role: 'admin' })
    await choosePassword(secret, { password: 'a quiet harbour' })
    const { id } = await addPerson(operator, { email: 'ed@news.example', name: 'Ed', role: 'editor' })
    await write(
      async (tx) =>
        void (await tx
          .insert(oneTimeTokens)
          .values({ purpose: 'reset', personId: id, secretHash: 'x', expiresAt: ago(1) })),
    )
    expect(await purge(operator, fresh.dataDir)).toEqual({ ...nothing, links: 2 })
    expect(await database().select().from(oneTimeTokens)).toMatchObject([{ personId: id, purpose: 'set-up' }])
  })

  it('removes the log of changes after two days', async () => {
    await write(async (tx) => void (await tx.insert(changes).values({ origin: 'o', keys: ['old'], at: ago(3) })))
    expect(await purge(operator, fresh.dataDir)).toEqual({ ...nothing, changes: 1 })
    expect((await database().select().from(changes)).every(({ keys }) => keys[0] !== 'old')).toBe(true)
  })

  it('removes what was made of pictures that are gone, and what killed commands left a day ago', async () => {
    await write(
      async (tx) =>
        void (await tx.insert(media).values({ hash: 'ab1', name: 'a', format: 'jpeg', width: 1, height: 1, bytes: 1 })),
    )
    const kept = [
      put('media/renditions/ab/ab1/320.avif'),
      put('media/originals/ab/ab2', 90),
      put('backups/.packing-2/x'),
      put('backups/old.db', 90),
    ]
    const gone = [put('media/renditions/ab/ab2/320.avif'), put('backups/.restoring-1', 2)]
    const report = await purge(operator, fresh.dataDir)
    expect(report).toEqual({ ...nothing, renditions: 1, leftovers: 1 })
    expect(kept.map((path) => existsSync(path))).toEqual([true, true, true, true])
    expect(gone.map((path) => existsSync(path))).toEqual([false, false])
  })

  it('only counts in a dry run', async () => {
    await binArticle('Old', 31)
    const rendition = put('media/renditions/ab/ab2/320.avif')
    const expected = { ...nothing, articles: 1, renditions: 1 }
    expect(await purge(operator, fresh.dataDir, { dryRun: true })).toEqual(expected)
    expect(existsSync(rendition)).toBe(true)
    expect(await purge(operator, fresh.dataDir)).toEqual(expected)
    expect(await purge(operator, fresh.dataDir)).toEqual(nothing)
  })

  it('refuses who is no admin', async () => {
    await expect(purge(unsafeViewer({ id: 1, name: 'Ed', role: 'editor' }), fresh.dataDir)).rejects.toThrow(Refused)
  })
})
