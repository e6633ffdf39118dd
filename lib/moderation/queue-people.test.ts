import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { unsafeReadingConnection } from '@/db/client'
import { KeptStatements } from '@/db/kept-statements'
import { comments } from '@/db/schema/comments'
import { Sqlite } from '@/db/sqlite.mjs'
import { addPerson, publishArticle } from '../comments/test-conversation'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { unsafeViewer, type Viewer } from '../people/viewer'
import { write } from '../write'
import { countQueue, listQueue } from './queue-queries'

describe('the record of a person', () => {
  let fresh: FreshDatabase
  let mo: Viewer
  let articleId: number
  beforeEach(async () => {
    fresh = openFreshDatabase()
    mo = await addPerson('Mo', 'moderator')
    articleId = await publishArticle('Örebro floods again')
  })
  afterEach(() => fresh.close())

  const everything = { section: null, story: null, person: null }
  const decidedAt = new Date('2026-11-20T10:00:00Z')
  const later = new Date('2026-11-21T10:00:00Z')

  async function saySome() {
    const shared = { articleId, body: 'x', state: 'approved' as const, decidedAt }
    await write(async (tx) => {
      await tx.insert(comments).values([
        { ...shared, signature: 'Åsa Öberg', body: 'first' },
        { ...shared, signature: 'Åsa Öberg', body: 'second', decidedAt: later },
        { ...shared, signature: 'Lars Oberg', state: 'spam', createdAt: later },
        { ...shared, signature: 'Åsa Öberg', deletedAt: later },
        { ...shared, signature: 'Åsa Öberg', state: 'pending', decidedAt: null },
        { ...shared, signature: 'Remy' },
      ])
    })
  }

  it('is found by a part of the name, whatever the case and accents, in the order of the list', async () => {
    await saySome()
    for (const [asked, approved, rejected] of [
      [{ person: 'oberg' }, ['second', 'first'], 1],
      [{ person: 'ASA' }, ['second', 'first'], 0],
      [{ person: 'r' }, ['second', 'first', 'x'], 1],
      [{ person: 'r*' }, [], 0],
      [{ person: 'oberg', section: 'news', story: 'floods' }, ['second', 'first'], 1],
      [{ person: 'oberg', section: 'sport' }, [], 0],
      [{ person: 'oberg', story: 'bridge' }, [], 0],
    ] as const) {
      const filter = { ...everything, ...asked }
      const listed = await listQueue(mo, { tab: 'approved', filter, page: 1 })
      expect(listed.cards.map(({ body }) => body[0]?.text).sort(), JSON.stringify(asked)).toEqual([...approved].sort())
      expect(listed.cards[0]?.body[0]?.text).toBe(approved[0])
      expect(listed.total).toBe(approved.length)
      expect((await listQueue(mo, { tab: 'rejected', filter, page: 1 })).total).toBe(rejected)
      expect(await countQueue(mo, filter)).toMatchObject({ approved: approved.length, rejected })
    }
    const elsewhere = unsafeViewer({ id: 1, name: 'Mo', role: 'moderator', sections: [999] })
    expect(await countQueue(elsewhere, { ...everything, person: 'oberg' })).toMatchObject({ approved: 0, rejected: 0 })
  })

  it('is the same where very many have such a name', async () => {
    await write(async (tx) => {
      await tx.run(sql`with recursive n(i) as (select 1 union all select i + 1 from n where i < 2500)
        insert into comments (article_id, signature, body, state, decided_at, created_at)
        select ${articleId}, 'Reader ' || (i % 40), 'No. ' || i, 'approved', i, i from n`)
    })
    const list = (person: string) => listQueue(mo, { tab: 'approved', filter: { ...everything, person }, page: 2 })
    const many = await list('reader')
    expect([many.total, many.cards[0]?.body[0]?.text]).toEqual([2500, 'No. 2480'])
    const few = await list('reader 7')
    expect([few.total, few.cards[0]?.body[0]?.text]).toEqual([63, 'No. 1687'])
  })

  it('is found by an index of names, and nobody else’s comments are looked at', async () => {
    await saySome()
    const spies = [vi.spyOn(Sqlite.prototype, 'prepare'), vi.spyOn(KeptStatements.prototype, 'prepare')]
    await listQueue(mo, { tab: 'approved', filter: { ...everything, person: 'oberg' }, page: 1 })
    const asked = [...new Set(spies.flatMap(({ mock }) => mock.calls.map(([query]) => query as string)))]
    for (const spy of spies) spy.mockRestore()
    const about = asked.filter((query) => query.includes('signer'))
    expect(about.length).toBeGreaterThan(2)
    for (const query of about) {
      const plan = unsafeReadingConnection().prepare(`explain query plan ${query}`)
      const steps = (plan.all(...Array((query.match(/\?/g) ?? []).length).fill(1)) as { detail: string }[]).map(
        ({ detail }) => detail,
      )
      expect(
        steps.filter((step) => /comments/.test(step) && !/comments_signed|PRIMARY KEY/.test(step)),
        query,
      ).toEqual([])
    }
  })
})
