import { and, asc, eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { comments } from '@/db/schema/comments'
import { people } from '@/db/schema/people'
import { reads } from '../serving/render-scope'
import type { CommentThread, PublicComment } from './comment'

const STAFF: ReadonlySet<string> = new Set(['author', 'editor', 'moderator', 'admin'])

/** The conversation under an article as everyone may read it: threads in the order they were begun, replies below. */
export async function getThreads(articleId: number): Promise<{ threads: CommentThread[]; total: number }> {
  reads(`comments:${articleId}`)
  const rows = await database()
    .select({ comment: comments, role: people.role })
    .from(comments)
    .leftJoin(people, eq(people.id, comments.personId))
    .where(and(eq(comments.articleId, articleId), eq(comments.state, 'approved')))
    .orderBy(asc(comments.createdAt), asc(comments.id))
  const threads = new Map<number, CommentThread>()
  const signatures = new Map<number, string>()
  for (const { comment, role } of rows) {
    const shown = toPublic(comment, role)
    signatures.set(shown.id, shown.signature)
    if (comment.threadId === null) threads.set(shown.id, { comment: shown, replies: [] })
    else
      threads.get(comment.threadId)?.replies.push({ ...shown, inReplyTo: signatures.get(shown.parentId ?? 0) ?? null })
  }
  const withoutEmptyTombstones = [...threads.values()].filter(
    ({ comment, replies }) => !comment.tombstone || replies.length > 0,
  )
  return { threads: withoutEmptyTombstones, total: rows.filter(({ comment }) => comment.deletedAt === null).length }
}

function toPublic(comment: typeof comments.$inferSelect, role: string | null): PublicComment {
  const { id, parentId, signature, likes, pickedAt, createdAt, editedAt } = comment
  const tombstone = comment.deletedAt ? ('deleted' as const) : null
  const body = tombstone ? '' : comment.body
  return {
    id,
    parentId,
    signature,
    isStaff: STAFF.has(role ?? ''),
    body,
    likes,
    pickedAt,
    createdAt,
    editedAt,
    tombstone,
  }
}
