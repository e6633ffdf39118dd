import { CommentRefused } from '../comments/comment-refused'
import { requireModerated } from '../comments/moderator-commands'
import type { Wanted } from '../comments/response-commands'
import type { Viewer } from '../people/viewer'
import { write } from '../write'
import { decideWithin } from './decision-commands'
import { DecisionRefused } from './decision-refused'

/**
 * Hides a comment from everyone, with the reason that its author is told; or shows it again. It is a decision like those of
 * the queue, with all that follows from one.
 *
 * @param order `revision` the text that the moderator read; null for whichever is there
 * @throws {Refused} when the viewer may not
 * @throws {CommentRefused} when there is no reason, or it was edited or deleted since
 */
export async function hideComment(
  viewer: Viewer,
  { id, isOn, reason, revision }: Wanted & { reason: string; revision?: number | null },
) {
  const isHidden = isOn ?? true
  try {
    return await write(async (tx) => {
      const row = await requireModerated(tx, viewer, id, 'hide comments')
      if (isHidden && reason === '') {
        throw new CommentRefused(422, 'Say which rule it breaks: its author is told.', 'reason')
      }
      const order = { commentId: id, revision: revision ?? row.revision }
      await decideWithin(
        tx,
        viewer,
        isHidden ? { ...order, decision: 'reject', reason: 'other', words: reason } : { ...order, decision: 'approve' },
      )
      return { articleId: row.articleId, isOn: isHidden }
    })
  } catch (error) {
    if (error instanceof DecisionRefused) throw new CommentRefused(409, error.message)
    throw error
  }
}
