import { asc, desc, eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { comments, commentTexts } from '@/db/schema/comments'
import { commentDecisions, type DECISIONS } from '@/db/schema/moderation'
import { people } from '@/db/schema/people'
import type { CommentState } from '../comments/comment'
import type { Viewer } from '../people/viewer'
import { mayKeepNotes } from './moderation-policy'
import { listNotes, type PersonNote } from './note-queries'
import { getPersonRecord, type PersonRecord } from './person-record'
import { findQueued, type QueuedComment } from './queue-queries'
import { whyUnanswerable } from './reply-queries'

/** A comment above or below the one in question; without its text where its author deleted it. */
export type ThreadComment = {
  id: number
  signature: string
  /** What its author is in this newsroom; empty for readers. */
  badge: string
  body: string | null
  state: CommentState
  createdAt: Date
}

/** Something that moderators made of a comment. */
export type PastDecision = {
  id: number
  decision: (typeof DECISIONS)[number] | 'undo'
  by: string | null
  at: Date
  /** What its author was told. */
  told: string
  isUndone: boolean
  /** It was about what the comment said before an edit. */
  isOfEarlierText: boolean
}

/** A comment of the queue with all that stands around it. */
export type QueuedItem = {
  comment: QueuedComment
  /** What it answers, the beginning of the thread first. */
  above: ThreadComment[]
  /** The first answers to it, and how many there are. */
  below: ThreadComment[]
  replies: number
  /** Why nobody can reply to it, in words; null when staff can. */
  unanswerable: string | null
  /** What it said before it was edited, the latest first. */
  earlier: { revision: number; body: string; replacedAt: Date }[]
  /** What moderators made of it, the latest first. */
  decisions: PastDecision[]
  /** Who wrote it; null when the account is gone. */
  person: PersonRecord | null
  /** What moderators wrote down about them, the latest first; null for a viewer who keeps no notes. */
  notes: PersonNote[] | null
}

const MOST_ABOVE = 5
const MOST_BELOW = 3

/**
 * A comment of the queue with its context.
 *
 * @returns null when there is none in the sections that the viewer moderates
 * @throws {Refused} when the viewer moderates nowhere
 */
export async function getQueuedItem(viewer: Viewer, id: number): Promise<QueuedItem | null> {
  const comment = await findQueued(viewer, id)
  if (!comment) return null
  const { personId } = comment
  const [above, below, replies, unanswerable, earlier, decisions, person, notes] = await Promise.all([
    listAbove(id),
    selectThread()
      .where(eq(comments.parentId, id))
      .orderBy(asc(comments.createdAt), asc(comments.id))
      .limit(MOST_BELOW),
    database().$count(comments, eq(comments.parentId, id)),
    whyUnanswerable(id),
    listEarlier(id),
    listDecisions(id, comment.revision),
    personId === null ? null : getPersonRecord(viewer, personId),
    personId !== null && mayKeepNotes(viewer) ? listNotes(viewer, personId) : null,
  ])
  return { comment, above, below: below.map(toThreadComment), replies, unanswerable, earlier, decisions, person, notes }
}

async function listAbove(id: number): Promise<ThreadComment[]> {
  const above: ThreadComment[] = []
  let [at] = await selectThread().where(eq(comments.id, id))
  while (at?.parentId && above.length < MOST_ABOVE) {
    ;[at] = await selectThread().where(eq(comments.id, at.parentId))
    if (at) above.unshift(toThreadComment(at))
  }
  return above
}

async function listEarlier(id: number) {
  const { revision, body, replacedAt } = commentTexts
  return database()
    .select({ revision, body, replacedAt })
    .from(commentTexts)
    .where(eq(commentTexts.commentId, id))
    .orderBy(desc(revision))
}

async function listDecisions(commentId: number, current: number): Promise<PastDecision[]> {
  const { id, decision, at, told, undoneAt, revision } = commentDecisions
  const rows = await database()
    .select({ id, decision, at, told, undoneAt, revision, by: people.name })
    .from(commentDecisions)
    .leftJoin(people, eq(people.id, commentDecisions.decidedBy))
    .where(eq(commentDecisions.commentId, commentId))
    .orderBy(desc(id))
  return rows.map((row) => ({
    ...{ id: row.id, decision: row.decision, by: row.by, at: row.at, told: row.told },
    isUndone: row.undoneAt !== null,
    isOfEarlierText: row.revision !== current,
  }))
}

function selectThread() {
  const { id, parentId, signature, badge, body, state, createdAt, deletedAt } = comments
  return database()
    .select({ id, parentId, signature, badge, body, state, createdAt, deletedAt })
    .from(comments)
    .$dynamic()
}

type Row = Awaited<ReturnType<typeof selectThread>>[number]

function toThreadComment({ id, signature, badge, body, state, createdAt, deletedAt }: Row): ThreadComment {
  return { id, signature, badge, body: deletedAt ? null : body, state, createdAt }
}
