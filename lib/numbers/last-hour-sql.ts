import { type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles, sections } from '@/db/schema/articles'
import { viewMinutes } from '@/db/schema/reading'
import { minuteOf } from '../days'
import { type LastHour, MINUTES, type StoryOfHour } from './last-hour'
import { type Named, named, sumOf, within } from './numbers-scope'

const MOST_STORIES = 10

/** What is read now. @param scope the ids of the articles that are meant; null for all */
export function readLastHour(scope: SQL | null, now: Date): LastHour {
  const end = minuteOf(now) + 1
  const [present, before] = [
    viewsByMinute({ from: end - MINUTES, to: end }, scope),
    viewsByMinute({ from: end - 2 * MINUTES, to: end - MINUTES }, scope),
  ]
  const minutes = new Array<number>(MINUTES).fill(0)
  for (const { minute, views } of present) minutes[minute - (end - MINUTES)] = views
  return { minutes, total: sumOf(present), before: sumOf(before), stories: storiesOfHour(end, scope) }
}

function viewsByMinute(range: { from: number; to: number }, scope: SQL | null): { minute: number; views: number }[] {
  return database().all(sql`
    select minute, sum(count) as views from ${viewMinutes} where ${within(range, sql`minute`, scope)} group by minute`)
}

function storiesOfHour(end: number, scope: SQL | null): StoryOfHour[] {
  const range = { from: end - 2 * MINUTES, to: end }
  const rows = database().all<Named & Pick<StoryOfHour, 'views' | 'before'>>(sql`
    with viewed as (
      select article_id, sum(case when minute >= ${end - MINUTES} then count else 0 end) as views,
        sum(case when minute < ${end - MINUTES} then count else 0 end) as before
      from ${viewMinutes} where ${within(range, sql`minute`, scope)} group by article_id
    )
    select a.id, a.headline, a.slug, s.slug as sectionSlug, s.name as sectionName, viewed.views, viewed.before
    from viewed join ${articles} a on a.id = viewed.article_id join ${sections} s on s.id = a.section_id
    where viewed.views > 0 order by viewed.views desc, a.id desc limit ${MOST_STORIES}`)
  return rows.map((row) => ({ ...named(row), views: row.views, before: row.before }))
}
