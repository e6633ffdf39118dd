import { type AnyColumn, and, count, eq, exists, gt, inArray, isNull, or, type SQL } from 'drizzle-orm'
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
  return and(ofTab(tab, filter), underArticles(articlesAsked(viewer, filter))) as SQL
}

function ofTab(tab: Tab, { person }: QueueFilter): SQL {
  const isBy = person === null ? undefined : contains(comments.signature, person)
  return and(inTab(tab), isNull(comments.deletedAt), isBy) as SQL
}

/** The articles whose comments are asked for; over articles, and null for all of them. */
function articlesAsked(viewer: Viewer, { section, story }: QueueFilter): SQL | null {
  if (moderatedSections(viewer) === null && section === null && story === null) return null
  const ofSection = database()
    .select({ id: sections.id })
    .from(sections)
    .where(eq(sections.slug, section ?? ''))
  return and(
    withinSections(viewer),
    section === null ? undefined : inArray(articles.sectionId, ofSection),
    story === null ? undefined : or(eq(articles.slug, story), contains(articles.headline, story)),
  ) as SQL
}

/** Not a join: few comments wait under many articles, and each of them is looked at, not each article. */
function underArticles(asked: SQL | null): SQL | undefined {
  if (asked === null) return undefined
  const isTheirs = and(eq(articles.id, comments.articleId), asked)
  return exists(database().select({ id: articles.id }).from(articles).where(isTheirs))
}

/**
 * What is decided is nearly all that was ever said. Where only some articles are asked for, it is counted along them, by an
 * index that has all that is asked (`comments_recorded`): the comments of the other articles are not touched.
 */
const RECORDS: ReadonlySet<Tab> = new Set(['approved', 'rejected'])

const along = (of: SQL, asked: SQL) => and(eq(comments.articleId, articles.id), of, asked)

/** How many comments are in a tab. */
export async function countInQueue(viewer: Viewer, tab: Tab, filter: QueueFilter): Promise<number> {
  const asked = articlesAsked(viewer, filter)
  const counted =
    RECORDS.has(tab) && asked !== null
      ? database()
          .select({ total: count() })
          .from(articles)
          .crossJoin(comments)
          .where(along(ofTab(tab, filter), asked))
      : database()
          .select({ total: count() })
          .from(comments)
          .where(inQueue(viewer, tab, filter))
  return (await counted)[0]?.total ?? 0
}

/** So few are put in order faster than they are found among all others in their order. */
const FEW = 2000

/** The same comments as `inQueue`, found in the way that suits how many they are. */
export function inQueueOf(total: number, viewer: Viewer, tab: Tab, filter: QueueFilter): SQL {
  const asked = articlesAsked(viewer, filter)
  if (!RECORDS.has(tab) || asked === null || total > FEW) return inQueue(viewer, tab, filter)
  const found = along(ofTab(tab, filter), asked)
  return inArray(comments.id, database().select({ id: comments.id }).from(articles).crossJoin(comments).where(found))
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
