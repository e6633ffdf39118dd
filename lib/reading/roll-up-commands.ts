import { and, gte, lt, ne, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { views } from '@/db/schema/reading'
import { firstHourOf, lastDays } from '../days'
import { getSite } from '../site/site-queries'
import { write } from '../write'

/** Days of which views are known by the hour; of those before, by the day. */
export const HOURS_KEPT_FOR = 35

/** Days that are looked at for hours that are left over: the server may have stood still, or the zone been changed. */
const LOOKED_BACK = 30

/** Adds the hours of days that are long over up into their day, under its first hour. Sums by day stay as they were. */
export async function rollUpViews(now = new Date()): Promise<void> {
  const { zone } = await getSite()
  const old = lastDays(HOURS_KEPT_FOR + LOOKED_BACK, now, zone).slice(0, LOOKED_BACK)
  for (const { start, end } of old) {
    const [from, to] = [firstHourOf({ start }), firstHourOf({ start: end })]
    const ofDay = and(gte(views.hour, from), lt(views.hour, to))
    const later = and(ofDay, ne(views.hour, from))
    const [left] = await database().select({ hour: views.hour }).from(views).where(later).limit(1)
    if (!left) continue
    await write(async (tx) => {
      tx.run(sql`insert into ${views} (article_id, hour, count)
        select article_id, ${from}, sum(count) from ${views} where ${later} group by article_id
        on conflict (article_id, hour) do update set count = count + excluded.count`)
      await tx.delete(views).where(later)
    })
  }
}
