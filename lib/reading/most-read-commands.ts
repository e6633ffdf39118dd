import { and, asc, desc, eq, gt, sql, sum } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles } from '@/db/schema/articles'
import { mostRead, views } from '@/db/schema/reading'
import { isPublic } from '../articles/article-policy'
import { hourOf } from '../days'
import { changed, write } from '../write'
import { MOST_READ } from './most-read'
import { rollUpViews } from './roll-up-commands'
import { forgetOldViews } from './view-commands'

/** Hours that are counted; the longer stretch when the shorter one fills less than the list. */
const STRETCHES = [24, 48]

const FIVE_MINUTES = 300_000

/** The duty that ranks what is read, every five minutes. */
export function rankInTurn(): () => Promise<void> {
  let doneAt = 0
  return async () => {
    if (Date.now() - doneAt < FIVE_MINUTES) return
    doneAt = Date.now()
    await rankMostRead()
    await rollUpViews()
    await forgetOldViews()
  }
}

/** Ranks the public articles by how often they were shown lately. Pages learn of it only when the order is another. */
export async function rankMostRead(now = new Date()): Promise<void> {
  const ranked = await findRanking(now)
  const stored = await database()
    .select({ articleId: mostRead.articleId })
    .from(mostRead)
    .orderBy(asc(mostRead.position))
  if (ranked.join() === stored.map(({ articleId }) => articleId).join()) return
  await write(async (tx) => {
    await tx.delete(mostRead)
    for (const [position, articleId] of ranked.entries()) await tx.insert(mostRead).values({ position, articleId })
    changed('most-read')
  })
}

async function findRanking(now: Date): Promise<number[]> {
  let ranked: number[] = []
  for (const hours of STRETCHES) {
    ranked = await findMostViewed(hourOf(now) - hours, now)
    if (ranked.length === MOST_READ) break
  }
  return ranked
}

async function findMostViewed(after: number, now: Date): Promise<number[]> {
  const rows = await database()
    .select({ id: views.articleId })
    .from(views)
    .innerJoin(articles, eq(articles.id, views.articleId))
    .where(and(isPublic(now), gt(views.hour, after)))
    .groupBy(views.articleId)
    .orderBy(desc(sum(views.count)), desc(sql`max(${articles.publishedAt})`), desc(views.articleId))
    .limit(MOST_READ)
  return rows.map(({ id }) => id)
}
