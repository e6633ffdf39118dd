import { eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { articles } from '@/db/schema/articles'
import { people } from '@/db/schema/people'
import type { Viewer } from '../people/viewer'
import { write } from '../write'
import { recordAudit } from './article-record'
import { type Based, move } from './article-steps'
import { findMovable } from './authority'

/** The moves that readers see nothing of: between writer and desk, and into the bin and out of it. */

/** Sends a draft to the desk. */
export function submit(viewer: Viewer, id: number, { base = null }: Based = {}): Promise<void> {
  return move(viewer, id, 'submit', base, () => ({ state: 'in_review' }))
}

/** Takes an article back from the desk, to write on. */
export function withdraw(viewer: Viewer, id: number, { base = null }: Based = {}): Promise<void> {
  return move(viewer, id, 'withdraw', base, () => ({ state: 'draft' }))
}

/** Sends an article back to its writer. @param why what is to be done, for the record */
export function sendBack(viewer: Viewer, id: number, why: string, { base = null }: Based = {}): Promise<void> {
  return move(viewer, id, 'return', base, () => ({ state: 'draft' }), { why })
}

/** Says that an article can go out. */
export function accept(viewer: Viewer, id: number, { base = null }: Based = {}): Promise<void> {
  return move(viewer, id, 'accept', base, () => ({ state: 'ready' }))
}

/** Puts an article into the bin. Nothing of it is lost. */
export function bin(viewer: Viewer, id: number, { base = null }: Based = {}): Promise<void> {
  return move(viewer, id, 'bin', base, () => ({ binnedAt: new Date() }))
}

/** Takes an article out of the bin, as it was. */
export function restore(viewer: Viewer, id: number, { base = null }: Based = {}): Promise<void> {
  return move(viewer, id, 'restore', base, () => ({ binnedAt: null }))
}

/** Nobody with this id has an account. */
export class NoColleague extends Error {}

/**
 * Gives an article to somebody, until a moment; null takes either away.
 *
 * @throws {NoColleague}
 */
export async function assign(
  viewer: Viewer,
  id: number,
  { assigneeId, deadlineAt }: { assigneeId: number | null; deadlineAt: Date | null },
): Promise<void> {
  await write(async (tx) => {
    await findMovable(tx, viewer, id, 'assign')
    if (assigneeId !== null && !(await isSomebody(tx, assigneeId)))
      throw new NoColleague(`Nobody is person ${assigneeId}.`)
    await tx.update(articles).set({ assigneeId, deadlineAt }).where(eq(articles.id, id))
    await recordAudit(tx, viewer, 'article.assign', `article:${id}`, { assigneeId, deadlineAt })
  })
}

async function isSomebody(tx: Transaction, id: number): Promise<boolean> {
  return (await tx.select({ id: people.id }).from(people).where(eq(people.id, id))).length > 0
}
