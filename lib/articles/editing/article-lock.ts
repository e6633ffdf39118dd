import { eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { articleLocks } from '@/db/schema/editing'
import { people } from '@/db/schema/people'
import { Refused, type Viewer } from '../../people/viewer'
import { write } from '../../write'
import { mayPublish } from '../article-policy'
import { recordAudit } from '../article-record'
import { findMovable } from '../authority'

/** Who holds an article, and why: nobody else changes its text meanwhile. */
export type Lock = { personId: number; by: string; reason: string; at: Date }

/** Somebody holds the article. */
export class ArticleLocked extends Error {
  constructor(readonly lock: Lock) {
    super(`${lock.by} holds this article: ${lock.reason}`)
    this.name = 'ArticleLocked'
  }
}

/**
 * Holds an article, such as for a lawyer's look, until it is let go. Held already, it passes to whoever holds it now.
 *
 * @param reason what colleagues are told
 * @throws {Refused} when the viewer is no editor, or not of its section
 */
export async function holdArticle(viewer: Viewer, articleId: number, reason: string): Promise<void> {
  const { personId } = viewer
  if (!mayPublish(viewer) || personId === null) throw new Refused(viewer, `hold article ${articleId}`)
  await write(async (tx) => {
    await findMovable(tx, viewer, articleId, 'write')
    const held = { articleId, personId, reason: reason.trim() || 'Legal hold', at: new Date() }
    await tx.insert(articleLocks).values(held).onConflictDoUpdate({ target: articleLocks.articleId, set: held })
    await recordAudit(tx, viewer, 'article.hold', `article:${articleId}`, { reason: held.reason })
  })
}

/** Lets an article go. @throws {Refused} when the viewer is no editor, or not of its section */
export async function letGo(viewer: Viewer, articleId: number): Promise<void> {
  if (!mayPublish(viewer)) throw new Refused(viewer, `let article ${articleId} go`)
  await write(async (tx) => {
    await findMovable(tx, viewer, articleId, 'write')
    await tx.delete(articleLocks).where(eq(articleLocks.articleId, articleId))
    await recordAudit(tx, viewer, 'article.let-go', `article:${articleId}`)
  })
}

export async function findLock(tx: Transaction, articleId: number): Promise<Lock | null> {
  const [lock] = await tx
    .select({ personId: articleLocks.personId, by: people.name, reason: articleLocks.reason, at: articleLocks.at })
    .from(articleLocks)
    .innerJoin(people, eq(people.id, articleLocks.personId))
    .where(eq(articleLocks.articleId, articleId))
  return lock ?? null
}

/** @throws {ArticleLocked} when somebody else holds it */
export async function requireUnlocked(tx: Transaction, viewer: Viewer, articleId: number): Promise<void> {
  const lock = await findLock(tx, articleId)
  if (lock && lock.personId !== viewer.personId) throw new ArticleLocked(lock)
}
