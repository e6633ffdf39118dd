import { and, count, eq, isNull } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { commentReports, comments } from '@/db/schema/comments'
import type { BeforeDecision } from '@/db/schema/moderation'
import { findDecisionNotice } from '../notifications/decision-notice'
import { notify } from '../notifications/notification-commands'
import type { Viewer } from '../people/viewer'
import { type Decision, UNDO_SECONDS } from './decision'

/** What follows from a decision, each part saying what it did, so that it can be taken back. */

export type CommentRow = typeof comments.$inferSelect

/** Nothing leaves the house while the decision can still be taken back with one key. */
const notBefore = () => new Date(Date.now() + UNDO_SECONDS * 1000)

/**
 * Closes what readers reported of it. What was reported as illegal stays open: whoever did so is owed an answer of its own
 * (report-commands.ts).
 *
 * @returns the ids of the reports
 */
export async function settleReports(
  tx: Transaction,
  viewer: Viewer,
  { id }: CommentRow,
  isUpheld: boolean,
): Promise<number[]> {
  const outcome = isUpheld ? ('upheld' as const) : ('dismissed' as const)
  const isOpen = and(isNull(commentReports.decidedAt), eq(commentReports.isIllegal, false))
  const settled = await tx
    .update(commentReports)
    .set({ decidedAt: new Date(), decidedBy: viewer.personId, outcome })
    .where(and(eq(commentReports.commentId, id), isOpen))
    .returning({ id: commentReports.id })
  if (settled.length > 0) await countOpenReports(tx, id)
  return settled.map((report) => report.id)
}

/** Keeps how many reports of a comment are open. */
export async function countOpenReports(tx: Transaction, commentId: number): Promise<void> {
  const open = and(eq(commentReports.commentId, commentId), isNull(commentReports.decidedAt))
  const [row] = await tx.select({ open: count() }).from(commentReports).where(open)
  await tx
    .update(comments)
    .set({ openReports: row?.open ?? 0 })
    .where(eq(comments.id, commentId))
}

/** @returns whether an appeal was open */
export async function settleAppeal(tx: Transaction, { id, appealedAt, appealDecidedAt }: CommentRow): Promise<boolean> {
  if (!appealedAt || appealDecidedAt) return false
  await tx.update(comments).set({ appealDecidedAt: new Date() }).where(eq(comments.id, id))
  return true
}

/** A comment that the steps published is new to moderators until one of them lets it stand. */
export async function noteLook(tx: Transaction, viewer: Viewer, { id, state, decidedAt }: CommentRow) {
  if (state !== 'approved' || decidedAt) return false
  await tx.update(comments).set({ decidedAt: new Date(), decidedBy: viewer.personId }).where(eq(comments.id, id))
  return true
}

type Outcome = { decision: Decision; told: string; isAppeal: boolean; isMoved: boolean }

/** Has the author told. @returns what they are told now and were told before; null when this is no news to them */
export async function tellAuthor(
  tx: Transaction,
  { id, personId, state }: CommentRow,
  { decision, told, isAppeal, isMoved }: Outcome,
): Promise<BeforeDecision['told']> {
  const note = noteOf({ decision, told, isAppeal, isMoved }, state)
  if (personId === null || note === null) return null
  const was = await findDecisionNotice(tx, personId, id)
  await notify(tx, { personId, kind: 'decision', commentId: id, note, notBefore: notBefore() })
  const mailAt = (await findDecisionNotice(tx, personId, id))?.mailAt ?? null
  return { mailAt, was }
}

function noteOf({ decision, told, isAppeal, isMoved }: Outcome, from: CommentRow['state']): string | null {
  if (!isMoved && !isAppeal) return null
  const after = isAppeal ? ' after your appeal' : ''
  // A comment that was open all along is no news to its author.
  if (decision === 'approve' && from !== 'approved') return `Published${after}.`
  return decision === 'reject' || decision === 'spam' ? `Not published${after}: ${told}` : null
}
