import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { database } from '@/db/client'
import { comments, conversations } from '@/db/schema/comments'
import { createArticle } from '../articles/article-commands'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { unsafeOperator } from '../people/viewer'
import { saveSection } from '../site/site-commands'
import { onChange, write } from '../write'
import type { CommentState } from './comment'
import { addComment, moveComment, pick, placeNew, takeAway } from './comment-state'
import { misplaced, recount } from './recount-sql'

const operator = unsafeOperator()
let fresh: FreshDatabase
let articleId: number

beforeEach(async () => {
  fresh = openFreshDatabase()
  await saveSection(operator, { slug: 'news', name: 'News' })
  articleId = (await createArticle(operator, { section: 'news', language: 'en', headline: 'One' })).id
})
afterEach(() => fresh.close())

async function add(state: CommentState, parentId: number | null = null): Promise<number> {
  return write(async (tx) => {
    const [parent] = parentId === null ? [] : await tx.select().from(comments).where(eq(comments.id, parentId))
    const threadId = parent ? (parent.threadId ?? parent.id) : null
    const values = {
      articleId,
      parentId,
      threadId,
      depth: (parent?.depth ?? -1) + 1,
      signature: 'Remy',
      body: 'x',
      state,
    }
    const [row] = await tx.insert(comments).values(values).returning({ id: comments.id })
    await placeNew(tx, (row as { id: number }).id)
    return (row as { id: number }).id
  })
}

const rowOf = async (id: number) => (await database().select().from(comments).where(eq(comments.id, id)))[0]
const numbers = async () => (await database().select().from(conversations))[0]
const move = (id: number, to: CommentState) => write((tx) => moveComment(tx, id, { to, by: operator }))

async function expectRightNumbers() {
  expect(await numbers()).toMatchObject(recount(database(), articleId))
  expect(misplaced(database(), articleId)).toEqual([])
}

it('counts a comment when it is opened, and drops its conversation’s pages alone', async () => {
  const id = await add('pending')
  expect(await numbers()).toMatchObject({ comments: 0, threads: 0, pending: 1, arrivals: 0 })
  const keys: string[] = []
  const stop = onChange((said) => keys.push(...said))
  expect(await move(id, 'approved')).toEqual({ from: 'pending', moved: true })
  expect(await move(id, 'approved')).toEqual({ from: 'approved', moved: false })
  stop()
  expect(keys).toEqual([`comments:${articleId}`])
  expect(await numbers()).toMatchObject({ comments: 1, threads: 1, pending: 0, arrivals: 1 })
  expect((await rowOf(id))?.approvedAt).toBeInstanceOf(Date)
  expect(await write((tx) => moveComment(tx, 999, { to: 'spam', by: null }))).toBeNull()
})

it('takes what is open from its beginning for news, whichever way it comes in', async () => {
  const open = { articleId, personId: null, signature: 'Remy', state: 'approved' as const, approvedAt: new Date() }
  await write(async (tx) => {
    const [row] = await tx
      .insert(comments)
      .values({ ...open, body: 'x' })
      .returning({ id: comments.id })
    await placeNew(tx, (row as { id: number }).id)
  })
  expect(await numbers()).toMatchObject({ comments: 1, threads: 1, arrivals: 1 })
  const whole = { ...open, parentId: null, threadId: null, depth: 0, badge: '', body: 'y', verdict: null }
  const id = await write((tx) =>
    addComment(tx, { ...whole, createdAt: new Date(), decidedAt: null, decidedReason: null }),
  )
  expect(await numbers()).toMatchObject({ comments: 2, threads: 2, arrivals: 2 })
  expect(await rowOf(id)).toMatchObject({ ...open, body: 'y', verdict: null, listedAs: 'thread', revision: 1 })
})

it('leaves a tombstone over replies, and takes it away with the last of them', async () => {
  const first = await add('approved')
  const reply = await add('approved', first)
  const deeper = await add('approved', reply)
  await move(first, 'rejected')
  await write((tx) => takeAway(tx, reply))
  expect((await rowOf(first))?.listedAs).toBe('thread')
  expect((await rowOf(reply))?.listedAs).toBe('reply')
  expect(await numbers()).toMatchObject({ comments: 1, threads: 1 })
  await move(deeper, 'spam')
  expect((await rowOf(reply))?.listedAs).toBeNull()
  expect((await rowOf(first))?.listedAs).toBeNull()
  expect(await numbers()).toMatchObject({ comments: 0, threads: 0 })
  await expectRightNumbers()
  await move(deeper, 'approved')
  expect(await rowOf(first)).toMatchObject({ listedAs: 'thread', replies: 1, threadReplies: 2 })
  await expectRightNumbers()
})

it('picks only what everyone can read, and unpicks what is taken away', async () => {
  const [open, held] = [await add('approved'), await add('pending')]
  expect(await write((tx) => pick(tx, operator, held, true))).toBe(false)
  expect(await write((tx) => pick(tx, operator, open, true))).toBe(true)
  expect(await write((tx) => pick(tx, operator, open, true))).toBe(false)
  expect((await numbers())?.picks).toBe(1)
  await move(open, 'rejected')
  expect((await rowOf(open))?.pickedAt).toBeNull()
  await expectRightNumbers()
})

it('keeps numbers that equal a recount through a random storm', async () => {
  const states: CommentState[] = ['pending', 'approved', 'rejected', 'spam']
  let seed = 7
  const random = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return Math.floor((seed / 2147483648) * below)
  }
  const ids: number[] = []
  for (let round = 0; round < 400; round += 1) {
    const some = ids[random(ids.length)]
    const deed = random(6)
    if (deed < 2 || some === undefined) {
      ids.push(await add(states[random(4)] as CommentState, random(3) === 0 || some === undefined ? null : some))
    } else if (deed < 4) await move(some, states[random(4)] as CommentState)
    else if (deed === 4) await write((tx) => pick(tx, operator, some, random(2) === 0))
    else if (random(4) === 0) await write((tx) => takeAway(tx, some))
  }
  await expectRightNumbers()
})
