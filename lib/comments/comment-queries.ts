import { and, asc, count, desc, eq, inArray, isNotNull, isNull, lt, or, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { database } from '@/db/client'
import { comments, conversations } from '@/db/schema/comments'
import { findShown } from '../people/portrait-queries'
import { reads } from '../serving/render-scope'
import type { CommentThread, PublicComment, Tombstone } from './comment'
import { type CommentSort, type CommentView, FIRST_VIEW } from './comment-view'
import { firstReplies } from './thread-heads-sql'

export const THREADS_ON_A_PAGE = 25
/** Replies that stand under a thread’s first comment before the rest is a link. */
export const FIRST_REPLIES = 3
export const REPLIES_ON_A_PAGE = 100

/** What a page shows of the conversation under an article. */
export type Conversation = {
  view: CommentView
  question: string
  /** Comments that everyone can read. */
  total: number
  picks: number
  /** How many were ever opened, for telling how many came since. */
  arrivals: number
  threads: CommentThread[]
  page: number
  pages: number
  /** The comment or thread that was asked for is not here, so that the first page is. */
  isMissing: boolean
}

/** A part of the conversation under an article, as everyone may read it; null when there is no such part. */
export async function getConversation(articleId: number, view: CommentView): Promise<Conversation | null> {
  reads(`comments:${articleId}`)
  const [numbers] = await database().select().from(conversations).where(eq(conversations.articleId, articleId))
  const { question = '', comments: total = 0, picks = 0, arrivals = 0 } = numbers ?? {}
  const common = { question, total, picks, arrivals }
  const counted = { threads: numbers?.threads ?? 0, picks }
  const part = await findPart(articleId, view, counted)
  if (part) return { view, ...common, ...(await withPortraits(part)), isMissing: false }
  if (view.comment === null && (view.thread === null || view.page > 1)) return null
  const first = await pageOfThreads(articleId, 'oldest', 1, counted)
  return first && { view: FIRST_VIEW, ...common, ...(await withPortraits(first)), isMissing: true }
}

type Part = { threads: CommentThread[]; page: number; pages: number }
type Numbers = { threads: number; picks: number }

async function withPortraits(part: Part): Promise<Part> {
  const shown = part.threads.flatMap(({ comment, replies }) => [comment, ...replies])
  const known = await findShown(shown.flatMap(({ personId }) => personId ?? []))
  for (const comment of shown) {
    const person = known.get(comment.personId ?? 0)
    comment.portrait = person?.portrait ?? null
    comment.hasPage = person !== undefined
  }
  return part
}

async function findPart(articleId: number, view: CommentView, numbers: Numbers): Promise<Part | null> {
  if (view.comment !== null) return pageAround(articleId, view.comment, numbers)
  if (view.thread !== null) return wholeThread(articleId, view.thread, view.page)
  if (view.isPicks) return pageOfPicks(articleId, view.page, numbers)
  return pageOfThreads(articleId, view.sort, view.page, numbers)
}

const ORDERS: Record<CommentSort, SQL[]> = {
  oldest: [asc(comments.createdAt), asc(comments.id)],
  newest: [desc(comments.createdAt), desc(comments.id)],
  recommended: [desc(comments.likes), desc(comments.createdAt), desc(comments.id)],
}

const isThreadOf = (articleId: number) => and(eq(comments.articleId, articleId), eq(comments.listedAs, 'thread')) as SQL

async function pageOfThreads(
  articleId: number,
  sort: CommentSort,
  page: number,
  numbers: Numbers,
): Promise<Part | null> {
  const pages = Math.max(1, Math.ceil(numbers.threads / THREADS_ON_A_PAGE))
  if (page > pages) return null
  const rows = await database()
    .select(columns)
    .from(comments)
    .where(isThreadOf(articleId))
    .orderBy(...ORDERS[sort])
    .limit(THREADS_ON_A_PAGE)
    .offset((page - 1) * THREADS_ON_A_PAGE)
  return { threads: await withReplies(rows), page, pages }
}

async function pageOfPicks(articleId: number, page: number, { picks }: Numbers): Promise<Part | null> {
  const pages = Math.max(1, Math.ceil(picks / THREADS_ON_A_PAGE))
  if (page > pages) return null
  const rows = await findReplies(
    and(
      eq(comments.articleId, articleId),
      isNotNull(comments.pickedAt),
      eq(comments.state, 'approved'),
      isNull(comments.deletedAt),
    ) as SQL,
    {
      limit: THREADS_ON_A_PAGE,
      offset: (page - 1) * THREADS_ON_A_PAGE,
      order: [desc(comments.pickedAt)],
      isNamed: true,
    },
  )
  return { threads: rows.map((comment) => ({ comment, replies: [], more: 0 })), page, pages }
}

async function wholeThread(articleId: number, threadId: number, page: number): Promise<Part | null> {
  const [root] = await database()
    .select(columns)
    .from(comments)
    .where(and(isThreadOf(articleId), eq(comments.id, threadId)))
  const pages = Math.max(1, Math.ceil((root?.threadReplies ?? 0) / REPLIES_ON_A_PAGE))
  if (!root || page > pages) return null
  const replies = await findReplies(and(eq(comments.threadId, threadId), eq(comments.listedAs, 'reply')) as SQL, {
    limit: REPLIES_ON_A_PAGE,
    offset: (page - 1) * REPLIES_ON_A_PAGE,
  })
  return { threads: [{ comment: toPublic(root), replies, more: 0 }], page, pages }
}

/** The page on which a comment’s thread stands; the comment itself and the one it answers are shown however far down they are. */
async function pageAround(articleId: number, id: number, numbers: Numbers): Promise<Part | null> {
  const isHere = and(eq(comments.articleId, articleId), eq(comments.id, id), isNotNull(comments.listedAs))
  const [row] = await database().select().from(comments).where(isHere)
  if (!row) return null
  const [root] = row.threadId ? await database().select().from(comments).where(eq(comments.id, row.threadId)) : [row]
  if (!root) return null
  const part = await pageOfThreads(articleId, 'oldest', await pageOf(root), numbers)
  const thread = part?.threads.find(({ comment }) => comment.id === root.id)
  if (!part || !thread || row.id === root.id) return part
  const missing = [row.parentId, row.id].filter(
    (one) => one !== root.id && !thread.replies.some(({ id }) => id === one),
  )
  const shown = await findReplies(inArray(comments.id, missing as number[]), { limit: 2 })
  thread.replies.push(...shown)
  thread.more -= shown.length
  return part
}

async function pageOf({ articleId, createdAt, id }: typeof comments.$inferSelect): Promise<number> {
  const isBefore = or(lt(comments.createdAt, createdAt), and(eq(comments.createdAt, createdAt), lt(comments.id, id)))
  const [row] = await database()
    .select({ before: count() })
    .from(comments)
    .where(and(isThreadOf(articleId), isBefore))
  return Math.floor((row?.before ?? 0) / THREADS_ON_A_PAGE) + 1
}

async function withReplies(rows: Row[]): Promise<CommentThread[]> {
  const answered = rows.filter(({ threadReplies }) => threadReplies > 0).map(({ id }) => id)
  const threads = new Map(
    rows.map((row) => [row.id, { comment: toPublic(row), replies: [] as PublicComment[], more: row.threadReplies }]),
  )
  if (answered.length === 0) return [...threads.values()]
  const heads = inArray(comments.id, firstReplies(answered, FIRST_REPLIES))
  for (const reply of await findReplies(heads, { limit: answered.length * FIRST_REPLIES })) {
    const thread = threads.get(reply.threadId as number)
    if (!thread) continue
    thread.replies.push(reply)
    thread.more -= 1
  }
  return [...threads.values()]
}

const above = alias(comments, 'above')

const columns = {
  id: comments.id,
  parentId: comments.parentId,
  threadId: comments.threadId,
  personId: comments.personId,
  signature: comments.signature,
  badge: comments.badge,
  body: comments.body,
  state: comments.state,
  likes: comments.likes,
  threadReplies: comments.threadReplies,
  pickedAt: comments.pickedAt,
  createdAt: comments.createdAt,
  editedAt: comments.editedAt,
  deletedAt: comments.deletedAt,
}

type Row = Pick<typeof comments.$inferSelect, keyof typeof columns>
type Range = { limit: number; offset?: number; order?: SQL[]; isNamed?: boolean }

/** @param isNamed whom it answers is said always, not only where that is no longer clear */
async function findReplies(condition: SQL, { limit, offset = 0, order, isNamed = false }: Range) {
  const rows = await database()
    .select({
      row: columns,
      above: {
        id: above.id,
        threadId: above.threadId,
        name: above.signature,
        state: above.state,
        deletedAt: above.deletedAt,
      },
    })
    .from(comments)
    .leftJoin(above, eq(above.id, comments.parentId))
    .where(condition)
    .orderBy(...(order ?? [asc(comments.createdAt), asc(comments.id)]))
    .limit(limit)
    .offset(offset)
  return rows.map(({ row, above }) => ({
    ...toPublic(row),
    threadId: row.threadId,
    inReplyTo: isNamed || row.parentId !== row.threadId ? nameOf(above) : null,
  }))
}

type Above = Pick<typeof comments.$inferSelect, 'threadId' | 'state' | 'deletedAt'> & { name: string }

function nameOf(above: Above | null): string | null {
  if (!above) return null
  return above.state === 'approved' && !above.deletedAt ? above.name : 'a comment that is gone'
}

function toPublic({ state, deletedAt, body, signature, badge, personId, ...row }: Row): PublicComment {
  const { id, parentId, likes, pickedAt, createdAt, editedAt } = row
  const common = { id, parentId, likes, pickedAt, createdAt, editedAt, inReplyTo: null, portrait: null, hasPage: false }
  const tombstone = tombstoneOf(state, deletedAt)
  if (tombstone) return { ...common, tombstone, body: '', signature: '', badge: '', personId: null }
  return { ...common, tombstone, body, signature, badge, personId }
}

function tombstoneOf(state: Row['state'], deletedAt: Date | null): Tombstone | null {
  if (deletedAt) return 'deleted'
  if (state === 'approved') return null
  return state === 'pending' ? 'waiting' : 'removed'
}

/** The newest comments under an article, for its feed. */
export async function getNewestComments(articleId: number, limit: number): Promise<PublicComment[]> {
  reads(`comments:${articleId}`)
  const isOpen = and(eq(comments.articleId, articleId), eq(comments.state, 'approved'), isNull(comments.deletedAt))
  return findReplies(isOpen as SQL, { limit, order: [desc(comments.createdAt), desc(comments.id)], isNamed: true })
}
