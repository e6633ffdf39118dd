import { and, eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { notifications } from '@/db/schema/notifications'
import { aboutOf, notify } from './notification-commands'

/** What somebody was told of a decision, moments in milliseconds. */
export type DecisionNotice = { note: string; mailAt: number | null; readAt: number | null }

/** What somebody was told of a decision on a comment of theirs; null for nothing. */
export async function findDecisionNotice(
  tx: Transaction,
  personId: number,
  commentId: number,
): Promise<DecisionNotice | null> {
  const [row] = await tx.select().from(notifications).where(noticeOf(personId, commentId))
  if (!row) return null
  const { note, mailAt, readAt } = row
  return { note, mailAt: mailAt?.getTime() ?? null, readAt: readAt?.getTime() ?? null }
}

type TakenBack = {
  personId: number
  commentId: number
  /** When it was to be mailed, and what had been told before, as `findDecisionNotice` said. */
  told: { mailAt: number | null; was: DecisionNotice | null }
  /** What is told instead when it is known already. */
  note: string
}

/**
 * Takes back that somebody is told of a decision: it is as it was before. When it was mailed or seen, they are told anew.
 *
 * @returns whether nobody had to be told
 */
export async function takeBackDecisionNotice(
  tx: Transaction,
  { personId, commentId, told, note }: TakenBack,
): Promise<boolean> {
  const now = await findDecisionNotice(tx, personId, commentId)
  if (!now) return true
  if (now.readAt !== null || (told.mailAt !== null && now.mailAt === null)) {
    await notify(tx, { personId, kind: 'decision', commentId, note })
    return false
  }
  const mine = noticeOf(personId, commentId)
  if (!told.was) await tx.delete(notifications).where(mine)
  else {
    const [mailAt, readAt] = [told.was.mailAt, told.was.readAt].map((at) => (at === null ? null : new Date(at)))
    await tx.update(notifications).set({ note: told.was.note, mailAt, readAt }).where(mine)
  }
  return true
}

function noticeOf(personId: number, commentId: number) {
  const about = aboutOf({ personId, kind: 'decision', commentId, note: '' })
  return and(eq(notifications.personId, personId), eq(notifications.about, about))
}
