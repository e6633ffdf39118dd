import { and, asc, count, desc, eq, gt, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { database } from '@/db/client'
import { articles, sections } from '@/db/schema/articles'
import { commentReports, comments } from '@/db/schema/comments'
import type { CommentState, ReportReason } from '../comments/comment'
import { type ListPage, listPage } from '../list-page'
import type { Viewer } from '../people/viewer'
import { moderatedSections, requireModerator } from './moderation-policy'
import { type Piece, piecesOf, TABS, type Tab } from './queue'

/** A comment as it waits in the queue, with what a moderator needs to decide on it. */
export type QueuedComment = {
  id: number
  revision: number
  state: CommentState
  personId: number | null
  signature: string
  createdAt: Date
  isEdited: boolean
  body: Piece[]
  /** Why the steps held or rejected it. */
  reasons: string[]
  decidedReason: string | null
  appeal: string | null
  reports: { id: number; reason: ReportReason; details: string; isIllegal: boolean }[]
  inReplyTo: { signature: string; body: string } | null
  article: { headline: string; slug: string; section: { slug: string; name: string } }
}

/** A comment that nobody looked at is new for so many days. */
const NEW_DAYS = 7

/** How many comments are in each tab, in the sections that the viewer moderates. @throws {Refused} when there are none */
export async function countQueue(viewer: Viewer, section: string | null): Promise<Record<Tab, number>> {
  requireModerator(viewer, 'see the queue')
  const counts = await Promise.all(TABS.map((tab) => countIn(viewer, tab, section)))
  return Object.fromEntries(TABS.map((tab, index) => [tab, counts[index]])) as Record<Tab, number>
}

/** A page of a tab: what waits, the oldest first; what is decided, the latest first. @throws {Refused} */
export async function listQueue(
  viewer: Viewer,
  { tab, section, page }: { tab: Tab; section: string | null; page: number },
): Promise<ListPage<QueuedComment>> {
  requireModerator(viewer, 'see the queue')
  const parent = alias(comments, 'parent')
  const order = tab === 'approved' || tab === 'rejected' ? desc : asc
  return listPage(
    page,
    () => countIn(viewer, tab, section),
    async ({ limit, offset }) => {
      const rows = await database()
        .select({
          comment: comments,
          headline: articles.headline,
          slug: articles.slug,
          section: { slug: sections.slug, name: sections.name },
          parent: { signature: parent.signature, body: parent.body },
        })
        .from(comments)
        .innerJoin(articles, eq(articles.id, comments.articleId))
        .innerJoin(sections, eq(sections.id, articles.sectionId))
        .leftJoin(parent, eq(parent.id, comments.parentId))
        .where(wanted(viewer, tab, section))
        .orderBy(order(comments.createdAt), order(comments.id))
        .limit(limit)
        .offset(offset)
      const reports = await reportsOf(rows.map(({ comment }) => comment.id))
      return rows.map((row) => ({
        ...toQueued(row.comment),
        reports: reports.filter(({ commentId }) => commentId === row.comment.id),
        inReplyTo: row.parent,
        article: { headline: row.headline, slug: row.slug, section: row.section },
      }))
    },
  )
}

function wanted(viewer: Viewer, tab: Tab, section: string | null): SQL {
  const limits = moderatedSections(viewer)
  return and(
    limits === null ? sql`1` : inArray(articles.sectionId, [...limits]),
    section === null ? sql`1` : eq(sections.slug, section),
    isNull(comments.deletedAt),
    inTab(tab),
  ) as SQL
}

function inTab(tab: Tab): SQL | undefined {
  switch (tab) {
    case 'pending':
      return eq(comments.state, 'pending')
    case 'reported':
      return gt(comments.openReports, 0)
    case 'new': {
      const since = new Date(Date.now() - NEW_DAYS * 86_400_000)
      return and(eq(comments.state, 'approved'), isNull(comments.decidedAt), gt(comments.createdAt, since))
    }
    case 'approved':
      return and(eq(comments.state, 'approved'), isNotNull(comments.decidedAt))
    case 'rejected':
      return inArray(comments.state, ['rejected', 'spam'])
    case 'appeals':
      return and(isNotNull(comments.appealedAt), isNull(comments.appealDecidedAt))
  }
}

async function countIn(viewer: Viewer, tab: Tab, section: string | null): Promise<number> {
  const [row] = await database()
    .select({ total: count() })
    .from(comments)
    .innerJoin(articles, eq(articles.id, comments.articleId))
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .where(wanted(viewer, tab, section))
  return row?.total ?? 0
}

async function reportsOf(ids: number[]) {
  const { id, commentId, reason, details, isIllegal } = commentReports
  return database()
    .select({ id, commentId, reason, details, isIllegal })
    .from(commentReports)
    .where(and(inArray(commentId, ids), isNull(commentReports.decidedAt)))
}

function toQueued(row: typeof comments.$inferSelect) {
  const { id, revision, state, personId, signature, createdAt, decidedReason, appeal } = row
  const findings = row.verdict?.findings ?? []
  return {
    ...{ id, revision, state, personId, signature, createdAt, decidedReason, appeal },
    isEdited: row.editedAt !== null,
    body: piecesOf(
      row.body,
      findings.flatMap(({ matches }) => matches),
    ),
    reasons: findings.map(({ reason }) => reason),
  }
}
