import { type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles, sections } from '@/db/schema/articles'
import { dailyReaders, readDepths, viewSources, views } from '@/db/schema/reading'
import { clockHour, type Day, hourOf, lastDays } from '../days'
import { isStaff } from '../people/person-policy'
import { Refused, type Viewer } from '../people/viewer'
import { HOURS_KEPT_FOR } from '../reading/roll-up-commands'
import { readLastHour } from './last-hour-sql'
import type { Depth, NumbersFilter, ReadingNumbers, SectionViews, SourceViews, StoryViews } from './numbers'
import { limitsOf, type Named, named, type Range, rangeOf, scopeOf, sumOf, viewsByHour, within } from './numbers-scope'
import { readUsualDay } from './usual-day-sql'

/**
 * How often articles were read, in the sections that the viewer is limited to. Views of articles that are readers' no longer
 * are among them.
 *
 * @param zone of the newsroom, by whose days it is counted
 * @throws {Refused} when the viewer is no staff
 */
export function readNumbers(viewer: Viewer, filter: NumbersFilter, zone: string, now = new Date()): ReadingNumbers {
  if (!isStaff(viewer)) throw new Refused(viewer, 'see the numbers of readers')
  const both = lastDays(filter.days * 2, now, zone)
  const [earlier, days] = [both.slice(0, filter.days), both.slice(filter.days)]
  const [range, before] = [rangeOf(days), rangeOf(earlier)]
  if (filter.days === 1) before.to = Math.min(before.to, hourOf(now) - 23)
  const scope = scopeOf(viewer, filter)
  const byHour = viewsByHour(range, scope)
  const stories = viewsByStory(range, scope)
  const isWhole = scope === null
  const isToday = filter.days === 1
  return {
    total: sumOf(stories),
    before: sumOf(viewsByHour(before, scope)),
    days: byDay(days, byHour, isWhole ? readersByDay(range) : null),
    hours: filter.days < HOURS_KEPT_FOR ? byClock(days, byHour, zone, now) : null,
    lastHour: isToday ? readLastHour(scope, now) : null,
    usual: isToday ? readUsualDay(scope, zone, now) : null,
    sections: bySection(stories),
    stories,
    sources: viewsBySource(range, scope),
    depth: depthOf(range, scope),
  }
}

/** The article whose numbers are asked for; null when there is none within the viewer's limits. */
export function findMeasured(
  viewer: Viewer,
  id: number,
): Pick<StoryViews, 'id' | 'headline' | 'slug' | 'section'> | null {
  if (!isStaff(viewer)) throw new Refused(viewer, 'see the numbers of readers')
  const limits = limitsOf(viewer)
  const [row] = database().all<Named>(sql`
    select a.id, a.headline, a.slug, s.slug as sectionSlug, s.name as sectionName
    from ${articles} a join ${sections} s on s.id = a.section_id where a.id = ${id} and ${limits ?? sql`true`}`)
  return row ? named(row) : null
}

function viewsByStory(range: Range, scope: SQL | null): StoryViews[] {
  const rows = database().all<Named & Pick<StoryViews, 'views' | 'opened' | 'whole'>>(sql`
    with viewed as (
      select article_id, sum(count) as views from ${views} where ${within(range, sql`hour`, scope)} group by article_id
    ),
    told as (
      select article_id, sum(opened) as opened, sum(whole) as whole from ${readDepths}
      where ${within(range, sql`day`, scope)} group by article_id
    )
    select a.id, a.headline, a.slug, s.slug as sectionSlug, s.name as sectionName, viewed.views,
      coalesce(told.opened, 0) as opened, coalesce(told.whole, 0) as whole
    from viewed join ${articles} a on a.id = viewed.article_id join ${sections} s on s.id = a.section_id
    left join told on told.article_id = a.id
    order by viewed.views desc, a.id desc`)
  return rows.map((row) => ({ ...named(row), views: row.views, opened: row.opened, whole: row.whole }))
}

function viewsBySource(range: Range, scope: SQL | null): SourceViews[] {
  return database().all(sql`
    select source, sum(count) as views from ${viewSources} where ${within(range, sql`day`, scope)}
    group by source order by views desc, source`)
}

function depthOf(range: Range, scope: SQL | null): Depth {
  return database().get(sql`
    select coalesce(sum(opened), 0) as opened, coalesce(sum(quarter), 0) as quarter, coalesce(sum(half), 0) as half,
      coalesce(sum(three_quarters), 0) as threeQuarters, coalesce(sum(whole), 0) as whole
    from ${readDepths} where ${within(range, sql`day`, scope)}`)
}

function readersByDay({ from, to }: Range): Map<number, number> {
  const rows = database().all<{ day: number; count: number }>(
    sql`select day, count from ${dailyReaders} where day >= ${from} and day < ${to}`,
  )
  return new Map(rows.map(({ day, count }) => [day, count]))
}

function byDay(days: Day[], hours: { hour: number; views: number }[], readers: Map<number, number> | null) {
  return days.map((day) => {
    const { from, to } = rangeOf([day])
    const ofDay = hours.filter(({ hour }) => hour >= from && hour < to)
    return { day: day.day, views: sumOf(ofDay), readers: readers && (readers.get(from) ?? 0) }
  })
}

/** By what the newsroom's clock showed; of today what has begun, so that an hour to come is not taken for a quiet one. */
function byClock(days: Day[], hours: { hour: number; views: number }[], zone: string, now: Date) {
  const found = new Map<string, number>()
  const { from, to } = rangeOf(days)
  const end = days.length === 1 ? Math.min(to, hourOf(now) + 1) : to
  for (let hour = from; hour < Math.min(end, from + 24); hour += 1) found.set(clockHour(hour, zone), 0)
  for (const { hour, views: count } of hours)
    found.set(clockHour(hour, zone), (found.get(clockHour(hour, zone)) ?? 0) + count)
  return [...found].sort(([a], [b]) => a.localeCompare(b)).map(([hour, count]) => ({ hour, views: count }))
}

function bySection(stories: StoryViews[]): SectionViews[] {
  const found = new Map<string, SectionViews>()
  for (const { section, views: count } of stories) {
    const known = found.get(section.slug)
    found.set(section.slug, { ...section, views: (known?.views ?? 0) + count })
  }
  return [...found.values()].sort((a, b) => b.views - a.views)
}
