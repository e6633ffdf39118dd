import { eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { comments, commentTexts } from '@/db/schema/comments'
import { horizonOf } from '../moderation/comment-facts-sql'
import { rulesOf } from '../moderation/rule-record'
import type { Viewer } from '../people/viewer'
import { siteOf } from '../site/site-record'
import { changed, write } from '../write'
import { type CommentState, EDITABLE_FOR } from './comment'
import { commenterOf, requireAnswerable, requireOpen } from './comment-policy'
import { CommentRefused } from './comment-refused'
import { addComment, moveComment, takeAway, tellProfile } from './comment-state'
import { judgeComment, readHouse, ruleOf } from './judgement'
import { findComment, findPlace, findSaid, findStanding, type Said } from './posting-record'
import { askWhetherSure } from './second-look'

/** What became of a comment. */
export type CommentDone = { id: number; articleId: number; state: CommentState }

/** How long, in milliseconds, the same words of the same person in the same place are the same comment, sent twice. */
const TWICE_WITHIN = 2 * 60_000

/** What somebody wants said. */
type Text = {
  /** As `readBody` gives it. */
  body: string
  /** Whether they are asked about what they may not mean. */
  asks?: boolean
}

type Where = { articleId: number; parentId: number | null }

/**
 * Posts a comment, or a reply to one. Sent twice, it is one comment.
 *
 * @throws {CommentRefused} when the viewer may not, the conversation is closed or the comment above cannot be answered
 */
export async function postComment(viewer: Viewer, order: Text & Where): Promise<CommentDone> {
  return write(async (tx) => {
    const { id, articleId, state } = await postWithin(tx, viewer, order)
    return { id, articleId, state }
  })
}

/** The same within a transaction that does more. @returns whether it `isNew`, or was sent twice */
export async function postWithin(
  tx: Transaction,
  viewer: Viewer,
  { articleId, parentId, body, asks = false }: Text & Where,
): Promise<CommentDone & { isNew: boolean }> {
  const now = new Date()
  const house = await readHouse(tx, body)
  if (asks) askWhetherSure(body, house)
  const standing = await findStanding(tx, viewer.personId ?? 0, now)
  const person = await commenterOf(tx, standing)
  const place = await findPlace(tx, articleId)
  requireOpen(place, siteOf(house.settings))
  const parent = parentId === null ? null : await requireAnswerable(tx, articleId, parentId)
  const said = await findSaid(tx, person.id, horizonOf(rulesOf(house.settings), now))
  const twin = said.find(isTwinOf({ articleId, parentId, body }, now))
  if (twin) return { id: twin.id, articleId, state: twin.state, isNew: false }
  const known = { ...house, now, standing, place, said, parent: parent && { isOpen: true } }
  const { verdict, state } = await judgeComment(tx, { articleId, parentId, personId: person.id, body }, known)
  const id = await addComment(tx, {
    articleId,
    parentId,
    threadId: parent ? (parent.threadId ?? parent.id) : null,
    depth: parent ? parent.depth + 1 : 0,
    personId: person.id,
    signature: person.name,
    badge: person.badge,
    body,
    state,
    verdict,
    createdAt: now,
    approvedAt: state === 'approved' ? now : null,
    decidedAt: state === 'rejected' ? now : null,
    decidedReason: ruleOf(verdict) ?? null,
  })
  return { id, articleId, state, isNew: true }
}

type Twin = Where & { body: string }

function isTwinOf(sent: Twin, now: Date): (one: Said) => boolean {
  const since = now.getTime() - TWICE_WITHIN
  return ({ at, deletedAt, articleId, parentId, body }) =>
    at.getTime() > since &&
    deletedAt === null &&
    articleId === sent.articleId &&
    parentId === sent.parentId &&
    body === sent.body
}

/**
 * Changes a comment’s text, as its author may for fifteen minutes. The older text stays for moderators, and the new one
 * is judged like a new comment.
 *
 * @param revision the one that was changed; null when it is not known
 * @throws {CommentRefused} when it is not the viewer’s, too old, gone, or was changed elsewhere meanwhile
 */
export async function editComment(
  viewer: Viewer,
  { id, body, revision, asks = false }: Text & { id: number; revision: number | null },
): Promise<CommentDone> {
  return write(async (tx) => {
    const now = new Date()
    const house = await readHouse(tx, body)
    if (asks) askWhetherSure(body, house)
    const standing = await findStanding(tx, viewer.personId ?? 0, now)
    const person = await commenterOf(tx, standing)
    const row = await requireOwn(tx, viewer, id)
    const { articleId } = row
    if (row.body === body) return { id, articleId, state: row.state }
    if (row.state === 'rejected' || row.state === 'spam') {
      throw new CommentRefused(409, 'This comment was not published, so that it cannot be changed. You can appeal.')
    }
    if (row.createdAt.getTime() + EDITABLE_FOR < Date.now()) {
      throw new CommentRefused(409, 'A comment can be changed for 15 minutes, and they are over.')
    }
    if (revision !== null && revision !== row.revision) {
      throw new CommentRefused(
        409,
        'This comment was changed in another window meanwhile: look at it there first.',
        'body',
      )
    }
    const { parentId } = row
    const said = await findSaid(tx, person.id, horizonOf(rulesOf(house.settings), now))
    const known = {
      ...{ ...house, now, standing, said, place: await findPlace(tx, articleId) },
      parent: parentId === null ? null : { isOpen: await isAnswerable(tx, parentId) },
    }
    const asked = { articleId, parentId, personId: person.id, body, commentId: id }
    const { verdict, state } = await judgeComment(tx, asked, known)
    await tx
      .insert(commentTexts)
      .values({ commentId: id, revision: row.revision, body: row.body, verdict: row.verdict })
    const next = { body, verdict, revision: row.revision + 1, editedAt: new Date() }
    await tx.update(comments).set(next).where(eq(comments.id, id))
    // What waits for a moderator is not opened by being changed.
    const to = row.state === 'pending' && state === 'approved' ? 'pending' : state
    await moveComment(tx, id, { to, by: null, reason: ruleOf(verdict) })
    changed(`comments:${articleId}`)
    await tellProfile(tx, person.id)
    return { id, articleId, state: to }
  })
}

/** Takes the viewer’s own comment away. Taken away twice, it is gone once. */
export async function deleteComment(viewer: Viewer, id: number): Promise<CommentDone> {
  return write(async (tx) => {
    const row = await requireOwn(tx, viewer, id, true)
    await takeAway(tx, id)
    return { id, articleId: row.articleId, state: row.state }
  })
}

async function isAnswerable(tx: Transaction, parentId: number): Promise<boolean> {
  const parent = await findComment(tx, parentId)
  return parent?.state === 'approved' && parent.deletedAt === null
}

async function requireOwn(tx: Transaction, viewer: Viewer, id: number, isGoneToo = false) {
  const row = await findComment(tx, id)
  if (!row || row.personId === null || row.personId !== viewer.personId) {
    throw new CommentRefused(403, 'This comment is not yours.')
  }
  if (row.deletedAt && !isGoneToo) throw new CommentRefused(409, 'This comment was deleted.')
  return row
}
