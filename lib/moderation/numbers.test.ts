import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sections } from '@/db/schema/articles'
import { comments } from '@/db/schema/comments'
import { addPerson, publishArticle } from '../comments/test-conversation'
import { lastDays } from '../days'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { Refused, unsafeOperator, unsafeViewer } from '../people/viewer'
import { write } from '../write'
import { durationWords } from './numbers'
import { numbersByDay, numbersByStory } from './numbers-sql'

const NOW = new Date('2026-11-25T16:00:00Z')
const MINUTE = 60_000
let fresh: FreshDatabase
let articleId: number
let moId: number
let sectionId: number

beforeEach(async () => {
  fresh = openFreshDatabase()
  articleId = await publishArticle()
  moId = (await addPerson('Mo', 'moderator')).personId as number
  await write(async (tx) => {
    sectionId = ((await tx.select().from(sections).where(eq(sections.slug, 'news')))[0] as { id: number }).id
  })
})
afterEach(() => fresh.close())

type Given = {
  at: string
  outcome?: 'allow' | 'hold'
  state?: 'approved' | 'pending' | 'rejected' | 'spam'
  waited?: number
}

async function put({ at, outcome = 'allow', state = 'approved', waited }: Given) {
  const createdAt = new Date(at)
  const decided =
    waited === undefined ? {} : { decidedBy: moId, decidedAt: new Date(createdAt.getTime() + waited * MINUTE) }
  const verdict = { outcome, findings: [] }
  await write(async (tx) => {
    await tx.insert(comments).values({ articleId, signature: 'Remy', body: 'x', createdAt, state, verdict, ...decided })
  })
}

describe('the numbers of the conversation', () => {
  it('counts each day of the newsroom, with those on which nothing was said', async () => {
    await put({ at: '2026-11-24T23:30:00Z' })
    await put({ at: '2026-11-25T09:00:00Z', outcome: 'hold', waited: 10 })
    await put({ at: '2026-11-25T09:05:00Z', outcome: 'hold', state: 'spam', waited: 30 })
    await put({ at: '2026-11-25T09:06:00Z', outcome: 'hold', state: 'rejected', waited: 50 })
    await put({ at: '2026-11-25T09:07:00Z', outcome: 'hold', state: 'pending' })
    await put({ at: '2026-11-25T09:08:00Z', state: 'rejected', waited: 5000 })
    const days = await numbersByDay(unsafeOperator(), 3, 'UTC', NOW)
    expect(days).toEqual([
      { day: '2026-11-23', posted: 0, held: 0, rejected: 0, medianWait: null },
      { day: '2026-11-24', posted: 1, held: 0, rejected: 0, medianWait: null },
      { day: '2026-11-25', posted: 5, held: 4, rejected: 3, medianWait: 30 * MINUTE },
    ])
    const [, yesterday, today] = await numbersByDay(unsafeOperator(), 3, 'Europe/Berlin', NOW)
    expect([yesterday?.posted, today?.posted]).toEqual([0, 6])
  })

  it('takes the middle of an even number of waits', async () => {
    await put({ at: '2026-11-25T09:00:00Z', outcome: 'hold', waited: 10 })
    await put({ at: '2026-11-25T09:00:00Z', outcome: 'hold', waited: 20 })
    expect((await numbersByDay(unsafeOperator(), 1, 'UTC', NOW))[0]?.medianWait).toBe(15 * MINUTE)
  })

  it('counts stories, within the sections of a moderator', async () => {
    await put({ at: '2026-11-25T09:00:00Z' })
    const of = (limits: number[] | null) => unsafeViewer({ id: moId, name: 'Mo', role: 'moderator', sections: limits })
    expect(await numbersByStory(of(null), 7, 'UTC', NOW)).toMatchObject([
      { articleId, headline: 'The bridge is open', section: 'news', posted: 1 },
    ])
    expect(await numbersByStory(of([sectionId]), 7, 'UTC', NOW)).toHaveLength(1)
    expect(await numbersByStory(of([sectionId + 1]), 7, 'UTC', NOW)).toEqual([])
    expect(await numbersByStory(of([]), 7, 'UTC', NOW)).toEqual([])
    expect((await numbersByDay(of([sectionId + 1]), 1, 'UTC', NOW))[0]?.posted).toBe(0)
  })

  it('is shown to nobody who moderates nowhere', async () => {
    for (const role of ['reader', 'commenter', 'author'] as const) {
      const viewer = unsafeViewer({ id: 1, name: role, role })
      await expect(numbersByDay(viewer, 7, 'UTC')).rejects.toThrow(Refused)
      await expect(numbersByStory(viewer, 7, 'UTC')).rejects.toThrow(Refused)
    }
  })
})

describe('days and durations', () => {
  it('makes days as long as the clocks make them', () => {
    const hours = lastDays(3, new Date('2026-10-26T12:00:00Z'), 'Europe/London').map(
      ({ start, end }) => (end.getTime() - start.getTime()) / 3_600_000,
    )
    expect(hours).toEqual([24, 25, 24])
  })

  it('says durations as exactly as one needs them', () => {
    expect([20_000, 4 * MINUTE, 60 * MINUTE, 200 * MINUTE, 72 * 60 * MINUTE].map(durationWords)).toEqual([
      ...['under 1 min', '4 min', '1 h', '3 h 20 min', '3 days'],
    ])
  })
})
