import { and, eq, isNull } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { commentReports, comments } from '@/db/schema/comments'
import type { BeforeDecision } from '@/db/schema/moderation'
import { people } from '@/db/schema/people'
import { sendMail } from '../mail/mail-commands'
import { findDecisionNotice } from '../notifications/decision-notice'
import { notify } from '../notifications/notification-commands'
import type { Viewer } from '../people/viewer'
import { type Decision, UNDO_SECONDS } from './decision'

/** What follows from a decision, each part saying what it did, so that it can be taken back. */

export type CommentRow = typeof comments.$inferSelect

type Closed = Pick<BeforeDecision, 'reports' | 'mails'>

/** Nothing leaves the house while the decision can still be taken back with one key. */
const notBefore = () => new Date(Date.now() + UNDO_SECONDS * 1000)

/** Closes what readers reported of it; whoever reported something illegal is answered by mail. */
export async function settleReports(
  tx: Transaction,
  viewer: Viewer,
  { id }: CommentRow,
  isUpheld: boolean,
): Promise<Closed> {
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
    .returning({ id: commentReports.id, personId: commentReports.personId, isIllegal: commentReports.isIllegal })
  if (settled.length > 0) await tx.update(comments).set({ openReports: 0 }).where(eq(comments.id, id))
  const mails: number[] = []
  for (const { personId, isIllegal } of settled) {
    const mail = isIllegal && personId !== null ? await answerReporter(tx, personId, { commentId: id, answer }) : null
    if (mail !== null) mails.push(mail)
  }
  return { reports: settled.map((report) => report.id), mails }
}

/** @returns the id of the mail; null when they are gone */
async function answerReporter(
  tx: Transaction,
  personId: number,
  { commentId, answer }: { commentId: number; answer: string },
): Promise<number | null> {
  const [person] = await tx.select({ email: people.email }).from(people).where(eq(people.id, personId))
  if (!person) return null
  const paragraphs = [answer, `Your report was about comment ${commentId}. A moderator decided on it.`]
  const template = { subject: 'Your report of illegal content', paragraphs }
  return sendMail(tx, { to: person.email, template, notBefore: notBefore() })
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
