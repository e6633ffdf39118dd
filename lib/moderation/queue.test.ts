import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { comments } from '@/db/schema/comments'
import { addPerson, publishArticle } from '../comments/test-conversation'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { Refused, unsafeViewer, type Viewer } from '../people/viewer'
import { write } from '../write'
import { decide } from './decision-commands'
import { piecesOf } from './queue'
import { countQueue, countWaiting, listQueue } from './queue-queries'

describe('pieces of a text', () => {
  it('cuts a text at its matches and loses nothing of it, whatever the ranges', () => {
    expect(piecesOf('a bad day', [[2, 5]])).toEqual([
      { text: 'a ', isMatched: false },
      { text: 'bad', isMatched: true },
      { text: ' day', isMatched: false },
    ])
    for (const matches of [
      [],
      [[0, 99]],
      [[5, 2]],
      [[-3, 2]],
      [
        [3, 6],
        [0, 4],
      ],
      [
        [2, 5],
        [2, 5],
      ],
    ] as [number, number][][]) {
      expect(
        piecesOf('a bad day', matches)
          .map(({ text }) => text)
          .join(''),
      ).toBe('a bad day')
    }
  })
})

describe('the queue', () => {
  let fresh: FreshDatabase
  let mo: Viewer
  beforeEach(async () => {
    fresh = openFreshDatabase()
    mo = await addPerson('Mo', 'moderator')
  })
  afterEach(() => fresh.close())

  const everything = { section: null, story: null, person: null }

  it('sorts comments into its tabs, within the sections of the viewer', async () => {
    const articleId = await publishArticle()
    const old = new Date(Date.now() - 8 * 86_400_000)
    const shared = { articleId, signature: 'Remy', body: 'x' }
    await write(async (tx) => {
      await tx.insert(comments).values([
        { ...shared, state: 'pending' },
        { ...shared, state: 'pending', deletedAt: old },
        { ...shared, state: 'pending', escalatedAt: old },
        { ...shared, state: 'approved', openReports: 2 },
        { ...shared, state: 'approved', createdAt: old },
        { ...shared, state: 'approved', decidedAt: old },
        { ...shared, state: 'spam', appealedAt: old },
        { ...shared, state: 'rejected', appealedAt: old, appealDecidedAt: old },
      ])
    })
    const all = { pending: 1, reported: 1, new: 1, approved: 1, rejected: 2, appeals: 1, escalated: 1, illegal: 0 }
    expect(await countQueue(mo, everything)).toEqual(all)
    expect(await countQueue(mo, { ...everything, section: 'news' })).toEqual(all)
    expect((await countQueue(mo, { ...everything, section: 'sport' })).pending).toBe(0)
    for (const section of [null, 'news']) {
      const filter = { ...everything, section }
      const record = await listQueue(mo, { tab: 'rejected', filter, page: 1 })
      expect([record.total, record.cards.map(({ state }) => state)]).toEqual([2, ['rejected', 'spam']])
      expect((await listQueue(mo, { tab: 'approved', filter, page: 1 })).cards).toHaveLength(1)
    }
    for (const sections of [[999], []]) {
      const limited = unsafeViewer({ id: 1, name: 'Mo', role: 'moderator', sections })
      expect((await countQueue(limited, everything)).pending).toBe(0)
      expect((await listQueue(limited, { tab: 'rejected', filter: everything, page: 1 })).cards).toEqual([])
    }
    const [fresher] = (await listQueue(mo, { tab: 'new', filter: everything, page: 1 })).cards
    await decide(mo, { commentId: fresher?.id as number, revision: 1, decision: 'approve' })
    expect(await countQueue(mo, everything)).toMatchObject({ new: 0, approved: 2 })
    await write(async (tx) => {
      await tx.delete(comments).where(eq(comments.articleId, articleId))
    })
    expect((await countQueue(mo, everything)).rejected).toBe(0)
  })

  it('finds by story and person, whatever the case and accents, and counts what it lists', async () => {
    const articleId = await publishArticle('Örebro floods again')
    await publishArticle('The bridge is open')
    await write(async (tx) => {
      const shared = { articleId, body: 'x', state: 'pending' as const }
      await tx.insert(comments).values([
        { ...shared, signature: 'Åsa Öberg' },
        { ...shared, signature: 'Remy' },
      ])
    })
    for (const [asked, found] of [
      [{ story: 'örebro' }, 2],
      [{ story: 'orebro-floods-again' }, 2],
      [{ story: 'bridge' }, 0],
      [{ person: 'öberg' }, 1],
      [{ person: 'ASA', story: 'FLOODS', section: 'news' }, 1],
      [{ person: 'asa', section: 'sport' }, 0],
    ] as const) {
      const filter = { ...everything, ...asked }
      const listed = await listQueue(mo, { tab: 'pending', filter, page: 1 })
      expect([listed.total, listed.cards.length], JSON.stringify(asked)).toEqual([found, found])
      expect((await countWaiting(mo, filter)).pending).toBe(found)
    }
  })

  it('is shown to nobody who moderates nowhere', async () => {
    for (const role of ['reader', 'commenter', 'author'] as const) {
      const viewer = unsafeViewer({ id: 1, name: role, role })
      await expect(countQueue(viewer, everything)).rejects.toThrow(Refused)
      await expect(listQueue(viewer, { tab: 'new', filter: everything, page: 1 })).rejects.toThrow(Refused)
    }
  })
})
