import { type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles } from '@/db/schema/articles'
import type { Period } from './archive-period'

/**
 * How many articles lie in each period, counted along the index on the day of publication; a period that has none is absent.
 *
 * @param condition begins with the visibility rule of article-policy.ts
 * @param periods in the order that they are wanted in
 */
export async function countWithin(condition: SQL, periods: Period[]): Promise<{ name: string; count: number }[]> {
  if (periods.length === 0) return []
  const bounds = periods.map(({ name, start, end }) => sql`(${name}, ${start.getTime()}, ${end.getTime()})`)
  const counted = database().all<{ name: string; count: number }>(sql`
    with period(name, starts, ends) as (values ${sql.join(bounds, sql`, `)})
    select period.name as name, (
      select count(*) from ${articles}
      where ${articles.publishedAt} >= period.starts and ${articles.publishedAt} < period.ends and ${condition}
    ) as count
    from period`)
  const counts = new Map(counted.map(({ name, count }) => [name, count]))
  return periods.flatMap(({ name }) => {
    const count = counts.get(name) ?? 0
    return count > 0 ? [{ name, count }] : []
  })
}
