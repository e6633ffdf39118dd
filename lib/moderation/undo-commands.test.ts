import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { database } from '@/db/client'
import { commentReports, comments, conversations } from '@/db/schema/comments'
import { mails } from '@/db/schema/mails'
import { notifications } from '@/db/schema/notifications'
import { people } from '@/db/schema/people'
import { audit } from '@/db/schema/site'
import { pick } from '../comments/comment-state'
import { misplaced, recount } from '../comments/recount-sql'
import { addPerson, commentRow, put, putDoubtful, report } from '../comments/test-conversation'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { Refused, type Viewer } from '../people/viewer'
import { write } from '../write'
import type { Decision, RejectionReason } from './decision'
import { decide } from './decision-commands'
import { DecisionRefused } from './decision-refused'
import { undoDecision } from './undo-commands'

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

async function change(values: Partial<typeof comments.$inferInsert>) {
  await write(async (tx) => void (await tx.update(comments).set(values).where(eq(comments.id, id))))
}

const make = async (decision: Decision, reason?: RejectionReason) =>
  (await decide(mo, { commentId: id, revision: 1, decision, reason })) as number
const notes = async () => (await database().select().from(notifications)).map(({ note }) => note)
const conversation = async () => (await database().select().from(conversations))[0]

it('puts everything back that a decision changed, and tells nobody', async () => {
  await report(await addPerson('Ann'), id, true)
  await report(await addPerson('Bob'), id, false)
  await change({
    appeal: 'It was a quotation.',
    appealedAt: new Date(),
    escalatedAt: new Date(),
    escalatedBy: mo.personId,
  })
  const before = await commentRow(id)
  for (const [decision, reason] of [['reject', 'illegal'], ['spam'], ['approve'], ['reopen']] as const) {
    await undoDecision(mo, await make(decision, reason))
    const { approvedAt: _, ...after } = await commentRow(id)
    expect(before, decision).toMatchObject(after)
  }
  expect((await database().select().from(commentReports)).map(({ decidedAt, answer }) => [decidedAt, answer])).toEqual([
    [null, ''],
    [null, ''],
  ])
  expect(await database().select().from(mails)).toEqual([])
  expect(await notes()).toEqual([])
})

it('gives an open comment back its place, its pick and its numbers', async () => {
  id = await put(remy, articleId, 'Casino bonus', 'approved')
  await write(async (tx) => void (await pick(tx, mo, id, true)))
  const [row, numbers] = [await commentRow(id), await conversation()]
  const decision = await make('reject', 'abuse')
  expect(await conversation()).toMatchObject({ comments: 0, picks: 0 })
  await undoDecision(mo, decision)
  expect(await conversation()).toEqual(numbers)
  expect(row).toMatchObject(await commentRow(id))
  await write(async (tx) => {
    expect(numbers).toMatchObject(recount(tx, articleId))
    expect(misplaced(tx, articleId)).toEqual([])
  })
})

it('announces to readers what they never saw, and nothing twice', async () => {
  const first = await make('approve')
  expect(await conversation()).toMatchObject({ comments: 1, arrivals: 1 })
  await undoDecision(mo, first)
  await make('approve')
  await undoDecision(mo, await make('reject', 'abuse'))
  expect(await conversation()).toMatchObject({ comments: 1, arrivals: 1 })
})

it('tells the author anew once they know of the decision', async () => {
  const decision = await make('reject', 'abuse')
  await write(async (tx) => void (await tx.update(notifications).set({ mailAt: null })))
  await undoDecision(mo, decision)
  expect(await notes()).toEqual(['The decision was taken back: it waits for a moderator again.'])
})

it('leaves what was told before as it was', async () => {
  await make('approve')
  await undoDecision(mo, await make('reject', 'abuse'))
  expect(await notes()).toEqual(['Published.'])
})

it('mails nobody of a decision as long as it can be undone at once', async () => {
  const now = Date.now()
  await make('reject', 'illegal')
  const [notice] = await database().select().from(notifications)
  expect(notice?.mailAt?.getTime()).toBeGreaterThanOrEqual(now + 10_000)
})

it('undoes the last decision alone, once, and no text but the one it was about', async () => {
  const [first, second] = [await make('approve'), await make('reject', 'abuse')]
  await expect(undoDecision(mo, first)).rejects.toThrow('Another decision')
  await undoDecision(mo, second)
  await expect(undoDecision(mo, second)).rejects.toThrow('undone already')
  expect((await commentRow(id)).state).toBe('approved')
  await change({ revision: 2 })
  await expect(undoDecision(mo, first)).rejects.toThrow('edited')
  await change({ revision: 1, deletedAt: new Date() })
  await expect(undoDecision(mo, first)).rejects.toThrow('deleted')
  await expect(undoDecision(mo, 999)).rejects.toThrow(DecisionRefused)
  const actions = (await database().select().from(audit)).map(({ action }) => action)
  expect(actions.filter((action) => action === 'comment.undo')).toHaveLength(1)
})

it('is seen by whoever decides after it', async () => {
  const first = await make('reject', 'abuse')
  await undoDecision(mo, first)
  const late = decide(mo, { commentId: id, revision: 1, decision: 'approve', seen: first })
  await expect(late).rejects.toThrow('Mo decided on this comment after you saw it: it is pending now.')
})

it('is refused to everyone who does not moderate there', async () => {
  const decision = await make('approve')
  const others = [await addPerson('Wren', 'author'), { ...mo, sections: [999] } as Viewer, remy]
  for (const other of others) await expect(undoDecision(other, decision)).rejects.toThrow(Refused)
  expect((await commentRow(id)).state).toBe('approved')
})

it('names nobody who has left since', async () => {
  const gone = await addPerson('Gone', 'moderator')
  await change({ escalatedAt: new Date(), escalatedBy: gone.personId })
  const decision = await make('approve')
  await write(async (tx) => void (await tx.delete(people).where(eq(people.id, gone.personId as number))))
  await undoDecision(mo, decision)
  expect(await commentRow(id)).toMatchObject({ escalatedAt: expect.any(Date), escalatedBy: null })
})
