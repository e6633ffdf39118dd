import { type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles, sections } from '@/db/schema/articles'
import { views } from '@/db/schema/reading'
import { type Day, firstHourOf } from '../days'
import type { Viewer } from '../people/viewer'
import type { NumbersFilter } from './numbers'

/** Whole hours since 1970, the last one not among them. */
export type Range = { from: number; to: number }

/** The hours of days that follow each other. */
export function rangeOf(days: Day[]): Range {
  const [first, last] = [days[0] as Day, days.at(-1) as Day]
  return { from: firstHourOf(first), to: firstHourOf({ start: last.end }) }
}

/** An article with its section, as a query tells them. */
export type Named = { id: number; headline: string; slug: string; sectionSlug: string; sectionName: string }

export function named({ id, headline, slug, sectionSlug, sectionName }: Named) {
  return { id, headline: headline || `Article ${id}`, slug, section: { slug: sectionSlug, name: sectionName } }
}

/** The sections that somebody is limited to, as a condition on articles `a`; null where there is no limit. */
export function limitsOf(viewer: Viewer): SQL | null {
  if (viewer.role === 'admin' || viewer.sections === null) return null
  return sql`a.section_id in (select value from json_each(${JSON.stringify(viewer.sections)}))`
}

/** The ids of the articles that are meant; null for all. */
export function scopeOf(viewer: Viewer, { section, articleId }: NumbersFilter): SQL | null {
  const conditions = [
    limitsOf(viewer),
    section ? sql`a.section_id in (select id from ${sections} where slug = ${section})` : null,
    articleId === null ? null : sql`a.id = ${articleId}`,
  ].filter((condition) => condition !== null)
  return conditions.length > 0 ? sql`select a.id from ${articles} a where ${sql.join(conditions, sql` and `)}` : null
}

/** A condition on the rows of a table that has `article_id` and a column of hours. */
export function within({ from, to }: Range, hours: SQL, scope: SQL | null): SQL {
  const time = sql`${hours} >= ${from} and ${hours} < ${to}`
  return scope ? sql`${time} and article_id in (${scope})` : time
}

/** Views of each hour that had some. */
export function viewsByHour(range: Range, scope: SQL | null): { hour: number; views: number }[] {
  return database().all(
    sql`select hour, sum(count) as views from ${views} where ${within(range, sql`hour`, scope)} group by hour`,
  )
}

/** The views of all rows together. */
export function sumOf(rows: { views: number }[]): number {
  return rows.reduce((sum, row) => sum + row.views, 0)
}
