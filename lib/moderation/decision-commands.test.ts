import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { database } from '@/db/client'
import { commentReports, comments, conversations } from '@/db/schema/comments'
import { mails } from '@/db/schema/mails'
import { notifications } from '@/db/schema/notifications'
import { audit } from '@/db/schema/site'
import { spamLessons } from '@/db/schema/spam'
import { moveComment } from '../comments/comment-state'
import { recount } from '../comments/recount-sql'
import { addPerson, commentRow, put, putDoubtful, report } from '../comments/test-conversation'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { Refused, unsafeViewer, type Viewer } from '../people/viewer'
import { write } from '../write'
import { decideMany } from './bulk-decision'
import { decide } from './decision-commands'
import { DecisionRefused } from './decision-refused'
import { hideComment } from './hide-command'

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

const lines = async () => (await database().select().from(audit)).filter(({ action }) => action.startsWith('comment.'))
const notes = async () => (await database().select().from(notifications)).map(({ note }) => note)

it('approves once, tells the author, and notes the text it was about', async () => {
  expect(await decide(mo, { commentId: id, revision: 1, decision: 'approve' })).toBeGreaterThan(0)
  expect(await decide(mo, { commentId: id, revision: 1, decision: 'approve' })).toBeNull()
  expect(await commentRow(id)).toMatchObject({ state: 'approved', decidedBy: mo.personId })
  expect(await lines()).toMatchObject([
    { action: 'comment.approve', actor: 'Mo', detail: { revision: 1, from: 'pending', to: 'approved' } },
  ])
  expect(await notes()).toEqual(['Published.'])
})

it('rejects with a reason that the author is told, and nothing without one', async () => {
  const order = { commentId: id, revision: 1, decision: 'reject' as const }
  await expect(decide(mo, order)).rejects.toThrow(DecisionRefused)
  await expect(decide(mo, { ...order, reason: 'other', words: '  ' })).rejects.toThrow(DecisionRefused)
  expect((await commentRow(id)).state).toBe('pending')
  await decide(mo, { ...order, reason: 'abuse', words: 'Call nobody names.' })
  expect(await commentRow(id)).toMatchObject({ state: 'rejected', decidedReason: 'It is abusive. Call nobody names.' })
  expect(await notes()).toEqual(['Not published: It is abusive. Call nobody names.'])
})

it('teaches the spam score, and takes the lesson back with the decision', async () => {
  await decide(mo, { commentId: id, revision: 1, decision: 'spam' })
  expect(await database().select().from(spamLessons)).toMatchObject([{ commentId: id, isSpam: true }])
  await decide(mo, { commentId: id, revision: 1, decision: 'reopen' })
  expect(await database().select().from(spamLessons)).toEqual([])
  expect(await commentRow(id)).toMatchObject({ state: 'pending', decidedBy: null })
  expect((await lines()).map(({ action }) => action)).toEqual(['comment.spam', 'comment.reopen'])
})

it('closes reports either way, but for those of illegal content, which are owed an answer', async () => {
  const [ann, bob] = [await addPerson('Ann'), await addPerson('Bob')]
  await report(ann, id, true)
  await report(bob, id, false)
  await decide(mo, { commentId: id, revision: 1, decision: 'reject', reason: 'illegal' })
  expect(await commentRow(id)).toMatchObject({ openReports: 1 })
  expect((await database().select().from(commentReports)).map(({ outcome }) => outcome)).toEqual([null, 'upheld'])
  expect(await database().select().from(mails)).toEqual([])
})

it('lets a reported comment stand without news for its author', async () => {
  await decide(mo, { commentId: id, revision: 1, decision: 'approve' })
  await report(await addPerson('Ann'), id, false)
  expect(await decide(mo, { commentId: id, revision: 1, decision: 'approve' })).toBeGreaterThan(0)
  expect((await database().select().from(commentReports))[0]?.outcome).toBe('dismissed')
  expect(await notes()).toEqual(['Published.'])
})

it('decides on an appeal, either way', async () => {
  await decide(mo, { commentId: id, revision: 1, decision: 'reject', reason: 'abuse' })
  await write(async (tx) => {
    await tx.update(comments).set({ appeal: 'It was a quotation.', appealedAt: new Date() }).where(eq(comments.id, id))
  })
  await decide(mo, { commentId: id, revision: 1, decision: 'reject', reason: 'abuse' })
  expect((await commentRow(id)).appealDecidedAt).toBeInstanceOf(Date)
  expect(await notes()).toEqual(['Not published after your appeal: It is abusive.'])
})

