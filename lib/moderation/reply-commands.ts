import type { Transaction } from '@/db/client'
import { audit } from '../audit/audit-commands'
import type { CommentState } from '../comments/comment'
import { postWithin } from '../comments/comment-commands'
import { requireModerated } from '../comments/moderator-commands'
import type { Viewer } from '../people/viewer'
import { write } from '../write'
import { claimWords } from './claim'
import { claimOfOther } from './claim-queries'
import { decideWithin } from './decision-commands'
import type { CommentRow } from './decision-effects'
import { ClaimedByOther, DecisionRefused, StaleDecision } from './decision-refused'
import { staleWords } from './stale-decision'

export type StaffReply = {
  commentId: number
  /** The text that the moderator read. */
  revision: number
  /** The last decision that they saw on it, 0 for none. */
  seen: number
  /** As `readBody` gives it. */
  body: string
}

export type ReplyDone = {
  /** Of the reply. */
  id: number
  /** Held where a moderator has its author's comments held. */
  state: CommentState
  /** The decision that approved what it answers, by which that is undone; null where it was published already. */
  approval: number | null
}

/**
 * Answers a comment from the queue, in the newsroom's name: signed and marked like what they say on the page, by the rules
 * that hold there. What waits is approved by being answered: readers see no answer to what they do not see. Sent twice, it
 * is one reply.
 *
 * @throws {Refused} when the viewer does not moderate where it stands
 * @throws {StaleDecision} when it was edited, deleted or decided otherwise since
 * @throws {ClaimedByOther} when somebody else looks at it
 * @throws {DecisionRefused} when it is not published
 * @throws {CommentRefused} when the viewer may not take part, or the conversation is closed
 */
export async function replyAsStaff(viewer: Viewer, order: StaffReply): Promise<ReplyDone> {
  return write(async (tx) => {
    const row = await requireModerated(tx, viewer, order.commentId, 'reply from the queue')
    await requireAsSeen(tx, viewer, row, order)
    const approval = row.state === 'pending' ? await decideWithin(tx, viewer, { ...order, decision: 'approve' }) : null
    const { articleId } = row
    const { id, state, isNew } = await postWithin(tx, viewer, { articleId, parentId: row.id, body: order.body })
    if (isNew) {
      const detail = { to: row.id, revision: row.revision }
      await audit(tx, viewer, { action: 'comment.reply', subject: `comment:${id}`, detail })
    }
    return { id, state, approval }
  })
}

async function requireAsSeen(tx: Transaction, viewer: Viewer, row: CommentRow, { revision, seen }: StaffReply) {
  const stale = await staleWords(tx, row, { revision, seen, decision: 'approve' })
  if (stale) throw new StaleDecision(stale)
  const claim = await claimOfOther(tx, viewer, row.id)
  if (claim) throw new ClaimedByOther(claimWords(claim))
  if (row.state === 'approved' || row.state === 'pending') return
  throw new DecisionRefused('This comment is not published, so that nobody can reply to it. Approve it first.')
}
