import { Refused, type Viewer } from '../people/viewer'
import { claimComment } from './claim-commands'
import { getQueuedItem, type QueuedItem } from './item-queries'

/** Claims a comment for whoever opens it, and gives it with its context; null when it is none that they moderate. */
export async function lookAt(viewer: Viewer, commentId: number): Promise<QueuedItem | null> {
  try {
    await claimComment(viewer, commentId)
  } catch (error) {
    if (error instanceof Refused) return null
    throw error
  }
  return getQueuedItem(viewer, commentId)
}
