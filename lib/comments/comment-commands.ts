import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { comments, commentTexts } from '@/db/schema/comments'
import type { Viewer } from '../people/viewer'
import { changed, write } from '../write'
import { type CommentState, EDITABLE_FOR } from './comment'
import { requireAnswerable, requireCommenter, requireOpenArticle } from './comment-policy'
import { CommentRefused } from './comment-refused'
import { moveComment, placeNew, takeAway, tellProfile } from './comment-state'
import { judgeComment, ruleOf } from './judgement'

/** What became of a comment. */
export type CommentDone = { id: number; articleId: number; state: CommentState }

/** How long, in milliseconds, the same words of the same person in the same place are the same comment, sent twice. */
const TWICE_WITHIN = 2 * 60_000

/**
 * Posts a comment, or a reply to one. Sent twice, it is one comment.
 *
 * @param body as `readBody` gives it
 * @throws {CommentRefused} when the viewer may not, the conversation is closed or the comment above cannot be answered
 */
export async function postComment(
  viewer: Viewer,
  { articleId, parentId, body }: { articleId: number; parentId: number | null; body: string },
): Promise<CommentDone> {
  return write(async (tx) => {
    const person = await requireCommenter(tx, viewer)
    const article = await requireOpenArticle(tx, articleId)
    const parent = parentId === null ? null : await requireAnswerable(tx, articleId, parentId)
    const twin = await findTwin(tx, { articleId, parentId, personId: person.id, body })
    if (twin) return { id: twin.id, articleId, state: twin.state }
    const { verdict, state } = await judgeComment(tx, { articleId: article.id, parentId, personId: person.id, body })
    const now = new Date()
    const [row] = await tx
      .insert(comments)
      .values({
        articleId,
        parentId,
        threadId: parent ? (parent.threadId ?? parent.id) : null,
        depth: parent ? parent.depth + 1 : 0,
        personId: person.id,
        signature: person.name,
        badge: person.badge,
        body,
        state,
        verdict,
        createdAt: now,
        approvedAt: state === 'approved' ? now : null,
        decidedAt: state === 'rejected' ? now : null,
        decidedReason: ruleOf(verdict) ?? null,
      })
      .returning({ id: comments.id })
    const { id } = row as { id: number }
    await placeNew(tx, id)
    return { id, articleId, state }
  })
}

async function findTwin(
  tx: Transaction,
  twin: Pick<CommentDone, 'articleId'> & { parentId: number | null; personId: number; body: string },
) {
  const { articleId, parentId, personId, body } = twin
  const [row] = await tx
    .select({ id: comments.id, state: comments.state })
    .from(comments)
    .where(
      and(
        eq(comments.personId, personId),
        gt(comments.createdAt, new Date(Date.now() - TWICE_WITHIN)),
        eq(comments.articleId, articleId),
        parentId === null ? isNull(comments.parentId) : eq(comments.parentId, parentId),
        eq(comments.body, body),
        isNull(comments.deletedAt),
      ),
    )
    .limit(1)
  return row ?? null
}

/**
 * Changes a comment’s text, as its author may for fifteen minutes. The older text stays for moderators, and the new one
 * is judged like a new comment.
 *
 * @param revision the one that was changed; null when it is not known
 * @throws {CommentRefused} when it is not the viewer’s, too old, gone, or was changed elsewhere meanwhile
 */
export async function editComment(
  viewer: Viewer,
  { id, body, revision }: { id: number; body: string; revision: number | null },
): Promise<CommentDone> {
  return write(async (tx) => {
    const person = await requireCommenter(tx, viewer)
    const row = await requireOwn(tx, viewer, id)
    const { articleId } = row
    if (row.body === body) return { id, articleId, state: row.state }
    if (row.state === 'rejected' || row.state === 'spam') {
      throw new CommentRefused(409, 'This comment was not published, so that it cannot be changed. You can appeal.')
    }
    if (row.createdAt.getTime() + EDITABLE_FOR < Date.now()) {
      throw new CommentRefused(409, 'A comment can be changed for 15 minutes, and they are over.')
    }
    if (revision !== null && revision !== row.revision) {
      throw new CommentRefused(
        409,
        'This comment was changed in another window meanwhile: look at it there first.',
        'body',
      )
    }
    const { verdict, state } = await judgeComment(tx, {
      ...{ articleId, parentId: row.parentId, personId: person.id, body },
      commentId: id,
    })
    await tx
      .insert(commentTexts)
      .values({ commentId: id, revision: row.revision, body: row.body, verdict: row.verdict })
    const next = { body, verdict, revision: row.revision + 1, editedAt: new Date() }
    await tx.update(comments).set(next).where(eq(comments.id, id))
    // What waits for a moderator is not opened by being changed.
    const to = row.state === 'pending' && state === 'approved' ? 'pending' : state
    await moveComment(tx, id, { to, by: null, reason: ruleOf(verdict) })
    changed(`comments:${articleId}`)
    await tellProfile(tx, person.id)
    return { id, articleId, state: to }
  })
}

/** Takes the viewer’s own comment away. Taken away twice, it is gone once. */
export async function deleteComment(viewer: Viewer, id: number): Promise<CommentDone> {
  return write(async (tx) => {
    const row = await requireOwn(tx, viewer, id, true)
    await takeAway(tx, id)
    return { id, articleId: row.articleId, state: row.state }
  })
}

async function requireOwn(tx: Transaction, viewer: Viewer, id: number, isGoneToo = false) {
  const [row] = await tx.select().from(comments).where(eq(comments.id, id))
  if (!row || row.personId === null || row.personId !== viewer.personId) {
    throw new CommentRefused(403, 'This comment is not yours.')
  }
  if (row.deletedAt && !isGoneToo) throw new CommentRefused(409, 'This comment was deleted.')
  return row
}
