import { type AnyColumn, and, count, eq, gt, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
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

/** How many comments are in a tab. */
export async function countInQueue(viewer: Viewer, tab: Tab, filter: QueueFilter): Promise<number> {
  const counted = database().select({ total: count() }).from(comments).$dynamic()
  // Every comment has an article and a section: they are looked up where they are asked for.
  const isAnywhere = moderatedSections(viewer) === null && filter.section === null && filter.story === null
  if (!isAnywhere) {
    counted
      .innerJoin(articles, eq(articles.id, comments.articleId))
      .innerJoin(sections, eq(sections.id, articles.sectionId))
  }
  const [row] = await counted.where(inQueue(viewer, tab, filter))
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
