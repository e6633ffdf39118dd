import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { commentReports, comments } from '@/db/schema/comments'
import { moveComment, placeNew } from '@/lib/comments/comment-state'
import { unsafeOperator } from '@/lib/people/viewer'
import { write } from '@/lib/write'
import { castId, type Person, remy, viewerOf } from './cast'

/** The verbs of a conversation, on the newsroom that is open. */

/**
 * Has somebody say something that everyone can read, past the rules of moderation: a test's talkers say much at once.
 *
 * @returns its id
 */
export async function say(person: Person, articleId: number, body: string, parentId: number | null = null) {
  const { personId, name } = await viewerOf(person)
  return write(async (tx) => {
    const [parent] = parentId === null ? [] : await tx.select().from(comments).where(eq(comments.id, parentId))
    const place = parent ? { threadId: parent.threadId ?? parent.id, depth: parent.depth + 1 } : {}
    const state = { state: 'approved' as const, approvedAt: new Date() }
    const [row] = await tx
      .insert(comments)
      .values({ articleId, parentId, personId, signature: name, body, ...place, ...state })
      .returning({ id: comments.id })
    const { id } = row as { id: number }
    await placeNew(tx, id)
    return id
  })
}

/** Has a reader say something that waits for a moderator. @returns its id */
export async function waiting(articleId: number, body: string, signature = remy.name): Promise<number> {
  const personId = await castId(remy)
  return write(async (tx) => {
    const values = { articleId, personId, signature, body, state: 'pending' as const }
    const [row] = await tx.insert(comments).values(values).returning({ id: comments.id })
    const { id } = row as { id: number }
    await placeNew(tx, id)
    return id
  })
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
