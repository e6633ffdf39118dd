import { and, count, desc, eq, isNull } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles, sections } from '@/db/schema/articles'
import { comments } from '@/db/schema/comments'
import { isPublicArticle } from '../articles/article-policy'
import { type ListPage, listPage } from '../list-page'
import type { Viewer } from '../people/viewer'
import { type CommentState, EDITABLE_FOR } from './comment'

/** A comment as its own author, or somebody who is about to do something about it, sees it. */
export type CommentInHand = {
  id: number
  body: string
  signature: string
  state: CommentState
  revision: number
  createdAt: Date
  editedAt: Date | null
  /** Until when its author may change it; null when that is over, or it is somebody else’s. */
  editableUntil: Date | null
  isOwn: boolean
  /** Why it was not published, as its author is told. */
  reason: string | null
  appeal: string | null
  appealDecidedAt: Date | null
  article: { id: number; headline: string; slug: string; section: { slug: string } }
}

/** A comment that everyone can read, or one’s own; null when it is neither. */
export async function getCommentInHand(viewer: Viewer | null, id: number): Promise<CommentInHand | null> {
  const [found] = await select().where(eq(comments.id, id))
  if (!found || found.comment.deletedAt) return null
  const isOwn = isBy(viewer, found.comment)
  const isOpen = found.comment.state === 'approved' && isPublicArticle(found.article, new Date())
  return isOpen || isOwn ? toHand(found, isOwn) : null
}

/** Everything that the viewer has said, newest first, whatever became of it. */
export async function listOwnComments(viewer: Viewer, page: number): Promise<ListPage<CommentInHand>> {
  const isMine = and(eq(comments.personId, viewer.personId ?? 0), isNull(comments.deletedAt))
  return listPage(
    page,
    async () => (await database().select({ count: count() }).from(comments).where(isMine))[0]?.count ?? 0,
    async ({ limit, offset }) => {
      const rows = await select().where(isMine).orderBy(desc(comments.createdAt)).limit(limit).offset(offset)
      return rows.map((row) => toHand(row, true))
    },
  )
}

/** The article that somebody writes about, and the comment that they answer; null when there is no such thing to answer. */
export async function getWriting(articleId: number, parentId: number | null) {
  const [article] = await database()
    .select({ ...flatColumns, section: { slug: sections.slug } })
    .from(articles)
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .where(eq(articles.id, articleId))
  if (!article || !isPublicArticle(article, new Date())) return null
  const parent = parentId === null ? null : await getCommentInHand(null, parentId)
  return { article, parent: parent?.article.id === articleId ? parent : null }
}

const flatColumns = {
  id: articles.id,
  headline: articles.headline,
  slug: articles.slug,
  state: articles.state,
  publishedAt: articles.publishedAt,
  embargoUntil: articles.embargoUntil,
  takeDownAt: articles.takeDownAt,
  binnedAt: articles.binnedAt,
}

function select() {
  return database()
    .select({ comment: comments, article: flatColumns, section: { slug: sections.slug } })
    .from(comments)
    .innerJoin(articles, eq(articles.id, comments.articleId))
    .innerJoin(sections, eq(sections.id, articles.sectionId))
}

type Found = Awaited<ReturnType<typeof select>>[number]

function toHand({ comment, article, section }: Found, isOwn: boolean): CommentInHand {
  const { id, body, signature, state, revision, createdAt, editedAt, decidedReason, appeal, appealDecidedAt } = comment
  const { headline, slug } = article
  return {
    ...{ id, body, signature, state, revision, createdAt, editedAt },
    isOwn,
    editableUntil: isOwn ? editableUntil(comment) : null,
    reason: isOwn ? decidedReason : null,
    appeal: isOwn ? appeal : null,
    appealDecidedAt: isOwn ? appealDecidedAt : null,
    article: { id: article.id, headline, slug, section },
  }
}

/** Until when a comment may be changed by its author, or null when that is over. */
export function editableUntil({ state, createdAt }: { state: CommentState; createdAt: Date }): Date | null {
  const until = new Date(createdAt.getTime() + EDITABLE_FOR)
  return (state === 'approved' || state === 'pending') && until > new Date() ? until : null
}

function isBy(viewer: Viewer | null, comment: { personId: number | null }): boolean {
  return comment.personId !== null && comment.personId === viewer?.personId
}
