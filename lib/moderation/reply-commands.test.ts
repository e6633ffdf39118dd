import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { database } from '@/db/client'
import { articles } from '@/db/schema/articles'
import { notifications } from '@/db/schema/notifications'
import { audit } from '@/db/schema/site'
import { deleteComment } from '../comments/comment-commands'
import { CommentRefused } from '../comments/comment-refused'
import { moveComment } from '../comments/comment-state'
import { misplaced } from '../comments/recount-sql'
import { addPerson, commentRow, put, putDoubtful, say } from '../comments/test-conversation'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { suspendPerson } from '../people/standing-commands'
import { Refused, unsafeOperator, unsafeViewer, type Viewer } from '../people/viewer'
import { changeSite } from '../site/site-commands'
import { write } from '../write'
import { claimComment } from './claim-commands'
import { decide } from './decision-commands'
import { ClaimedByOther, DecisionRefused, StaleDecision } from './decision-refused'
import { replyAsStaff } from './reply-commands'
import { findOwnReply, whyUnanswerable } from './reply-queries'
import { undoDecision } from './undo-commands'

const operator = unsafeOperator()
let fresh: FreshDatabase
let articleId: number
let mo: Viewer
let remy: Viewer
let id: number

beforeEach(async () => {
  fresh = openFreshDatabase()
  ;({ articleId, mo, remy, id } = await putDoubtful())
})
afterEach(() => fresh.close())

const reply = (viewer: Viewer, commentId: number, body = 'Thank you for asking.', seen = 0) =>
  replyAsStaff(viewer, { commentId, revision: 1, seen, body })
const told = async (viewer: Viewer) =>
  (await database().select().from(notifications))
    .filter(({ personId }) => personId === viewer.personId)
    .map(({ kind }) => kind)
const lines = async () =>
  (await database().select().from(audit))
    .filter(({ action }) => action.startsWith('comment.'))
    .map(({ action, subject, detail }) => ({ action, subject, detail }))
const restrain = async (limits: number[]) =>
  unsafeViewer({ id: mo.personId as number, name: 'Mo', role: 'moderator', sections: limits })

it('answers what is published, signed and marked, tells its author and notes it', async () => {
  const said = await put(remy, articleId, 'When does it open?', 'approved')
  const done = await reply(mo, said)
  expect(done).toMatchObject({ state: 'approved', approval: null })
  expect(await commentRow(done.id)).toMatchObject({ parentId: said, threadId: said, signature: 'Mo', badge: 'Staff' })
  expect(await told(remy)).toEqual(['reply'])
  expect(await lines()).toEqual([
    { action: 'comment.reply', subject: `comment:${done.id}`, detail: { to: said, revision: 1 } },
  ])
  expect(await findOwnReply(mo, done.id)).toMatchObject({
    to: said,
    address: expect.stringContaining(`comment-${done.id}`),
  })
  expect(await findOwnReply(remy, done.id)).toBeNull()
})

it('is one reply when it is sent twice', async () => {
  const said = await put(remy, articleId, 'When does it open?', 'approved')
  const [one, two] = await Promise.all([reply(mo, said), reply(mo, said)])
  expect(one.id).toBe(two.id)
  expect(await lines()).toHaveLength(1)
})

it('approves what waits, by a decision that can be undone', async () => {
  const { id: replied, approval } = await reply(mo, id)
  expect(await commentRow(id)).toMatchObject({ state: 'approved', decidedBy: mo.personId })
  expect((await lines()).map(({ action }) => action)).toEqual(['comment.approve', 'comment.reply'])
  await undoDecision(mo, approval as number)
  expect((await commentRow(id)).state).toBe('pending')
  expect((await commentRow(replied)).state).toBe('approved')
  expect(misplaced(database(), articleId)).toEqual([])
})

it('refuses what was decided otherwise meanwhile, was edited, or is gone', async () => {
  await decide(await addPerson('Ana', 'moderator'), { commentId: id, revision: 1, decision: 'spam' })
  await expect(reply(mo, id)).rejects.toThrow(/Ana decided on this comment after you saw it: it is spam now/)
  const said = await put(remy, articleId, 'When?', 'approved')
  await expect(replyAsStaff(mo, { commentId: said, revision: 2, seen: 0, body: 'Now' })).rejects.toThrow(StaleDecision)
  await deleteComment(remy, said)
  await expect(reply(mo, said)).rejects.toThrow('Its author has deleted this comment')
  await expect(reply(mo, 999)).rejects.toThrow(Refused)
})

it('refuses what is not published, and says so before anybody types', async () => {
  const decision = await decide(mo, { commentId: id, revision: 1, decision: 'spam' })
  await expect(reply(mo, id, 'No', decision as number)).rejects.toThrow(DecisionRefused)
  expect(await whyUnanswerable(id)).toMatch(/not published/)
  const root = await say(remy, articleId, 'A thread')
  const below = await say(remy, articleId, 'Below it', root)
  await write((tx) => moveComment(tx, root, { to: 'rejected', by: operator }))
  await expect(reply(mo, below)).rejects.toThrow(/closed by a moderator/)
  expect(await whyUnanswerable(below)).toMatch(/closed by a moderator/)
})

it('leaves a comment to whoever looks at it', async () => {
  await claimComment(await addPerson('Ana', 'moderator'), id)
  await expect(reply(mo, id)).rejects.toThrow(ClaimedByOther)
  expect((await commentRow(id)).state).toBe('pending')
})

it('refuses where comments are closed, and approves nothing by it', async () => {
  expect(await whyUnanswerable(id)).toBeNull()
  await changeSite(operator, { commentsAreOn: false })
  await expect(reply(mo, id)).rejects.toThrow(/^Comments closed/)
  expect(await whyUnanswerable(id)).toMatch(/^Comments closed/)
  expect((await commentRow(id)).state).toBe('pending')
})

it('refuses whoever moderates elsewhere, nowhere, or is suspended', async () => {
  const [article] = await database().select().from(articles).where(eq(articles.id, articleId))
  const section = article?.sectionId as number
  await expect(reply(await restrain([section + 1]), id)).rejects.toThrow(Refused)
  await expect(reply(remy, id)).rejects.toThrow(Refused)
  await suspendPerson(operator, mo.personId as number, { until: new Date(Date.now() + 1e9), reason: 'Rest.' })
  await expect(reply(mo, id)).rejects.toThrow(/can’t comment until .* Rest\./)
  await expect(reply(mo, id)).rejects.toThrow(CommentRefused)
  expect((await commentRow(id)).state).toBe('pending')
  expect(await lines()).toEqual([])
  const ana = await addPerson('Ana', 'moderator')
  const limited = unsafeViewer({ id: ana.personId as number, name: 'Ana', role: 'moderator', sections: [section] })
  expect(await reply(limited, id)).toMatchObject({ state: 'approved' })
})
