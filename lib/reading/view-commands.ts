import { inArray, lt, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles } from '@/db/schema/articles'
import { views } from '@/db/schema/reading'
import { write } from '../write'

const HOUR = 3_600_000

/** Days that views are kept for: enough to compare a season with the one before. */
const KEPT_FOR = 400

/** The hour that a moment lies in, as `views` has it. */
export function hourOf(moment: Date): number {
  return Math.floor(moment.getTime() / HOUR)
}

/**
 * Adds views to the hour that they are told in. An article that is gone meanwhile is passed over.
 *
 * @param counts how often each article was shown since it was last told, by its id
 */
export async function recordViews(counts: ReadonlyMap<number, number>, now = new Date()): Promise<void> {
  if (counts.size === 0) return
  const hour = hourOf(now)
  await write(async (tx) => {
    const known = await tx
      .select({ id: articles.id })
      .from(articles)
      .where(inArray(articles.id, [...counts.keys()]))
    for (const { id } of known) {
      const count = counts.get(id) ?? 0
      await tx
        .insert(views)
        .values({ articleId: id, hour, count })
        .onConflictDoUpdate({ target: [views.articleId, views.hour], set: { count: sql`${views.count} + ${count}` } })
    }
  })
}

/** Removes what lies too far back to be compared with. */
export async function forgetOldViews(now = new Date()): Promise<void> {
  const limit = hourOf(now) - KEPT_FOR * 24
  const [oldest] = await database().select({ hour: views.hour }).from(views).where(lt(views.hour, limit)).limit(1)
  if (oldest) await write(async (tx) => void (await tx.delete(views).where(lt(views.hour, limit))))
}
