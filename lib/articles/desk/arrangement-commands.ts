import { and, eq, inArray } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { articles } from '@/db/schema/articles'
import { people } from '@/db/schema/people'
import type { Viewer } from '../../people/viewer'
import { write } from '../../write'
import { WRITING_ROLES } from '../article-policy'
import { recordAudit } from '../article-record'
import { findMovable } from '../authority'

/** Whose an article is, until when, and who else is to look at it. What is not said stays as it is. */
export type Arrangement = {
  assigneeId?: number | null
  deadlineAt?: Date | null
  /** A lawyer is to look at it. */
  isLegalWanted?: boolean
  /** The picture desk is. */
  isPictureWanted?: boolean
}

/** Nobody who writes here has this id. */
export class NoColleague extends Error {}

/**
 * Arranges who does what with an article. Whoever may write in it may ask for a look; only editors give it to somebody.
 *
 * @throws {NoColleague}
 * @throws {Refused}
 * @throws {WrongState} when it lies in the bin
 */
export async function arrange(viewer: Viewer, id: number, order: Arrangement): Promise<void> {
  const { assigneeId, deadlineAt, isLegalWanted, isPictureWanted } = order
  await write(async (tx) => {
    const record = (action: string, detail?: Record<string, unknown>) =>
      recordAudit(tx, viewer, `article.${action}`, `article:${id}`, detail)
    if (assigneeId !== undefined || deadlineAt !== undefined) {
      const row = await findMovable(tx, viewer, id, 'assign')
      if (assigneeId) await requireColleague(tx, assigneeId)
      const given = {
        assigneeId: assigneeId === undefined ? row.assigneeId : assigneeId,
        deadlineAt: deadlineAt === undefined ? row.deadlineAt : deadlineAt,
      }
      await tx.update(articles).set(given).where(eq(articles.id, id))
      await record('assign', given)
    }
    for (const [look, isWanted] of Object.entries({ legal: isLegalWanted, picture: isPictureWanted })) {
      if (isWanted === undefined) continue
      const row = await findMovable(tx, viewer, id, 'write')
      const wantedAt = look === 'legal' ? 'legalWantedAt' : 'pictureWantedAt'
      // Asked for twice, it was asked for the first time.
      const moment = isWanted ? (row[wantedAt] ?? new Date()) : null
      await tx
        .update(articles)
        .set({ [wantedAt]: moment })
        .where(eq(articles.id, id))
      await record(isWanted ? `want-${look}` : `${look}-done`)
    }
  })
}

async function requireColleague(tx: Transaction, id: number): Promise<void> {
  const found = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.id, id), inArray(people.role, WRITING_ROLES)))
  if (found.length === 0) throw new NoColleague(`Nobody who writes here is person ${id}.`)
}
