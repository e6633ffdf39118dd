import { and, asc, desc, eq, inArray, isNull, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { database } from '@/db/client'
import { articles, sections } from '@/db/schema/articles'
import { commentReports, comments } from '@/db/schema/comments'
import type { CommentState, ReportReason } from '../comments/comment'
import { type ListPage, listPage } from '../list-page'
import type { Viewer } from '../people/viewer'
import type { Claim } from './claim'
import { claimsOfOthers } from './claim-queries'
import { decidedOn, decisionsOn, type StandingDecision } from './decision-record'
import { requireModerator } from './moderation-policy'
import { type Piece, piecesOf, type QueueFilter, TABS, type Tab, WAITING, type WaitingTab } from './queue'
import { countInQueue, findSigners, inQueueOf, isRecord } from './queue-sql'
import { withinSections } from './within-sections'

/** A comment as it waits in the queue, with what a moderator needs to decide on it. */
export type QueuedComment = {
  id: number
  revision: number
  /** The last decision on it, 0 for none: a decision says which it has seen. */
  seen: number
  state: CommentState
  personId: number | null
  signature: string
  createdAt: Date
  isEdited: boolean
  isEscalated: boolean
  isPicked: boolean
  body: Piece[]
  /** The steps that held or rejected it. */
  steps: string[]
  /** Why they did. */
  reasons: string[]
  decidedReason: string | null
  /** The decision that holds, which can be undone; null when there is none, or it was about another text. */
  standing: StandingDecision | null
  /** What its author says against the decision, as long as nobody answered it. */
  appeal: string | null
  /** Somebody else looks at it. */
  claim: Claim | null
  reports: {
    id: number
    reason: ReportReason
    details: string
    isIllegal: boolean
    createdAt: Date
    revision: number
  }[]
  inReplyTo: { signature: string; body: string } | null
  article: { headline: string; slug: string; section: { slug: string; name: string } }
}

/** How many comments are in each tab, in the sections that the viewer moderates. @throws {Refused} when there are none */
export async function countQueue(viewer: Viewer, filter: QueueFilter): Promise<Record<Tab, number>> {
  return countTabs(viewer, filter, TABS)
}

/** How many wait for somebody; what is decided is so much that it is not asked for all the time. @throws {Refused} */
export async function countWaiting(viewer: Viewer, filter: QueueFilter): Promise<Record<WaitingTab, number>> {
  return countTabs(viewer, filter, WAITING)
}

async function countTabs<Asked extends Tab>(viewer: Viewer, filter: QueueFilter, tabs: readonly Asked[]) {
  requireModerator(viewer, 'see the queue')
  const asked = await withSigners(filter, tabs)
  const counts = await Promise.all(tabs.map((tab) => countInQueue(viewer, tab, asked)))
  return Object.fromEntries(tabs.map((tab, index) => [tab, counts[index]])) as Record<Asked, number>
}

/** With the names that a person's is a part of, where so much is looked through that it is worth finding them first. */
async function withSigners(filter: QueueFilter, tabs: readonly Tab[]) {
  const isWorthIt = filter.person !== null && tabs.some(isRecord)
  return { ...filter, signers: isWorthIt ? await findSigners(filter.person ?? '') : null }
}

/** What is decided, the latest first. */
const ORDERS: Partial<Record<Tab, SQL[]>> = {
  approved: [desc(comments.decidedAt), desc(comments.id)],
  rejected: [desc(comments.createdAt), desc(comments.id)],
}

/** A page of a tab: what waits, the oldest first; what is decided, the latest first. @throws {Refused} */
export async function listQueue(
  viewer: Viewer,
  { tab, filter, page }: { tab: Tab; filter: QueueFilter; page: number },
): Promise<ListPage<QueuedComment>> {
  requireModerator(viewer, 'see the queue')
  const asked = await withSigners(filter, [tab])
  const order = ORDERS[tab] ?? [asc(comments.createdAt), asc(comments.id)]
  return listPage(
    page,
    () => countInQueue(viewer, tab, asked),
    async ({ limit, offset, total }) => {
      const rows = selectQueued()
        .where(inQueueOf(total, viewer, tab, asked))
        .orderBy(...order)
      return complete(viewer, await rows.limit(limit).offset(offset))
    },
  )
}

/** One comment, in whatever tab; null when it is none that the viewer moderates, or its author deleted it. @throws {Refused} */
export async function findQueued(viewer: Viewer, id: number): Promise<QueuedComment | null> {
  requireModerator(viewer, 'see the queue')
  const isThere = and(withinSections(viewer), eq(comments.id, id), isNull(comments.deletedAt))
  const [comment] = await complete(viewer, await selectQueued().where(isThere))
  return comment ?? null
}

const parent = alias(comments, 'parent')

function selectQueued() {
  return database()
    .select({
      comment: comments,
      headline: articles.headline,
      slug: articles.slug,
      section: { slug: sections.slug, name: sections.name },
      parent: { signature: parent.signature, body: parent.body, deletedAt: parent.deletedAt },
    })
    .from(comments)
    .innerJoin(articles, eq(articles.id, comments.articleId))
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .leftJoin(parent, eq(parent.id, comments.parentId))
    .$dynamic()
}

type Row = Awaited<ReturnType<typeof selectQueued>>[number]

async function complete(viewer: Viewer, rows: Row[]): Promise<QueuedComment[]> {
  const ids = rows.map(({ comment }) => comment.id)
  const [reports, decisions, claims] = await Promise.all([
    openReportsOf(ids),
    decisionsOn(ids),
    claimsOfOthers(viewer, ids),
  ])
  return rows.map((row) => ({
    ...toQueued(row.comment),
    ...decidedOn(row.comment, decisions),
    claim: claims.find(({ commentId }) => commentId === row.comment.id) ?? null,
    reports: reports.filter(({ commentId }) => commentId === row.comment.id),
    inReplyTo: row.parent && {
      signature: row.parent.signature,
      body: row.parent.deletedAt ? 'deleted by its author' : row.parent.body,
    },
    article: { headline: row.headline, slug: row.slug, section: row.section },
  }))
}

async function openReportsOf(ids: number[]) {
  const { id, commentId, reason, details, isIllegal, createdAt, revision } = commentReports
  return database()
    .select({ id, commentId, reason, details, isIllegal, createdAt, revision })
    .from(commentReports)
    .where(and(inArray(commentId, ids), isNull(commentReports.decidedAt)))
    .orderBy(asc(createdAt), asc(id))
}

function toQueued(row: typeof comments.$inferSelect) {
  const { id, revision, state, personId, signature, createdAt, decidedReason, appeal } = row
  const findings = row.verdict?.findings ?? []
  return {
    ...{ id, revision, state, personId, signature, createdAt, decidedReason },
    appeal: row.appealDecidedAt ? null : appeal,
    isEdited: row.editedAt !== null,
    isEscalated: row.escalatedAt !== null,
    isPicked: row.pickedAt !== null,
    body: piecesOf(
      row.body,
      findings.flatMap(({ matches }) => matches),
    ),
    steps: findings.map(({ step }) => step),
    reasons: findings.map(({ reason }) => reason),
  }
}
