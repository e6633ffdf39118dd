import { eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { comments } from '@/db/schema/comments'
import { audit } from '../audit/audit-commands'
import { moveComment } from '../comments/comment-state'
import { requireModerated } from '../comments/moderator-commands'
import type { Viewer } from '../people/viewer'
import { write } from '../write'
import { claimWords } from './claim'
import { endClaims } from './claim-commands'
import { claimOfOther } from './claim-queries'
import { type Decision, REJECTION_WORDS, type RejectionReason, rejectionWords, STATE_AFTER } from './decision'
import { type CommentRow, noteLook, settleAppeal, settleReports, tellAuthor } from './decision-effects'
import { beforeOf, keepDecision } from './decision-record'
import { ClaimedByOther, DecisionRefused, StaleDecision } from './decision-refused'
import { learnFrom } from './spam-lessons'
import { staleWords } from './stale-decision'

export type Order = {
  commentId: number
  /** The text that the moderator read: a decision is about that one and no other. */
  revision: number
  decision: Decision
  /** The last decision that the moderator saw on it, 0 for none: what somebody else decided meanwhile is not overturned unseen. */
  seen?: number
  /** For a rejection. */
  reason?: RejectionReason
  /** What the author is told beside the reason. */
  words?: string
}

/**
 * Decides on a comment, in one transaction with everything that follows: its state, its reports, its appeal, what its
 * author and those who reported it are told, what the spam score learns, and the line of the audit log. Deciding the same
 * again changes nothing. To escalate leaves it to other moderators. To reopen has it wait again.
 *
 * @returns the id of the decision, by which it is undone; null when nothing changed
 * @throws {Refused} when the viewer does not moderate where it stands
 * @throws {StaleDecision} when it was edited, deleted or decided otherwise since
 * @throws {ClaimedByOther} when somebody else looks at it
 * @throws {DecisionRefused} when a rejection has no reason
 */
export async function decide(viewer: Viewer, order: Order): Promise<number | null> {
  return write((tx) => decideWithin(tx, viewer, order))
}

/** The same within a transaction that does more. */
export async function decideWithin(tx: Transaction, viewer: Viewer, order: Order): Promise<number | null> {
  const { commentId, decision } = order
  const told = toldTo(order)
  const row = await requireModerated(tx, viewer, commentId, 'decide on comments')
  const stale = await staleWords(tx, row, order)
  if (stale) throw new StaleDecision(stale)
  const claim = await claimOfOther(tx, viewer, commentId)
  if (claim) throw new ClaimedByOther(claimWords(claim))
  await endClaims(tx, commentId)
  const before = await beforeOf(tx, row)
  const done = decision === 'escalate' ? await escalate(tx, viewer, row) : await settle(tx, viewer, row, order)
  if (!done) return null
  return keepDecision(tx, viewer, { commentId, revision: row.revision, decision, told, before: { ...before, ...done } })
}

/** Leaves a comment to other moderators. */
async function escalate(tx: Transaction, viewer: Viewer, { id, revision, escalatedAt }: CommentRow) {
  if (escalatedAt) return null
  await tx.update(comments).set({ escalatedAt: new Date(), escalatedBy: viewer.personId }).where(eq(comments.id, id))
  await audit(tx, viewer, { action: 'comment.escalate', subject: `comment:${id}`, detail: { revision } })
  return { reports: [], told: null }
}

/** Moves a comment where a decision puts it, with all that follows; null when everything was so already. */
async function settle(tx: Transaction, viewer: Viewer, row: CommentRow, order: Order) {
  const { decision, reason } = order
  const told = toldTo(order)
  const to = STATE_AFTER[decision as keyof typeof STATE_AFTER]
  const isSettled = decision !== 'reopen'
  const move = await moveComment(tx, row.id, { to, by: viewer, reason: told })
  const reports = isSettled ? await settleReports(tx, viewer, row, decision !== 'approve') : []
  const isAppeal = isSettled && (await settleAppeal(tx, row))
  const isLooked = decision === 'approve' && (await noteLook(tx, viewer, row))
  if (!move?.moved && reports.length === 0 && !isAppeal && !isLooked && !row.escalatedAt) return null
  await tx.update(comments).set({ escalatedAt: null, escalatedBy: null }).where(eq(comments.id, row.id))
  await learnFrom(tx, row.id, lessonOf(decision, reason))
  const detail = { revision: row.revision, from: row.state, to, ...(reason && { reason }), ...(told && { told }) }
  const action = `comment.${decision}` as const
  await audit(tx, viewer, { action, subject: `comment:${row.id}`, detail: { ...detail, reports: reports.length } })
  const news = await tellAuthor(tx, row, { decision, told, isAppeal, isMoved: move?.moved === true })
  return { reports, told: news }
}

/** What the author of a comment is told by a decision. @throws {DecisionRefused} when a rejection has no reason */
export function toldTo({ decision, reason, words = '' }: Pick<Order, 'decision' | 'reason' | 'words'>): string {
  if (decision === 'spam') return REJECTION_WORDS.spam
  if (decision !== 'reject') return ''
  if (!reason) throw new DecisionRefused('Choose why the comment is rejected: its author is told.')
  const told = rejectionWords(reason, words)
  if (told === '') throw new DecisionRefused('Say why the comment is rejected: its author is told.')
  return told
}

function lessonOf(decision: Decision, reason?: RejectionReason): 'spam' | 'kept' | null {
  if (decision === 'spam' || (decision === 'reject' && reason === 'spam')) return 'spam'
  return decision === 'approve' ? 'kept' : null
}
