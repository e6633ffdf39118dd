import { Refused, type Viewer } from '../people/viewer'
import { decide, type Order, toldTo } from './decision-commands'
import { DecisionRefused } from './decision-refused'

/** A comment that was marked in a list, as its moderator saw it. */
export type Marked = { commentId: number; revision: number; seen: number }

export type BulkOutcome = {
  /** By the ids of the comments, those of the decisions. */
  decided: Map<number, number>
  /** Those that were already as wanted. */
  same: number[]
  /** Those that were left alone, and why. */
  stale: (Marked & { words: string })[]
}

/** How many are decided on at once: as many as a page of the queue shows. */
export const MOST_AT_ONCE = 20

/**
 * Makes one decision on many comments, each in a transaction of its own: what was edited, deleted or decided meanwhile, or
 * is not the viewer's to decide on, is left alone and told.
 *
 * @throws {DecisionRefused} when there are more than `MOST_AT_ONCE`, or a rejection has no reason
 */
export async function decideMany(
  viewer: Viewer,
  items: Marked[],
  how: Pick<Order, 'decision' | 'reason' | 'words'>,
): Promise<BulkOutcome> {
  if (items.length > MOST_AT_ONCE) throw new DecisionRefused(`Mark up to ${MOST_AT_ONCE} comments at once.`)
  toldTo(how)
  const outcome: BulkOutcome = { decided: new Map(), same: [], stale: [] }
  for (const item of items) {
    try {
      const decision = await decide(viewer, { ...item, ...how })
      if (decision === null) outcome.same.push(item.commentId)
      else outcome.decided.set(item.commentId, decision)
    } catch (error) {
      if (!(error instanceof DecisionRefused || error instanceof Refused)) throw error
      outcome.stale.push({ ...item, words: error.message })
    }
  }
  return outcome
}
