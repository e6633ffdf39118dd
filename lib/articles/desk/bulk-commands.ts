import { eq } from 'drizzle-orm'
import { articles } from '@/db/schema/articles'
import { Refused, type Viewer } from '../../people/viewer'
import { write } from '../../write'
import { ArticleNotFound, recordAudit } from '../article-record'
import { findMovable, WrongState } from '../authority'
import { assign, bin, NoColleague, restore } from '../desk-commands'

export const BULK_DEEDS = [
  'assign',
  'deadline',
  'want-legal',
  'legal-done',
  'want-picture',
  'picture-done',
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

async function doWith(viewer: Viewer, id: number, { deed, assigneeId, deadlineAt }: BulkOrder): Promise<void> {
  switch (deed) {
    case 'assign':
      return assign(viewer, id, { assigneeId, deadlineAt: await deadlineOf(viewer, id) })
    case 'deadline':
      return assign(viewer, id, { assigneeId: await assigneeOf(viewer, id), deadlineAt })
    case 'bin':
      return bin(viewer, id)
    case 'restore':
      return restore(viewer, id)
    default:
      return want(viewer, id, deed)
  }
}

/** Asks a lawyer or the picture desk for a look, or says that they had it. */
async function want(viewer: Viewer, id: number, deed: BulkDeed): Promise<void> {
  const moment = deed.startsWith('want-') ? new Date() : null
  const wanted = deed.includes('legal') ? { legalWantedAt: moment } : { pictureWantedAt: moment }
  await write(async (tx) => {
    await findMovable(tx, viewer, id, 'write')
    await tx.update(articles).set(wanted).where(eq(articles.id, id))
    await recordAudit(tx, viewer, `article.${deed}`, `article:${id}`)
  })
}

async function deadlineOf(viewer: Viewer, id: number): Promise<Date | null> {
  return write(async (tx) => (await findMovable(tx, viewer, id, 'assign')).deadlineAt)
}

async function assigneeOf(viewer: Viewer, id: number): Promise<number | null> {
  return write(async (tx) => (await findMovable(tx, viewer, id, 'assign')).assigneeId)
}
