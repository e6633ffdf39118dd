import { and, eq, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { commentLikes, commentReports, comments, mutes, threadFollows } from '@/db/schema/comments'
import { people } from '@/db/schema/people'
import type { Viewer } from '../people/viewer'
import { changed, write } from '../write'
import type { ReportReason } from './comment'
import { findPublicArticle, requireCommenter } from './comment-policy'
import { CommentRefused } from './comment-refused'

/** What readers do about others’ comments. Each says what is wanted; done twice, it is done once. */

export type Wanted = { id: number; isOn: boolean | null }

/**
 * Recommends a comment, or no longer.
 *
 * @param isOn what is wanted; null for the other of what is
 * @returns what is now, and how many recommend it
 */
export async function likeComment(viewer: Viewer, { id, isOn }: Wanted) {
  return write(async (tx) => {
    const person = await requireCommenter(tx, viewer)
    const row = await requireOpenComment(tx, id)
    if (row.personId === person.id) throw new CommentRefused(409, 'Your own comment is for others to recommend.')
    const mine = and(eq(commentLikes.commentId, id), eq(commentLikes.personId, person.id))
    const [known] = await tx.select().from(commentLikes).where(mine)
    const wanted = isOn ?? !known
    const state = { articleId: row.articleId, isOn: wanted }
    if (wanted === Boolean(known)) return { ...state, likes: row.likes }
    if (wanted) await tx.insert(commentLikes).values({ commentId: id, personId: person.id })
    else await tx.delete(commentLikes).where(mine)
    const likes = row.likes + (wanted ? 1 : -1)
    await tx.update(comments).set({ likes }).where(eq(comments.id, id))
    changed(`comments:${row.articleId}`)
    return { ...state, likes }
  })
}

export type Report = { id: number; reason: ReportReason; details: string; isIllegal: boolean }

/**
 * Reports a comment to the moderators, as it reads now. Reporting it again says it better, and counts once.
 *
 * @returns the report’s id
 */
export async function reportComment(viewer: Viewer, { id, reason, details, isIllegal }: Report) {
  return write(async (tx) => {
    const [person] = await tx
      .select({ id: people.id })
      .from(people)
      .where(eq(people.id, viewer.personId ?? 0))
    if (!person) throw new CommentRefused(403, 'Only somebody with an account can report a comment.')
    const row = await requireOpenComment(tx, id)
    const values = { commentId: id, revision: row.revision, personId: person.id, isIllegal, reason, details }
    const known = and(
      eq(commentReports.commentId, id),
      eq(commentReports.personId, person.id),
      eq(commentReports.isIllegal, isIllegal),
      eq(commentReports.revision, row.revision),
    )
    const [before] = await tx.select().from(commentReports).where(known)
    if (before) {
      await tx.update(commentReports).set({ reason, details }).where(eq(commentReports.id, before.id))
      return { articleId: row.articleId, reportId: before.id }
    }
    const [made] = await tx.insert(commentReports).values(values).returning({ id: commentReports.id })
    await tx
      .update(comments)
      .set({ openReports: sql`${comments.openReports} + 1` })
      .where(eq(comments.id, id))
    return { articleId: row.articleId, reportId: (made as { id: number }).id }
  })
}

/** Hides what the author of a comment says from the viewer, or no longer. */
export async function muteAuthor(viewer: Viewer, { id, isOn }: Wanted) {
  const personId = requirePerson(viewer)
  return write(async (tx) => {
    const [row] = await tx.select().from(comments).where(eq(comments.id, id))
    if (!row?.personId) throw new CommentRefused(409, 'Whoever wrote this has no account any more.')
    if (row.personId === personId) throw new CommentRefused(409, 'You cannot mute yourself.')
    const { articleId, personId: mutedId } = row
    const one = and(eq(mutes.personId, personId), eq(mutes.mutedId, mutedId))
    const [known] = await tx.select().from(mutes).where(one)
    const wanted = isOn ?? !known
    if (wanted) await tx.insert(mutes).values({ personId, mutedId }).onConflictDoNothing()
    else await tx.delete(mutes).where(one)
    return { articleId, isOn: wanted, mutedId }
  })
}

/** Follows the thread that a comment belongs to, or no longer. */
export async function followThread(viewer: Viewer, { id, isOn }: Wanted) {
  const personId = requirePerson(viewer)
  return write(async (tx) => {
    const row = await requireOpenComment(tx, id)
    const threadId = row.threadId ?? row.id
    const one = and(eq(threadFollows.personId, personId), eq(threadFollows.threadId, threadId))
    const [known] = await tx.select().from(threadFollows).where(one)
    const wanted = isOn ?? !known
    if (wanted) await tx.insert(threadFollows).values({ personId, threadId }).onConflictDoNothing()
    else await tx.delete(threadFollows).where(one)
    return { articleId: row.articleId, isOn: wanted, threadId }
  })
}

/**
 * Says something against the decision on one’s own comment, once.
 *
 * @throws {CommentRefused} when it was not refused, or was appealed already
 */
export async function appeal(viewer: Viewer, { id, text }: { id: number; text: string }) {
  return write(async (tx) => {
    const [row] = await tx.select().from(comments).where(eq(comments.id, id))
    if (!row || row.personId === null || row.personId !== viewer.personId) {
      throw new CommentRefused(403, 'This comment is not yours.')
    }
    if (row.state !== 'rejected' && row.state !== 'spam') {
      throw new CommentRefused(409, 'Nothing was decided against this comment.')
    }
    if (row.appealedAt) throw new CommentRefused(409, 'You have appealed already. Each comment can be appealed once.')
    if (text === '') throw new CommentRefused(422, 'Say why the decision is wrong.', 'text')
    await tx.update(comments).set({ appeal: text, appealedAt: new Date() }).where(eq(comments.id, id))
    return { articleId: row.articleId }
  })
}

function requirePerson(viewer: Viewer): number {
  if (viewer.personId === null) throw new CommentRefused(403, 'Only somebody with an account can do this.')
  return viewer.personId
}

async function requireOpenComment(tx: Transaction, id: number) {
  const [row] = await tx.select().from(comments).where(eq(comments.id, id))
  if (!row || row.deletedAt || row.state !== 'approved' || !(await findPublicArticle(tx, row.articleId))) {
    throw new CommentRefused(409, 'This comment is no longer there.')
  }
  return row
}
