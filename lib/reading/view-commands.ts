import { and, eq, inArray, lt, sql } from 'drizzle-orm'
import { database, type Transaction } from '@/db/client'
import { articles } from '@/db/schema/articles'
import { dailyReaders, readDepths, viewMinutes, viewSources, views } from '@/db/schema/reading'
import { firstHourOf, hourOf, lastDays, minuteOf } from '../days'
import { readSite } from '../site/site-record'
import { write } from '../write'
import { knownSource, OTHER } from './view-source'
import { emptyTally, entryOf, type ViewTally } from './view-tally'

/** Days that views are kept for: enough to compare a season with the one before. */
const KEPT_FOR = 400

/** Minutes that views are known by the minute for: an hour, and the one before it to compare with. */
const MINUTES_KEPT_FOR = 120

/** Sites that are told apart on one day, of all articles and of one: readers' browsers may say whatever they like. */
const MOST_SOURCES = { ofDay: 300, ofArticle: 40 }

/**
 * Adds views to the hour that they are told in. An article that is gone meanwhile is passed over.
 *
 * @param counts how often each article was shown since it was last told, by its id
 */
export async function recordViews(counts: ReadonlyMap<number, number>, now = new Date()): Promise<void> {
  await recordReading({ ...emptyTally(), views: new Map(counts) }, now)
}

/**
 * Adds what was counted to the hour and the day that it is told in, in one transaction.
 *
 * @returns when the newsroom's day ends, in milliseconds since 1970
 */
export async function recordReading(tally: ViewTally, now = new Date()): Promise<number> {
  const { zone } = await readSite(database())
  const [today] = lastDays(1, now, zone) as [ReturnType<typeof lastDays>[number]]
  if (tally.views.size === 0 && tally.depths.size === 0) return today.end.getTime()
  const day = firstHourOf(today)
  await write(async (tx) => {
    const isThere = await articlesAmong(tx, [...tally.views.keys(), ...tally.depths.keys()])
    await addViews(tx, tally, isThere, now)
    await addSources(tx, tally, isThere, day)
    await addDepths(tx, tally, isThere, day)
    if (tally.readers > 0)
      await tx
        .insert(dailyReaders)
        .values({ day, count: tally.readers })
        .onConflictDoUpdate({
          target: dailyReaders.day,
          set: { count: sql`${dailyReaders.count} + ${tally.readers}` },
        })
  })
  return today.end.getTime()
}

type IsThere = (articleId: number) => boolean

async function articlesAmong(tx: Transaction, ids: number[]): Promise<IsThere> {
  const known = await tx.select({ id: articles.id }).from(articles).where(inArray(articles.id, ids))
  const there = new Set(known.map(({ id }) => id))
  return (id) => there.has(id)
}

async function addViews(tx: Transaction, tally: ViewTally, isThere: IsThere, now: Date): Promise<void> {
  const [hour, minute] = [hourOf(now), minuteOf(now)]
  await tx.delete(viewMinutes).where(lt(viewMinutes.minute, minute - MINUTES_KEPT_FOR))
  for (const [articleId, count] of tally.views) {
    if (!isThere(articleId)) continue
    await tx
      .insert(views)
      .values({ articleId, hour, count })
      .onConflictDoUpdate({ target: [views.articleId, views.hour], set: { count: sql`${views.count} + ${count}` } })
    await tx
      .insert(viewMinutes)
      .values({ articleId, minute, count })
      .onConflictDoUpdate({
        target: [viewMinutes.articleId, viewMinutes.minute],
        set: { count: sql`${viewMinutes.count} + ${count}` },
      })
  }
}

async function addSources(tx: Transaction, tally: ViewTally, isThere: IsThere, day: number): Promise<void> {
  if (tally.sources.size === 0) return
  const known = await sourcesOf(tx, day, [...tally.views.keys()])
  for (const [said, counts] of tally.sources) {
    for (const [articleId, count] of counts) {
      if (!isThere(articleId)) continue
      const source = known.place(knownSource(said), articleId)
      await tx
        .insert(viewSources)
        .values({ articleId, day, source, count })
        .onConflictDoUpdate({
          target: [viewSources.articleId, viewSources.day, viewSources.source],
          set: { count: sql`${viewSources.count} + ${count}` },
        })
    }
  }
}

/** What is known of a day's sources: those beyond the number that is kept apart are one. */
async function sourcesOf(tx: Transaction, day: number, articleIds: number[]) {
  const { articleId, source } = viewSources
  const ofDay = await tx.selectDistinct({ source }).from(viewSources).where(eq(viewSources.day, day))
  const rows = await tx
    .select({ articleId, source })
    .from(viewSources)
    .where(and(inArray(articleId, articleIds), eq(viewSources.day, day)))
  const all = new Set(ofDay.map((row) => row.source))
  const byArticle = new Map<number, Set<string>>()
  const ofArticle = (id: number) => entryOf(byArticle, id, () => new Set<string>())
  for (const row of rows) ofArticle(row.articleId).add(row.source)
  return {
    place(name: string, id: number): string {
      const own = ofArticle(id)
      const isKept =
        (all.has(name) || all.size < MOST_SOURCES.ofDay) && (own.has(name) || own.size < MOST_SOURCES.ofArticle)
      if (!isKept) return OTHER
      all.add(name)
      own.add(name)
      return name
    },
  }
}

async function addDepths(tx: Transaction, tally: ViewTally, isThere: IsThere, day: number): Promise<void> {
  for (const [articleId, steps] of tally.depths) {
    if (!isThere(articleId)) continue
    const [opened = 0, quarter = 0, half = 0, threeQuarters = 0, whole = 0] = steps
    const more = { opened, quarter, half, threeQuarters, whole }
    await tx
      .insert(readDepths)
      .values({ articleId, day, ...more })
      .onConflictDoUpdate({
        target: [readDepths.articleId, readDepths.day],
        set: {
          opened: sql`${readDepths.opened} + ${opened}`,
          quarter: sql`${readDepths.quarter} + ${quarter}`,
          half: sql`${readDepths.half} + ${half}`,
          threeQuarters: sql`${readDepths.threeQuarters} + ${threeQuarters}`,
          whole: sql`${readDepths.whole} + ${whole}`,
        },
      })
  }
}

/** Removes what lies too far back to be compared with. */
export async function forgetOldViews(now = new Date()): Promise<void> {
  const limit = hourOf(now) - KEPT_FOR * 24
  const [oldest] = await database().select({ hour: views.hour }).from(views).where(lt(views.hour, limit)).limit(1)
  if (!oldest) return
  await write(async (tx) => {
    await tx.delete(views).where(lt(views.hour, limit))
    await tx.delete(viewSources).where(lt(viewSources.day, limit))
    await tx.delete(readDepths).where(lt(readDepths.day, limit))
    await tx.delete(dailyReaders).where(lt(dailyReaders.day, limit))
  })
}
