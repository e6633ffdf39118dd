import { and, count, eq, gt, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles, sections } from '@/db/schema/articles'
import { commentReports, comments } from '@/db/schema/comments'
import { contains } from '../contains'
import type { Viewer } from '../people/viewer'
import type { QueueFilter, Tab } from './queue'
import { withinSections } from './within-sections'

/** A comment that nobody looked at is new for so many days. */
const NEW_DAYS = 7

/** The comments of a tab, in the sections that the viewer moderates; over comments, articles and sections. */
export function inQueue(viewer: Viewer, tab: Tab, { section, story, person }: QueueFilter): SQL {
  return and(
    withinSections(viewer),
    section === null ? sql`1` : eq(sections.slug, section),
    story === null ? sql`1` : or(eq(articles.slug, story), contains(articles.headline, story)),
    person === null ? sql`1` : contains(comments.signature, person),
    isNull(comments.deletedAt),
    inTab(tab),
  ) as SQL
}

/** How many comments there are. @param where over comments, articles and sections */
export async function countComments(where: SQL): Promise<number> {
  const [row] = await database()
    .select({ total: count() })
    .from(comments)
    .innerJoin(articles, eq(articles.id, comments.articleId))
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .where(where)
  return row?.total ?? 0
}

function inTab(tab: Tab): SQL | undefined {
  switch (tab) {
    case 'pending':
      return and(eq(comments.state, 'pending'), isNull(comments.escalatedAt))
    case 'reported':
      return gt(comments.openReports, 0)
    case 'illegal': {
      const open = and(eq(commentReports.isIllegal, true), isNull(commentReports.decidedAt))
      const ids = database().select({ id: commentReports.commentId }).from(commentReports).where(open)
      return inArray(comments.id, ids)
    }
    case 'new': {
      const since = new Date(Date.now() - NEW_DAYS * 86_400_000)
      return and(eq(comments.state, 'approved'), isNull(comments.decidedAt), gt(comments.createdAt, since))
    }
    case 'approved':
      return and(eq(comments.state, 'approved'), isNotNull(comments.decidedAt))
    case 'rejected':
      return inArray(comments.state, ['rejected', 'spam'])
    case 'escalated':
      return isNotNull(comments.escalatedAt)
    case 'appeals':
      return and(isNotNull(comments.appealedAt), isNull(comments.appealDecidedAt))
  }
}
