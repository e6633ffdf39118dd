import { and, desc, eq, gt, isNotNull, lte, or } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles } from '@/db/schema/articles'
import { changes } from '@/db/schema/site'
import { unsafeOperator } from '../people/viewer'
import { recordPings } from '../pings/ping-record'
import { changed, write } from '../write'
import { placesOf } from './article-record'
import { moveInside } from './article-steps'

/**
 * The duty that lets articles out in time: those scheduled are published, and pages learn of an embargo that ended or a
 * time to take down that came. What is due is asked of the clock each time, so that a stopped server or a clock set
 * forward only means that it happens at the next look; each step asks the state again inside its transaction, so that it
 * happens once.
 */
export function releaseDue(): () => Promise<void> {
  let lookedAt: Date | null = null
  return async () => {
    const now = new Date()
    lookedAt ??= (await lastChange()) ?? now
    await publishScheduled(now)
    // A clock that was set back must not announce again what it announced.
    if (now > lookedAt) await announceCrossed(lookedAt, now)
    lookedAt = now
  }
}

/** When anything was last written: what came due since then, while nothing ran, was told to nobody. */
async function lastChange(): Promise<Date | null> {
  const [row] = await database().select({ at: changes.at }).from(changes).orderBy(desc(changes.id)).limit(1)
  return row?.at ?? null
}

async function publishScheduled(now: Date): Promise<void> {
  const due = await database()
    .select({ id: articles.id })
    .from(articles)
    .where(and(eq(articles.state, 'scheduled'), lte(articles.publishedAt, now)))
  for (const { id } of due) {
    await write((tx) =>
      moveInside(tx, unsafeOperator('scheduler'), id, 'published', async (_, row) =>
        row.state === 'scheduled' && row.publishedAt !== null && row.publishedAt <= now ? { state: 'published' } : null,
      ),
    )
  }
}

/** Articles that readers may see from now on, or no longer, without anything having been written. */
async function announceCrossed(since: Date, now: Date): Promise<void> {
  const crossed = (moment: typeof articles.embargoUntil) => and(isNotNull(moment), gt(moment, since), lte(moment, now))
  const rows = await database()
    .select()
    .from(articles)
    .where(
      and(
        eq(articles.state, 'published'),
        or(
          crossed(articles.embargoUntil),
          crossed(articles.takeDownAt as never),
          crossed(articles.publishedAt as never),
        ),
      ),
    )
  if (rows.length === 0) return
  await write(async (tx) => {
    for (const row of rows) {
      const places = await placesOf(tx, row.id)
      changed(...places)
      await recordPings(tx, [row], places, [since, now])
    }
  })
}
