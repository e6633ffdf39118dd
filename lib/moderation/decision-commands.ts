import { and, eq, isNull } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { commentReports, comments } from '@/db/schema/comments'
import { people } from '@/db/schema/people'
import { audit } from '../audit/audit-commands'
import type { CommentState } from '../comments/comment'
import { moveComment } from '../comments/comment-state'
import { requireModerated } from '../comments/moderator-commands'
import { sendMail } from '../mail/mail-commands'
import { notify } from '../notifications/notification-commands'
import type { Viewer } from '../people/viewer'
import { write } from '../write'
import { type Decision, REJECTION_WORDS, type RejectionReason, rejectionWords } from './decision'
import { learnFrom } from './spam-lessons'

/** A decision cannot be made as it was asked for. */
export class DecisionRefused extends Error {
  constructor(words: string) {
    super(words)
    this.name = 'DecisionRefused'
  }
}

export type Order = {
  commentId: number
  /** The text that the moderator read: a decision is about that one and no other. */
  revision: number
  decision: Decision
  /** For a rejection. */
  reason?: RejectionReason
  /** What the author is told beside the reason. */
  words?: string
}

const STATES: Record<Decision, CommentState> = {
  approve: 'approved',
  reject: 'rejected',
  spam: 'spam',
  reopen: 'pending',
}

type Row = typeof comments.$inferSelect

/**
 * Decides on a comment, in one transaction with everything that follows: its state, its reports, its appeal, what its
 * author and those who reported it are told, what the spam score learns, and the line of the audit log. Deciding the same
 * again changes nothing. To reopen takes a decision back.
 *
 * @returns whether anything changed
 * @throws {Refused} when the viewer does not moderate where it stands
 * @throws {DecisionRefused} when it was edited or deleted since, or a rejection has no reason
 */
export async function decide(viewer: Viewer, order: Order): Promise<boolean> {
  return write((tx) => decideWithin(tx, viewer, order))
}

/** The same within a transaction that does more. */
export async function decideWithin(tx: Transaction, viewer: Viewer, order: Order): Promise<boolean> {
  const { commentId, decision, reason } = order
  const told = toldTo(order)
  const row = await requireModerated(tx, viewer, commentId, 'decide on comments')
  if (row.deletedAt) throw new DecisionRefused('Its author has deleted this comment: there is nothing to decide.')
  if (row.revision !== order.revision) {
    throw new DecisionRefused('The comment was edited after you saw it. Read it again, then decide.')
  }
  const to = STATES[decision]
  const move = await moveComment(tx, commentId, { to, by: viewer, reason: told })
  const reports = decision === 'reopen' ? 0 : await settleReports(tx, viewer, row, decision !== 'approve')
  const isAppeal = decision !== 'reopen' && (await settleAppeal(tx, row))
  const isLooked = decision === 'approve' && (await noteLook(tx, viewer, row))
  if (!move?.moved && reports === 0 && !isAppeal && !isLooked) return false
  await learnFrom(tx, commentId, lessonOf(decision, reason))
  await audit(tx, viewer, {
    action: `comment.${decision}`,
    subject: `comment:${commentId}`,
    detail: {
      revision: row.revision,
      from: row.state,
      to,
      ...(reason && { reason }),
      ...(told && { told }),
      reports,
    },
  })
  await tell(tx, row, { decision, told, isAppeal, isMoved: move?.moved === true })
  return true
}

function toldTo({ decision, reason, words = '' }: Order): string {
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

/** Closes what readers reported of it; whoever reported something illegal is answered by mail. */
async function settleReports(tx: Transaction, viewer: Viewer, { id }: Row, isUpheld: boolean): Promise<number> {
  const answer = isUpheld
    ? 'We have looked at the comment that you reported. It is no longer published.'
    : 'We have looked at the comment that you reported. It does not break the rules, and stays published.'
  const settled = await tx
    .update(commentReports)
    .set({
      ...{ decidedAt: new Date(), decidedBy: viewer.personId },
      ...{ outcome: isUpheld ? ('upheld' as const) : ('dismissed' as const), answer },
    })
    .where(and(eq(commentReports.commentId, id), isNull(commentReports.decidedAt)))
    .returning({ personId: commentReports.personId, isIllegal: commentReports.isIllegal })
  if (settled.length === 0) return 0
  await tx.update(comments).set({ openReports: 0 }).where(eq(comments.id, id))
  for (const { personId, isIllegal } of settled) {
    if (isIllegal && personId !== null) await answerReporter(tx, personId, { commentId: id, answer })
  }
  return settled.length
}

async function answerReporter(
  tx: Transaction,
  personId: number,
  { commentId, answer }: { commentId: number; answer: string },
): Promise<void> {
  const [person] = await tx.select({ email: people.email }).from(people).where(eq(people.id, personId))
  if (!person) return
  const paragraphs = [answer, `Your report was about comment ${commentId}. A moderator decided on it.`]
  await sendMail(tx, { to: person.email, template: { subject: 'Your report of illegal content', paragraphs } })
}

async function settleAppeal(tx: Transaction, { id, appealedAt, appealDecidedAt }: Row): Promise<boolean> {
  if (!appealedAt || appealDecidedAt) return false
  await tx.update(comments).set({ appealDecidedAt: new Date() }).where(eq(comments.id, id))
  return true
}

/** A comment that the steps published is new to moderators until one of them lets it stand. */
async function noteLook(tx: Transaction, viewer: Viewer, { id, state, decidedAt }: Row): Promise<boolean> {
  if (state !== 'approved' || decidedAt) return false
  await tx.update(comments).set({ decidedAt: new Date(), decidedBy: viewer.personId }).where(eq(comments.id, id))
  return true
}

type Outcome = { decision: Decision; told: string; isAppeal: boolean; isMoved: boolean }

async function tell(tx: Transaction, { id, personId, state }: Row, { decision, told, isAppeal, isMoved }: Outcome) {
  if (personId === null || (!isMoved && !isAppeal)) return
  const after = isAppeal ? ' after your appeal' : ''
  // A comment that was open all along is no news to its author.
  if (decision === 'approve' && state !== 'approved') {
    await notify(tx, { personId, kind: 'decision', commentId: id, note: `Published${after}.` })
  } else if (decision === 'reject' || decision === 'spam') {
    await notify(tx, { personId, kind: 'decision', commentId: id, note: `Not published${after}: ${told}` })
  }
}
