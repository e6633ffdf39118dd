import type { COMMENT_STATES } from '@/db/schema/comments'
import type { Article } from '../articles/article'

export type CommentState = (typeof COMMENT_STATES)[number]

/** A comment as everyone may read it. */
export type PublicComment = {
  id: number
  parentId: number | null
  signature: string
  /** Its author writes for this newsroom. */
  isStaff: boolean
  body: string
  likes: number
  pickedAt: Date | null
  createdAt: Date
  editedAt: Date | null
  /** What stands in its place when it is gone and has replies. */
  tombstone: 'deleted' | 'removed' | null
}

export type CommentThread = { comment: PublicComment; replies: (PublicComment & { inReplyTo: string | null })[] }

/** Whether readers can no longer comment on an article. */
export function areCommentsClosed({
  comments,
  commentsCloseAt,
}: Pick<Article, 'comments' | 'commentsCloseAt'>): boolean {
  return comments === 'closed' || (commentsCloseAt !== null && commentsCloseAt <= new Date())
}

/** Whether an article's page has a place for comments: while they can be written, and as long as there are any. */
export function hasConversation(article: Pick<Article, 'comments' | 'commentsCloseAt'>, count: number): boolean {
  return count > 0 || !areCommentsClosed(article)
}
