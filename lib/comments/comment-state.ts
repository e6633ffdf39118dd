import { eq, isNotNull, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { prepared } from '@/db/prepared'
import { comments, conversations, threadFollows } from '@/db/schema/comments'
import { people } from '@/db/schema/people'
import { notify } from '../notifications/notification-commands'
import type { Viewer } from '../people/viewer'
import { changed } from '../write'
import type { CommentState } from './comment'
import { findComment } from './posting-record'

type Row = typeof comments.$inferSelect

export type CommentMove = {
  to: CommentState
  /** Who decided; null when the house's own steps did. */
  by: Viewer | null
  /** The rule or the reason, as its author is told. */
  reason?: string
  at?: Date
}

/**
 * Moves a comment from one state to another: the only way there is. The numbers of its thread and conversation follow,
 * and the pages that show them are dropped. Moving it where it is already changes nothing.
 *
 * @param tx the transaction of the decision that moves it
 * @returns the state it was in, and whether it moved; null when there is no such comment
 */
export async function moveComment(
  tx: Transaction,
  commentId: number,
  { to, by, reason, at = new Date() }: CommentMove,
): Promise<{ from: CommentState; moved: boolean } | null> {
  const row = await findComment(tx, commentId)
  if (!row) return null
  if (row.state === to) return { from: row.state, moved: false }
  const decision = {
    decidedAt: to === 'pending' ? null : at,
    decidedBy: to === 'pending' ? null : (by?.personId ?? null),
    decidedReason: to === 'pending' ? null : (reason ?? null),
  }
  const firstOpened = to === 'approved' && row.approvedAt === null ? { approvedAt: at } : {}
  const unpicked = to === 'approved' ? {} : { pickedAt: null, pickedBy: null }
  await settle(tx, row, { state: to, ...decision, ...firstOpened, ...unpicked })
  return { from: row.state, moved: true }
}

/** Takes a comment away on its author's behalf. Its text goes; a tombstone stays while it has replies. */
export async function takeAway(tx: Transaction, commentId: number, at = new Date()): Promise<boolean> {
  const row = await findComment(tx, commentId)
  if (!row || row.deletedAt) return false
  await settle(tx, row, { deletedAt: at, pickedAt: null, pickedBy: null })
  return true
}

/** Marks a comment as an editors’ pick, or no longer. Only what everyone can read can be picked. */
export async function pick(tx: Transaction, viewer: Viewer, commentId: number, isPicked: boolean): Promise<boolean> {
  const row = await findComment(tx, commentId)
  if (!row || !isOpen(row) || (row.pickedAt !== null) === isPicked) return false
  const picked = { pickedAt: isPicked ? new Date() : null, pickedBy: isPicked ? viewer.personId : null }
  await settle(tx, row, picked)
  return true
}

/**
 * Takes in a new comment, in whatever state, with its place and its part in the numbers.
 *
 * @returns its id
 */
export async function addComment(tx: Transaction, comment: NewComment): Promise<number> {
  const listedAs = placeOf({ ...comment, deletedAt: null, replies: 0 })
  const [row] = await inserting(tx).execute({
    ...comment,
    listedAs,
    verdict: comment.verdict && JSON.stringify(comment.verdict),
    createdAt: comment.createdAt.getTime(),
    approvedAt: comment.approvedAt?.getTime() ?? null,
    decidedAt: comment.decidedAt?.getTime() ?? null,
  })
  const made = row as Row
  await follow(tx, asNothing(made), made)
  return made.id
}

const NEW = [
  ...(['articleId', 'parentId', 'threadId', 'depth', 'personId', 'signature', 'badge', 'body'] as const),
  ...(['state', 'verdict', 'createdAt', 'approvedAt', 'decidedAt', 'decidedReason'] as const),
]

type NewComment = Pick<Row, (typeof NEW)[number]>

const inserting = prepared((source) => {
  const values = [...NEW, 'listedAs'].map((name) => [name, sql`${sql.placeholder(name)}`])
  return source.insert(comments).values(Object.fromEntries(values)).returning().prepare()
})

/** The same for one that was just inserted. */
export async function placeNew(tx: Transaction, commentId: number): Promise<void> {
  const row = await findComment(tx, commentId)
  if (!row) throw new Error(`There is no comment ${commentId} to place.`)
  await settle(tx, asNothing(row), { state: row.state, pickedAt: row.pickedAt })
}

/** A comment as if it had never been there for anybody. */
function asNothing(row: Row): Row {
  return { ...row, state: 'rejected', listedAs: null, pickedAt: null, approvedAt: null }
}

/** What a comment adds to the numbers of its conversation. */
type Share = { comments: number; threads: number; picks: number; pending: number }

async function settle(tx: Transaction, row: Row, patch: Partial<Row>): Promise<void> {
  const after = { ...row, ...patch }
  after.listedAs = placeOf(after)
  await tx
    .update(comments)
    .set({ ...patch, listedAs: after.listedAs })
    .where(eq(comments.id, row.id))
  await follow(tx, row, after)
}

/** What a comment's change from one state to another brings about. */
async function follow(tx: Transaction, row: Row, after: Row): Promise<void> {
  const change = difference(shareOf(row), shareOf(after))
  change.threads += await passOn(tx, row, after)
  // What was open before and is again, such as after a decision that was taken back, is news to nobody.
  const arrivals = isOpen(after) && !isOpen(row) && row.approvedAt === null ? 1 : 0
  if (arrivals > 0) await tellOfReply(tx, after)
  if (row.pickedAt === null && after.pickedAt !== null && row.personId !== null) {
    await notify(tx, { personId: row.personId, kind: 'pick', commentId: row.id })
  }
  await count(tx, row.articleId, { ...change, arrivals })
  changed(`comments:${row.articleId}`)
  if (isOpen(row) || isOpen(after)) await tellProfile(tx, row.personId)
}

/** The page of whoever wrote it follows, where they have it list what they write. */
export async function tellProfile(tx: Transaction, personId: number | null): Promise<void> {
  if (personId === null) return
  const [person] = await whoIsListed(tx).execute({ id: personId })
  if (person) changed(`commenter:${person.id}`)
}

const whoIsListed = prepared((source) =>
  source
    .select({ id: people.id })
    .from(people)
    .where(sql`${eq(people.id, sql.placeholder('id'))} and ${isNotNull(people.commentsShownAt)}`)
    .prepare(),
)

/** Whoever is answered, and whoever follows the thread, is told when the reply is open to everyone. */
async function tellOfReply(tx: Transaction, { id, parentId, threadId, personId }: Row): Promise<void> {
  if (parentId === null || threadId === null) return
  const parent = await findComment(tx, parentId)
  if (parent?.personId && parent.personId !== personId) {
    await notify(tx, { personId: parent.personId, kind: 'reply', commentId: id })
  }
  const followers = await tx
    .select({ personId: threadFollows.personId })
    .from(threadFollows)
    .where(eq(threadFollows.threadId, threadId))
  for (const follower of followers) {
    if (follower.personId !== personId)
      await notify(tx, { personId: follower.personId, kind: 'followed-thread', commentId: id })
  }
}

/**
 * A place that came or went counts in the thread and for the comment above, which may gain or lose its own place by it:
 * a tombstone stands only over replies.
 *
 * @returns by how many the threads of the page changed above this comment
 */
async function passOn(tx: Transaction, before: Row, after: Row): Promise<number> {
  let threads = 0
  let [was, is] = [before, after]
  while (was.parentId !== null && (was.listedAs === null) !== (is.listedAs === null)) {
    const step = is.listedAs === null ? -1 : 1
    await tx
      .update(comments)
      .set({ threadReplies: sql`${comments.threadReplies} + ${step}` })
      .where(eq(comments.id, was.threadId as number))
    const parent = (await findComment(tx, was.parentId)) as Row
    const changedParent = { ...parent, replies: parent.replies + step }
    changedParent.listedAs = placeOf(changedParent)
    await tx
      .update(comments)
      .set({ replies: changedParent.replies, listedAs: changedParent.listedAs })
      .where(eq(comments.id, parent.id))
    threads += shareOf(changedParent).threads - shareOf(parent).threads
    ;[was, is] = [parent, changedParent]
  }
  return threads
}

async function count(tx: Transaction, articleId: number, change: Share & { arrivals: number }): Promise<void> {
  if (Object.values(change).every((value) => value === 0)) return
  await counting(tx).execute({ articleId, ...change })
}

const counting = prepared((source) => {
  const names = ['comments', 'threads', 'picks', 'pending', 'arrivals'] as const
  const added = names.map((name) => [name, sql`${conversations[name]} + ${sql.placeholder(name)}`])
  return source
    .insert(conversations)
    .values({
      articleId: sql.placeholder('articleId'),
      ...{ comments: sql.placeholder('comments'), threads: sql.placeholder('threads') },
      ...{
        picks: sql.placeholder('picks'),
        pending: sql.placeholder('pending'),
        arrivals: sql.placeholder('arrivals'),
      },
    })
    .onConflictDoUpdate({ target: conversations.articleId, set: Object.fromEntries(added) })
    .prepare()
})

/** Everyone can read it. */
function isOpen({ state, deletedAt }: Pick<Row, 'state' | 'deletedAt'>): boolean {
  return state === 'approved' && deletedAt === null
}

function placeOf(row: Pick<Row, 'state' | 'deletedAt' | 'replies' | 'threadId'>): Row['listedAs'] {
  if (!isOpen(row) && row.replies === 0) return null
  return row.threadId === null ? 'thread' : 'reply'
}

function shareOf(row: Row): Share {
  return {
    comments: isOpen(row) ? 1 : 0,
    threads: row.listedAs === 'thread' ? 1 : 0,
    picks: isOpen(row) && row.pickedAt !== null ? 1 : 0,
    pending: row.state === 'pending' && row.deletedAt === null ? 1 : 0,
  }
}

function difference(before: Share, after: Share): Share {
  return {
    comments: after.comments - before.comments,
    threads: after.threads - before.threads,
    picks: after.picks - before.picks,
    pending: after.pending - before.pending,
  }
}
