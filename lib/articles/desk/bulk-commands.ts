import { Refused, type Viewer } from '../../people/viewer'
import { duplicateArticle } from '../article-commands'
import { ArticleNotFound } from '../article-record'
import { WrongState } from '../authority'
import { bin, restore } from '../desk-commands'
import { arrange, NoColleague } from './arrangement-commands'

export const BULK_DEEDS = [
  'assign',
  'deadline',
  'want-legal',
  'legal-done',
  'want-picture',
  'picture-done',
  'duplicate',
  'bin',
  'restore',
] as const
export type BulkDeed = (typeof BULK_DEEDS)[number]

export type BulkOrder = { deed: BulkDeed; assigneeId: number | null; deadlineAt: Date | null }

/** Why one of several is left as it is. */
const LEFT = [Refused, WrongState, ArticleNotFound, NoColleague]

/**
 * Does one thing with several articles, each by its own command and its own rules.
 *
 * @returns how many it was done with, and how many the viewer may not do it with, or not as they are
 */
export async function doWithAll(
  viewer: Viewer,
  ids: number[],
  order: BulkOrder,
): Promise<{ done: number; left: number }> {
  let done = 0
  for (const id of new Set(ids)) {
    try {
      await doWith(viewer, id, order)
      done += 1
    } catch (error) {
      if (!LEFT.some((kind) => error instanceof kind)) throw error
    }
  }
  return { done, left: new Set(ids).size - done }
}

function doWith(viewer: Viewer, id: number, { deed, assigneeId, deadlineAt }: BulkOrder): Promise<unknown> {
  switch (deed) {
    case 'assign':
      return arrange(viewer, id, { assigneeId })
    case 'deadline':
      return arrange(viewer, id, { deadlineAt })
    case 'want-legal':
    case 'legal-done':
      return arrange(viewer, id, { isLegalWanted: deed === 'want-legal' })
    case 'want-picture':
    case 'picture-done':
      return arrange(viewer, id, { isPictureWanted: deed === 'want-picture' })
    case 'duplicate':
      return duplicateArticle(viewer, id)
    case 'bin':
      return bin(viewer, id)
    case 'restore':
      return restore(viewer, id)
  }
}
