import { and, asc, desc, gte, lt, type SQL } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles } from '@/db/schema/articles'
import { dayInZone } from '../dates'
import { type ListPage, listPage } from '../list-page'
import { oncePerRendering, reads } from '../serving/render-scope'
import { countWithin } from './archive-counts-sql'
import { type Period, periodsBetween } from './archive-period'
import type { ArticleCard } from './article'
import { countArticles, findCards } from './article-cards'
import { isPublic } from './article-policy'

/** How many public articles there are in each month or day, newest first; a period that has none is absent. */
export type Calendar = { name: string; count: number }[]

/** The nearest periods of the same length, before and after, that hold something public; null where there is none. */
export type Neighbours = { previous: string | null; next: string | null }

/** Every month with public articles in the zone's calendar, or every month of one year. */
export const getMonths = oncePerRendering((zone: string, year?: Period): Promise<Calendar> => {
  return calendar(zone, 'month', year)
})

/** Every day of a month with public articles in the zone's calendar. */
export const getDays = oncePerRendering((zone: string, month: Period): Promise<Calendar> => {
  return calendar(zone, 'day', month)
})

/** What was published on a day, newest first. */
export const getDayPage = oncePerRendering(async (day: Period, page: number): Promise<ListPage<ArticleCard>> => {
  reads('latest')
  const condition = and(isPublic(new Date()), within(day)) as SQL
  return listPage(
    page,
    () => countArticles(condition),
    (range) => findCards(condition, range),
  )
})

/** Where a reader of a period can go on to. What is not public leads nowhere. */
export const getNeighbours = oncePerRendering(
  async ({ start, end, name }: Period, zone: string): Promise<Neighbours> => {
    reads('latest')
    const visible = isPublic(new Date())
    const [before, after] = await Promise.all([
      findMoment(and(visible, lt(articles.publishedAt, start)) as SQL, desc(articles.publishedAt)),
      findMoment(and(visible, gte(articles.publishedAt, end)) as SQL, asc(articles.publishedAt)),
    ])
    const nameOf = (moment: Date | null) => moment && dayInZone(moment, zone).slice(0, name.length)
    return { previous: nameOf(before), next: nameOf(after) }
  },
)

async function calendar(zone: string, unit: 'month' | 'day', period?: Period): Promise<Calendar> {
  reads('latest')
  const visible = isPublic(new Date())
  const condition = period ? (and(visible, within(period)) as SQL) : visible
  const [newest, oldest] = await Promise.all([
    findMoment(condition, desc(articles.publishedAt)),
    findMoment(condition, asc(articles.publishedAt)),
  ])
  if (!newest || !oldest) return []
  return countWithin(visible, periodsBetween(oldest, newest, unit, zone).reverse())
}

async function findMoment(condition: SQL, order: SQL): Promise<Date | null> {
  const [row] = await database()
    .select({ publishedAt: articles.publishedAt })
    .from(articles)
    .where(condition)
    .orderBy(order)
    .limit(1)
  return row?.publishedAt ?? null
}

function within({ start, end }: Period): SQL {
  return and(gte(articles.publishedAt, start), lt(articles.publishedAt, end)) as SQL
}
