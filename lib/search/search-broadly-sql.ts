import { type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles } from '@/db/schema/articles'
import { countMatching, findInHeadlines, headlineExpression, matchExpression, matching } from './search-sql'
import type { Unit } from './search-units'

/** What more articles than this have tells none of them apart: so many are offered, of how many nobody counts. */
export const BROAD = 2_000

export type Order = { sort: 'relevance' | 'newest'; now: Date; limit: number; offset: number }

/** The newest articles among which what is looked for is found, when nearly every one has it. */
const WINDOW = { least: 300, forEach: 3 }

type Range = { limit: number; offset: number }

/**
 * The order of what very many articles have: those whose headline has it come first, and of both the newest. It is read
 * no further than the page needs.
 *
 * @param condition begins with the visibility rule of article-policy.ts
 */
export function findBroadly(units: Unit[], condition: SQL, { sort, limit, offset }: Order): number[] {
  const range = { limit: Math.max(0, Math.min(limit, BROAD - offset)), offset }
  const expression = matchExpression(units)
  if (range.limit === 0) return []
  if (sort === 'newest') return findNewest(expression, condition, range)
  const found = findInHeadlines(units, condition, range.limit, offset)
  if (found.length === range.limit) return found
  const headlines = headlineExpression(units)
  const before = found.length > 0 || offset === 0 ? offset + found.length : countMatching(headlines, condition, BROAD)
  const rest = { limit: range.limit - found.length, offset: Math.max(0, offset - before) }
  return [...found, ...findNewest(expression, condition, rest, before === 0 ? undefined : isNotIn(headlines))]
}

const isNotIn = (headlines: string) =>
  sql`search_index.rowid not in (select rowid from search_index where search_index match ${headlines})`

/** The newest that match: among the newest of all as long as those have enough of them, else among everything. */
function findNewest(expression: string, condition: SQL, range: Range, elsewhere?: SQL): number[] {
  const found = findAmongNewest(expression, condition, range, elsewhere)
  return found.length === range.limit ? found : findAmongAll(expression, condition, range, elsewhere)
}

/** New articles mostly have high ids, so that only the end of the index is read; where they have low ones, all of it, once. */
function findAmongNewest(expression: string, condition: SQL, { limit, offset }: Range, elsewhere?: SQL): number[] {
  const most = Math.max(WINDOW.least, WINDOW.forEach * (offset + limit))
  return idsOf(sql`
    with recent as materialized (
      select ${articles.id} as id, ${articles.publishedAt} as published from ${articles} where ${condition}
      order by ${articles.publishedAt} desc, ${articles.id} desc limit ${most}
    )
    select id from recent where id in (
      select search_index.rowid from search_index
      where search_index match ${expression} and search_index.rowid >= (select min(id) from recent) ${also(elsewhere)}
    )
    order by published desc, id desc limit ${limit} offset ${offset}`)
}

function findAmongAll(expression: string, condition: SQL, { limit, offset }: Range, elsewhere?: SQL): number[] {
  return idsOf(sql`
    select ${articles.id} as id ${matching(expression, condition)} ${also(elsewhere)}
    order by ${articles.publishedAt} desc, ${articles.id} desc limit ${limit} offset ${offset}`)
}

const also = (condition: SQL | undefined) => (condition ? sql`and ${condition}` : sql``)

function idsOf(query: SQL): number[] {
  return database()
    .all<{ id: number }>(query)
    .map(({ id }) => id)
}
