import { and, asc, desc, eq, inArray, isNull, ne } from 'drizzle-orm'
import { type Database, database, type Transaction } from '@/db/client'
import { type BeforeDecision, commentDecisions } from '@/db/schema/moderation'
import { people } from '@/db/schema/people'
import type { Viewer } from '../people/viewer'
import type { Decision } from './decision'
import type { CommentRow } from './decision-effects'
import { lessonOn } from './spam-lessons'

type NewDecision = Pick<typeof commentDecisions.$inferInsert, 'commentId' | 'revision' | 'decision' | 'told' | 'before'>

/** Keeps who decided what, and what it takes to undo it. @returns its id */
export async function keepDecision(tx: Transaction, viewer: Viewer, decision: NewDecision): Promise<number> {
  const [row] = await tx
    .insert(commentDecisions)
    .values({ ...decision, decidedBy: viewer.personId })
    .returning({ id: commentDecisions.id })
  return (row as { id: number }).id
}

/**
 * Notes that whoever reported a comment was told of what a decision made of it: undone, it leaves them without an answer.
 *
 * @param decisionId none where no moderator decided on it
 */
export async function noteAnswered(tx: Transaction, decisionId: number | undefined, reportId: number): Promise<void> {
  if (decisionId === undefined) return
  const [row] = await tx
    .select({ before: commentDecisions.before })
    .from(commentDecisions)
    .where(eq(commentDecisions.id, decisionId))
  if (!row?.before) return
  const before = { ...row.before, reports: [...row.before.reports, reportId] }
  await tx.update(commentDecisions).set({ before }).where(eq(commentDecisions.id, decisionId))
}

/** A comment as it is before a decision. */
export async function beforeOf(tx: Transaction, row: CommentRow): Promise<Omit<BeforeDecision, 'reports' | 'told'>> {
  const { state, decidedBy, decidedReason, pickedBy, escalatedBy } = row
  return {
    ...{ state, decidedBy, decidedReason, pickedBy, escalatedBy },
    decidedAt: row.decidedAt?.getTime() ?? null,
    pickedAt: row.pickedAt?.getTime() ?? null,
    escalatedAt: row.escalatedAt?.getTime() ?? null,
    isAppealOpen: row.appealedAt !== null && row.appealDecidedAt === null,
    lesson: await lessonOn(tx, row.id),
  }
}

/** The last thing that a moderator made of a comment, undoing included: its id, and by whom; null when there is none. */
export async function lastDecisionOn(source: Database | Transaction, commentId: number) {
  const [row] = await source
    .select({ id: commentDecisions.id, by: people.name })
    .from(commentDecisions)
    .leftJoin(people, eq(people.id, commentDecisions.decidedBy))
    .where(eq(commentDecisions.commentId, commentId))
    .orderBy(desc(commentDecisions.id))
    .limit(1)
  return row ?? null
}

/** The last decision on a comment that stands; null when there is none. */
export async function standingDecisionOn(source: Database | Transaction, commentId: number) {
  const stands = and(isNull(commentDecisions.undoneAt), ne(commentDecisions.decision, 'undo'))
  const [row] = await source
    .select()
    .from(commentDecisions)
    .where(and(eq(commentDecisions.commentId, commentId), stands))
    .orderBy(desc(commentDecisions.id))
    .limit(1)
  return row ?? null
}

export type StandingDecision = { id: number; decision: Decision; by: string | null; at: Date }

/** Everything that moderators decided on some comments, the oldest first. */
export async function decisionsOn(commentIds: number[]) {
  const { id, commentId, revision, decision, at, undoneAt } = commentDecisions
  return database()
    .select({ id, commentId, revision, decision, at, undoneAt, by: people.name })
    .from(commentDecisions)
    .leftJoin(people, eq(people.id, commentDecisions.decidedBy))
    .where(inArray(commentId, commentIds))
    .orderBy(asc(id))
}

/** What was decided on one of them: the last that was done, and what holds of its text. */
export function decidedOn(
  comment: Pick<CommentRow, 'id' | 'revision'>,
  decisions: Awaited<ReturnType<typeof decisionsOn>>,
): { seen: number; standing: StandingDecision | null } {
  const own = decisions.filter(({ commentId }) => commentId === comment.id)
  const last = own.findLast(({ decision, undoneAt }) => decision !== 'undo' && undoneAt === null)
  const isOfText = last?.revision === comment.revision
  const standing =
    last && isOfText ? { id: last.id, decision: last.decision as Decision, by: last.by, at: last.at } : null
  return { seen: own.at(-1)?.id ?? 0, standing }
}
