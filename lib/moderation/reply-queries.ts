import { and, eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles, sections } from '@/db/schema/articles'
import { comments } from '@/db/schema/comments'
import { requireOpen } from '../comments/comment-policy'
import { CommentRefused } from '../comments/comment-refused'
import { findComment, findPlace } from '../comments/posting-record'
import { paths } from '../paths'
import type { Viewer } from '../people/viewer'
import { getSite } from '../site/site-queries'

/** Why nobody can answer a comment, in words; null when it can be answered, once it is published. */
export async function whyUnanswerable(commentId: number): Promise<string | null> {
  const row = await findComment(database(), commentId)
  if (!row) return null
  if (row.state === 'rejected' || row.state === 'spam') return 'It is not published, so that nobody can reply to it.'
  const root = row.threadId === null ? null : await findComment(database(), row.threadId)
  if (root && (root.state === 'rejected' || root.state === 'spam')) {
    return 'The conversation that it belongs to was closed by a moderator.'
  }
  try {
    requireOpen(await findPlace(database(), row.articleId), await getSite())
    return null
  } catch (error) {
    if (error instanceof CommentRefused) return error.message
    throw error
  }
}

/** A reply of the viewer's: what it answers, and where readers find it; null when they wrote none of that id. */
export async function findOwnReply(viewer: Viewer, id: number): Promise<{ to: number; address: string } | null> {
  const [row] = await database()
    .select({ to: comments.parentId, slug: articles.slug, section: { slug: sections.slug } })
    .from(comments)
    .innerJoin(articles, eq(articles.id, comments.articleId))
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .where(and(eq(comments.id, id), eq(comments.personId, viewer.personId ?? 0)))
  return row?.to ? { to: row.to, address: paths.comment(row, id) } : null
}