it('decides on nothing but the text that was read', async () => {
  await write(async (tx) => {
    await tx.update(comments).set({ body: 'Another', revision: 2 }).where(eq(comments.id, id))
  })
  await expect(decide(mo, { commentId: id, revision: 1, decision: 'approve' })).rejects.toThrow('edited')
  await write(async (tx) => {
    await tx.update(comments).set({ deletedAt: new Date() }).where(eq(comments.id, id))
  })
  await expect(decide(mo, { commentId: id, revision: 2, decision: 'approve' })).rejects.toThrow('deleted')
  expect(await lines()).toEqual([])
})

it('overturns nothing that somebody else decided unseen', async () => {
  const order = { commentId: id, revision: 1, seen: 0 }
  const other = await addPerson('Ana', 'moderator')
  const results = await Promise.allSettled([
    decide(mo, { ...order, decision: 'approve' }),
    decide(other, { ...order, decision: 'reject', reason: 'abuse' }),
  ])
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await lines()).toHaveLength(1)
  expect(await notes()).toHaveLength(1)
})

it('leaves a comment to others, takes that back, and ends it with a decision', async () => {
  const order = { commentId: id, revision: 1 }
  expect(await decide(mo, { ...order, decision: 'escalate' })).toBeGreaterThan(0)
  expect(await decide(mo, { ...order, decision: 'escalate' })).toBeNull()
  expect(await commentRow(id)).toMatchObject({ state: 'pending', escalatedBy: mo.personId })
  await decide(mo, { ...order, decision: 'reopen' })
  expect(await commentRow(id)).toMatchObject({ state: 'pending', escalatedAt: null })
  await decide(mo, { ...order, decision: 'escalate' })
  await decide(mo, { ...order, decision: 'approve' })
  expect(await commentRow(id)).toMatchObject({ state: 'approved', escalatedAt: null, escalatedBy: null })
  expect((await lines()).map(({ action, detail }) => [action, detail.revision])).toEqual([
    ['comment.escalate', 1],
    ['comment.reopen', 1],
    ['comment.escalate', 1],
    ['comment.approve', 1],
  ])
})

it('settles reports when a moderator hides from the article, and tells of an edit meanwhile', async () => {
  await decide(mo, { commentId: id, revision: 1, decision: 'approve' })
  await report(await addPerson('Ann'), id, false)
  await expect(hideComment(mo, { id, isOn: true, reason: 'Off topic.', revision: 9 })).rejects.toThrow('edited')
  await hideComment(mo, { id, isOn: true, reason: 'Off topic.', revision: 1 })
  expect(await commentRow(id)).toMatchObject({ state: 'rejected', decidedReason: 'Off topic.', openReports: 0 })
  expect((await notes()).at(-1)).toBe('Not published: Off topic.')
})

it('decides on many, each by itself', async () => {
  const [second, third] = [await put(remy, articleId, 'Casino bonus'), await put(remy, articleId, 'Casino bonus')]
  await decide(mo, { commentId: third, revision: 1, decision: 'spam' })
  const items = [id, second, third].map((commentId) => ({ commentId, revision: 1, seen: 0 }))
  await write(async (tx) => {
    await tx.update(comments).set({ revision: 2 }).where(eq(comments.id, second))
  })
  const outcome = await decideMany(mo, items, { decision: 'approve' })
  expect(outcome).toMatchObject({
    decided: new Map([[id, expect.any(Number)]]),
    same: [],
    stale: [{ commentId: second }, { commentId: third }],
  })
  expect((await commentRow(third)).state).toBe('spam')
  const limited = { ...mo, sections: [999] } as Viewer
  expect((await decideMany(limited, items, { decision: 'approve' })).stale).toHaveLength(3)
})

it('is refused to everyone who does not moderate there', async () => {
  const order = { commentId: id, revision: 1, decision: 'approve' as const }
  for (const role of ['reader', 'commenter', 'author'] as const) {
    await expect(decide(unsafeViewer({ id: 1, name: role, role }), order)).rejects.toThrow(Refused)
  }
  const elsewhere = unsafeViewer({ id: mo.personId as number, name: 'Mo', role: 'moderator', sections: [999] })
  await expect(decide(elsewhere, order)).rejects.toThrow(Refused)
  await expect(decide(mo, { ...order, commentId: 999 })).rejects.toThrow(Refused)
  expect((await commentRow(id)).state).toBe('pending')
})

it('leaves one state and right numbers when two decide at once', async () => {
  const order = { commentId: id, revision: 1 }
  const results = await Promise.all([
    ...Array.from({ length: 10 }, () => decide(mo, { ...order, decision: 'approve' })),
  ])
  expect(results.filter(Boolean)).toHaveLength(1)
  await Promise.all([decide(mo, { ...order, decision: 'spam' }), decide(mo, { ...order, decision: 'approve' })])
  const [numbers] = await database().select().from(conversations)
  expect(numbers).toMatchObject(recount(database(), articleId))
  await write((tx) => moveComment(tx, id, { to: 'pending', by: null }))
})
