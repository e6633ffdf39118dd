import { type AnyColumn, and, count, eq, exists, gt, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles, sections } from '@/db/schema/articles'
import { commentReports, comments } from '@/db/schema/comments'
import { contains } from '../contains'
import type { Viewer } from '../people/viewer'
import { moderatedSections } from './moderation-policy'
import type { QueueFilter, Tab } from './queue'
import { withinSections } from './within-sections'

/** A comment that nobody looked at is new for so many days. */
const NEW_DAYS = 7

/** A moment is set. SQLite finds such rows by an index when they are asked for like this, and not by “is not null”. */
const isSet = (moment: AnyColumn) => gt(moment, new Date(0))

/** The comments of a tab, in the sections that the viewer moderates; over comments. */
export function inQueue(viewer: Viewer, tab: Tab, filter: QueueFilter): SQL {
  const { person } = filter
  return and(
    inTab(tab),
    isNull(comments.deletedAt),
    person === null ? sql`1` : contains(comments.signature, person),
    underArticles(viewer, filter),
  ) as SQL
}

/**
 * Comments under the articles that are asked for. Not a join: few comments wait under many articles, and each of them is
 * looked at, not each article.
 */
function underArticles(viewer: Viewer, { section, story }: QueueFilter): SQL | undefined {
  if (moderatedSections(viewer) === null && section === null && story === null) return undefined
  const own = database()
    .select({ id: articles.id })
    .from(articles)
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .where(
      and(
        eq(articles.id, comments.articleId),
        withinSections(viewer),
        section === null ? sql`1` : eq(sections.slug, section),
        story === null ? sql`1` : or(eq(articles.slug, story), contains(articles.headline, story)),
      ),
    )
  return exists(own)
}

/** How many comments are in a tab. */
export async function countInQueue(viewer: Viewer, tab: Tab, filter: QueueFilter): Promise<number> {
  const [row] = await database()
    .select({ total: count() })
    .from(comments)
    .where(inQueue(viewer, tab, filter))
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
      return and(eq(comments.state, 'approved'), isSet(comments.decidedAt))
    case 'rejected':
      return inArray(comments.state, ['rejected', 'spam'])
    case 'escalated':
      return isSet(comments.escalatedAt)
    case 'appeals':
      return and(isSet(comments.appealedAt), isNull(comments.appealDecidedAt))
  }
}
