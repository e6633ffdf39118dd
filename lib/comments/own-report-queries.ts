import { count, desc, eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles, sections } from '@/db/schema/articles'
import { commentReports, comments } from '@/db/schema/comments'
import { isPublicArticle } from '../articles/article-policy'
import { type ListPage, listPage } from '../list-page'
import type { Viewer } from '../people/viewer'
import type { ReportReason } from './comment'

/** A report as whoever made it sees it. */
export type OwnReport = {
  id: number
  reason: ReportReason
  details: string
  isIllegal: boolean
  createdAt: Date
  decidedAt: Date | null
  outcome: 'upheld' | 'dismissed' | null
  answer: string
  /** The comment while everyone can read it; null when it is gone. */
  comment: { id: number; body: string } | null
  /** The article while everyone can read it. */
  article: { headline: string; slug: string; section: { slug: string } } | null
}

/** What the viewer reported, the latest first. Who decided on it is not theirs to know. */
export async function listOwnReports(viewer: Viewer, page: number): Promise<ListPage<OwnReport>> {
  const isMine = eq(commentReports.personId, viewer.personId ?? 0)
  return listPage(
    page,
    async () => (await database().select({ total: count() }).from(commentReports).where(isMine))[0]?.total ?? 0,
    async ({ limit, offset }) => {
      const rows = await database()
        .select({ report: commentReports, comment: comments, article: articles, section: { slug: sections.slug } })
        .from(commentReports)
        .innerJoin(comments, eq(comments.id, commentReports.commentId))
        .innerJoin(articles, eq(articles.id, comments.articleId))
        .innerJoin(sections, eq(sections.id, articles.sectionId))
        .where(isMine)
        .orderBy(desc(commentReports.createdAt), desc(commentReports.id))
        .limit(limit)
        .offset(offset)
      return rows.map(({ report, comment, article, section }) => {
        const { id, reason, details, isIllegal, createdAt, decidedAt, outcome, answer } = report
        const isPublic = isPublicArticle(article, new Date())
        const isOpen = isPublic && comment.state === 'approved' && comment.deletedAt === null
        return {
          ...{ id, reason, details, isIllegal, createdAt, decidedAt, outcome, answer },
          comment: isOpen ? { id: comment.id, body: comment.body } : null,
          article: isPublic ? { headline: article.headline, slug: article.slug, section } : null,
        }
      })
    },
  )
}
