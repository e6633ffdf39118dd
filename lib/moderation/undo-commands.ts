import { and, eq, inArray } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { commentReports, comments } from '@/db/schema/comments'
import { type BeforeDecision, commentDecisions } from '@/db/schema/moderation'
import { people } from '@/db/schema/people'
import { audit } from '../audit/audit-commands'
import type { CommentState } from '../comments/comment'
import { moveComment, pick } from '../comments/comment-state'
import { requireModerated } from '../comments/moderator-commands'
import { takeBackDecisionNotice } from '../notifications/decision-notice'
import type { Viewer } from '../people/viewer'
import { write } from '../write'
import { type CommentRow, countOpenReports } from './decision-effects'
import { keepDecision, standingDecisionOn } from './decision-record'
import { DecisionRefused } from './decision-refused'
import { learnFrom } from './spam-lessons'

type Decided = typeof commentDecisions.$inferSelect

/**
 * Takes the last decision on a comment back: it is as it was, the reports and the appeal that the decision closed are open
 * again, and what is not yet mailed is not mailed. Who was told of it already is told of this too.
 *
 * @returns the comment's id
 * @throws {Refused} when the viewer does not moderate where it stands
 * @throws {DecisionRefused} when there is no such decision, it was undone or followed by another, or the comment was
 *   edited or deleted since
 */
export async function undoDecision(viewer: Viewer, decisionId: number): Promise<number> {
  return write(async (tx) => {
    const [decided] = await tx.select().from(commentDecisions).where(eq(commentDecisions.id, decisionId))
    if (!decided?.before) throw new DecisionRefused('There is no such decision any more.')
    const { commentId, revision, before } = decided
    const row = await requireModerated(tx, viewer, commentId, 'undo decisions')
    await refuseOvertaken(tx, row, decided)
    await restoreState(tx, viewer, row, before)
    await reopenReports(tx, row, before)
    await learnFrom(tx, row.id, before.lesson)
    const isToldAnew = await untell(tx, row, before)
    await tx.update(commentDecisions).set({ undoneAt: new Date() }).where(eq(commentDecisions.id, decisionId))
    await keepDecision(tx, viewer, { commentId, revision, decision: 'undo' })
    await audit(tx, viewer, {
      action: 'comment.undo',
      subject: `comment:${commentId}`,
      detail: { revision, undone: decided.decision, from: row.state, to: before.state, isToldAnew },
    })
    return commentId
  })
}

async function refuseOvertaken(tx: Transaction, row: CommentRow, decided: Decided): Promise<void> {
  if (decided.undoneAt) throw new DecisionRefused('That decision was undone already.')
  const last = await standingDecisionOn(tx, row.id)
  if (last?.id !== decided.id) throw new DecisionRefused('Another decision was made after that one: undo that first.')
  if (row.deletedAt) throw new DecisionRefused('Its author has deleted this comment: there is nothing to undo.')
  if (row.revision !== decided.revision) {
    throw new DecisionRefused('The comment was edited after the decision: decide on what it says now.')
  }
}

async function restoreState(tx: Transaction, viewer: Viewer, row: CommentRow, before: BeforeDecision): Promise<void> {
  await moveComment(tx, row.id, { to: before.state, by: null })
  if (before.pickedAt !== null && row.pickedAt === null) await pick(tx, viewer, row.id, true)
  const remaining = await stillThere(tx, [before.decidedBy, before.pickedBy, before.escalatedBy])
  await tx
    .update(comments)
    .set({
      decidedAt: moment(before.decidedAt),
      decidedBy: remaining(before.decidedBy),
      decidedReason: before.decidedReason,
      escalatedAt: moment(before.escalatedAt),
      escalatedBy: remaining(before.escalatedBy),
      ...(before.pickedAt !== null && { pickedAt: moment(before.pickedAt), pickedBy: remaining(before.pickedBy) }),
      ...(before.isAppealOpen && { appealDecidedAt: null }),
    })
    .where(eq(comments.id, row.id))
}

const moment = (milliseconds: number | null) => (milliseconds === null ? null : new Date(milliseconds))

/** Whoever has left the newsroom since is named no more. */
async function stillThere(tx: Transaction, ids: (number | null)[]) {
  const asked = ids.filter((id) => id !== null)
  const rows = await tx.select({ id: people.id }).from(people).where(inArray(people.id, asked))
  const known = new Set(rows.map(({ id }) => id))
  return (id: number | null) => (id !== null && known.has(id) ? id : null)
}

async function reopenReports(tx: Transaction, { id }: CommentRow, { reports }: BeforeDecision): Promise<void> {
  await tx
    .update(commentReports)
    .set({ decidedAt: null, decidedBy: null, outcome: null, answer: '' })
    .where(and(inArray(commentReports.id, reports), eq(commentReports.commentId, id)))
  await countOpenReports(tx, id)
}

const NOW_WORDS: Record<CommentState, string> = {
  approved: 'it is published again.',
  pending: 'it waits for a moderator again.',
  rejected: 'it is not published.',
  spam: 'it is not published.',
}

/** @returns whether the author had to be told anew, since they knew of the decision */
async function untell(tx: Transaction, { id, personId }: CommentRow, { told, state }: BeforeDecision) {
  if (personId === null || told === null) return false
  const note = `The decision was taken back: ${NOW_WORDS[state]}`
  return !(await takeBackDecisionNotice(tx, { personId, commentId: id, told, note }))
}
