import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { commentReports, comments } from '@/db/schema/comments'
import { postComment } from '@/lib/comments/comment-commands'
import { moveComment } from '@/lib/comments/comment-state'
import { unsafeOperator } from '@/lib/people/viewer'
import { write } from '@/lib/write'
import { type Person, viewerOf } from './cast'

/** The verbs of a conversation, on the newsroom that is open. */

/** Has somebody say something that everyone can read. @returns its id */
export async function say(person: Person, articleId: number, body: string, parentId: number | null = null) {
  const { id } = await postComment(await viewerOf(person), { articleId, parentId, body })
  await approve(id)
  return id
}

export async function approve(id: number): Promise<void> {
  await write((tx) => moveComment(tx, id, { to: 'approved', by: unsafeOperator() }))
}

export async function reject(id: number, reason: string): Promise<void> {
  await write((tx) => moveComment(tx, id, { to: 'rejected', by: unsafeOperator(), reason }))
}

export async function commentRow(id: number) {
  return (await database().select().from(comments).where(eq(comments.id, id)))[0]
}

/** What somebody said last. */
export async function lastCommentOf(personId: number) {
  const rows = await database().select().from(comments).where(eq(comments.personId, personId))
  return rows.at(-1)
}

export async function reportsOf(id: number) {
  return database().select().from(commentReports).where(eq(commentReports.commentId, id))
}
