import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles } from '@/db/schema/articles'
import { commentLikes, comments, mutes, threadFollows } from '@/db/schema/comments'
import type { Barred } from '../people/standing'
import { getBarred } from '../people/standing-queries'
import type { Viewer } from '../people/viewer'
import type { CommentState } from './comment'
import { mayModerate } from './comment-policy'
import { type CommentNode, readCommentText } from './comment-text'
import { editableUntil } from './own-comment-queries'

/** What of a conversation belongs to one reader: what an article’s page asks for after it is there. */
export type Mine = {
  personId: number | null
  name: string
  own: OwnComment[]
  /** Comments that they recommend, people whom they muted, threads that they follow: by their ids. */
  likes: number[]
  mutes: number[]
  follows: number[]
  mayModerate: boolean
  /** What keeps them from taking part; null when nothing does. */
  barred: Barred | null
}

export type OwnComment = {
  id: number
  parentId: number | null
  threadId: number | null
  state: CommentState
  text: CommentNode[]
  reason: string | null
  mayAppeal: boolean
  /** Milliseconds for which it may still be changed. */
  editableFor: number
}

const MOST = 200

export async function getMine(viewer: Viewer, articleId: number): Promise<Mine | null> {
  const [article] = await database()
    .select({ sectionId: articles.sectionId })
    .from(articles)
    .where(eq(articles.id, articleId))
  if (!article) return null
  const personId = viewer.personId ?? 0
  const here = database().select({ id: comments.id }).from(comments).where(eq(comments.articleId, articleId))
  const [own, likes, muted, follows, barred] = await Promise.all([
    findOwn(personId, articleId),
    database()
      .select({ id: commentLikes.commentId })
      .from(commentLikes)
      .where(and(eq(commentLikes.personId, personId), inArray(commentLikes.commentId, here)))
      .orderBy(desc(commentLikes.commentId))
      .limit(1000),
    database().select({ id: mutes.mutedId }).from(mutes).where(eq(mutes.personId, personId)),
    database()
      .select({ id: threadFollows.threadId })
      .from(threadFollows)
      .where(and(eq(threadFollows.personId, personId), inArray(threadFollows.threadId, here))),
    getBarred(viewer),
  ])
  const ids = (rows: { id: number }[]) => rows.map(({ id }) => id)
  return {
    personId: viewer.personId,
    name: viewer.name,
    own,
    likes: ids(likes),
    mutes: ids(muted),
    follows: ids(follows),
    mayModerate: mayModerate(viewer, article.sectionId),
    barred,
  }
}

async function findOwn(personId: number, articleId: number): Promise<OwnComment[]> {
  const rows = await database()
    .select()
    .from(comments)
    .where(and(eq(comments.personId, personId), eq(comments.articleId, articleId), isNull(comments.deletedAt)))
    .orderBy(desc(comments.createdAt))
    .limit(MOST)
  return rows.map((row) => {
    const { id, parentId, threadId, state, body, decidedReason: reason, appealedAt } = row
    const until = editableUntil(row)
    return {
      ...{ id, parentId, threadId, state, reason },
      // What everyone can read is on the page already.
      text: state === 'approved' ? [] : readCommentText(body),
      mayAppeal: (state === 'rejected' || state === 'spam') && appealedAt === null,
      editableFor: until ? until.getTime() - Date.now() : 0,
    }
  })
}
