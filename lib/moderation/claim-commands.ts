import { and, eq, isNull, lt, ne } from 'drizzle-orm'
import { database, type Transaction } from '@/db/client'
import { commentClaims } from '@/db/schema/moderation'
import { audit } from '../audit/audit-commands'
import { requireModerated } from '../comments/moderator-commands'
import type { Viewer } from '../people/viewer'
import { write } from '../write'
import { CLAIM_LASTS, type Claim } from './claim'
import { claimOfOther } from './claim-queries'

/**
 * Claims a comment for whoever looks at it, and lets go of what they looked at before on a page without a script: those
 * say nothing when they are left.
 *
 * @param isRenewed the page has a script that renews the claim, and ends it when it is left
 * @returns the claim of somebody else, which stays as it is; null when the comment is the viewer's
 * @throws {Refused} when the viewer does not moderate where it stands
 */
export async function claimComment(viewer: Viewer, commentId: number, isRenewed = false): Promise<Claim | null> {
  return write(async (tx) => {
    await requireModerated(tx, viewer, commentId, 'look at comments of the queue')
    const other = await claimOfOther(tx, viewer, commentId)
    if (!isRenewed) await leaveWithin(tx, viewer, commentId)
    if (!other) await put(tx, viewer, commentId, isRenewed)
    return other
  })
}

/**
 * Claims a comment whoever looks at it: they are told as soon as they do something, and nobody decides twice.
 *
 * @throws {Refused} when the viewer does not moderate where it stands
 */
export async function takeOver(viewer: Viewer, commentId: number): Promise<void> {
  await write(async (tx) => {
    const { revision } = await requireModerated(tx, viewer, commentId, 'look at comments of the queue')
    const other = await claimOfOther(tx, viewer, commentId)
    if (other) {
      await tx.delete(commentClaims).where(eq(commentClaims.commentId, commentId))
      const detail = { revision, from: other.by }
      await audit(tx, viewer, { action: 'comment.take-over', subject: `comment:${commentId}`, detail })
    }
    await put(tx, viewer, commentId, false)
  })
}

/** Ends the viewer's claim on a comment, and nobody else's. */
export async function releaseComment(viewer: Viewer, commentId: number): Promise<void> {
  await write(async (tx) => {
    const isOwn = eq(commentClaims.personId, viewer.personId ?? 0)
    await tx.delete(commentClaims).where(and(eq(commentClaims.commentId, commentId), isOwn))
  })
}

/** Lets go of what the viewer looked at on pages without a script: they are back in the list. */
export async function leaveComments(viewer: Viewer): Promise<void> {
  // The list is read often, and seldom after such a page.
  const [left] = await database().select().from(commentClaims).where(isUnrenewed(viewer)).limit(1)
  if (left) await write((tx) => leaveWithin(tx, viewer, 0))
}

/** Ends every claim on a comment, within the command that decides on it. */
export async function endClaims(tx: Transaction, commentId: number): Promise<void> {
  await tx.delete(commentClaims).where(eq(commentClaims.commentId, commentId))
}

function isUnrenewed({ personId }: Viewer) {
  return and(eq(commentClaims.personId, personId ?? 0), isNull(commentClaims.renewedAt))
}

async function leaveWithin(tx: Transaction, viewer: Viewer, except: number): Promise<void> {
  await tx.delete(commentClaims).where(and(isUnrenewed(viewer), ne(commentClaims.commentId, except)))
}

async function put(tx: Transaction, viewer: Viewer, commentId: number, isRenewed: boolean): Promise<void> {
  const { personId, sessionId = null } = viewer
  // The house itself looks at nothing.
  if (personId === null) return
  const now = new Date()
  const until = new Date(now.getTime() + CLAIM_LASTS)
  await tx.delete(commentClaims).where(lt(commentClaims.until, now))
  const [own] = await tx
    .update(commentClaims)
    .set({ sessionId, until, ...(isRenewed && { renewedAt: now }) })
    .where(and(eq(commentClaims.commentId, commentId), eq(commentClaims.personId, personId)))
    .returning({ commentId: commentClaims.commentId })
  if (own) return
  // What is left there is somebody else's whose session was ended.
  await endClaims(tx, commentId)
  const renewedAt = isRenewed ? now : null
  await tx.insert(commentClaims).values({ commentId, personId, sessionId, since: now, until, renewedAt })
}
