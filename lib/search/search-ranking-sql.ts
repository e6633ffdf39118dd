import { type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles } from '@/db/schema/articles'
import { BROAD, findBroadly, type Order } from './search-broadly-sql'
import { headlineExpression, matchExpression, matching } from './search-sql'
import type { Unit } from './search-units'

/** How much a word counts in the headline, standfirst, body, tags and bylines. */
const WEIGHTS = sql.raw('12.0, 4.0, 1.0, 6.0, 6.0')

/** More articles than this are not weighed one by one, which takes longer than finding them: their headlines say which come first. */
const WEIGHED = 1_000

/** How much more a new article counts, and after how many milliseconds half of that is left. */
const FRESHNESS = { gain: 0.5, halved: 90 * 86_400_000 }

export type Found = {
  ids: number[]
  total: number
  /** There are more than `total`: nobody counted how many. */
  isMore: boolean
}

/**
 * The articles that have all of the units, with how many there are.
 *
 * @param condition begins with the visibility rule of article-policy.ts
 * @param now for freshness
 */
export function findMatches(units: Unit[], condition: SQL, order: Order): Found {
  const { ids, total } = findSome(units, condition, BROAD + 1)
  const counted = { total: Math.min(total, BROAD), isMore: total > BROAD }
  if (total > WEIGHED) return { ids: findBroadly(units, condition, order), ...counted }
  const { sort, now, limit, offset } = order
  if (offset >= total) return { ids: [], ...counted }
  const among = sql`(select value from json_each(${ids}))`
  // A row of `articles` has its dates behind its text: the index has them at hand.
  const dated = sql`${articles} indexed by articles_visibility`
  const scored =
    sort === 'newest'
      ? sql`select ${articles.id} as id, ${articles.publishedAt} as published, 0 as score from ${dated}
          where ${articles.id} in ${among}`
      : sql`select ${articles.id} as id, ${articles.publishedAt} as published, ${relevance(units, now)} as score
          from search_index cross join ${dated} on ${articles.id} = search_index.rowid
          where search_index match ${matchExpression(units)} and +search_index.rowid in ${among}`
  // Ranks are known only while the index is being read; the order is made of what was read.
  const rows = database().all<{ id: number }>(sql`with found as materialized (${scored})
    select id from found order by score desc, published desc, id desc limit ${limit} offset ${offset}`)
  return { ids: rows.map(({ id }) => id), ...counted }
}

/** Those that have all of the units, in no order: as JSON, since as rows they would take longer than being found. */
function findSome(units: Unit[], condition: SQL, most: number): { ids: string; total: number } {
  return database().get<{ ids: string; total: number }>(sql`
    select count(*) as total, json_group_array(id) as ids
    from (select ${articles.id} as id ${matching(matchExpression(units), condition)} limit ${most})`)
}

/** Ranks of SQLite are negative, the best the lowest. An article whose headline says it all counts twice. */
function relevance(units: Unit[], now: Date): SQL {
  const age = sql`max(0, ${now.getTime()} - ${articles.publishedAt})`
  const fresh = sql`(1 + ${FRESHNESS.gain} * ${FRESHNESS.halved} / (${FRESHNESS.halved} + ${age}))`
  return sql`-bm25(search_index, ${WEIGHTS}) * ${fresh} * (1 + ${inHeadline(units)})`
}

function inHeadline(units: Unit[]): SQL {
  return sql`(${articles.id} in (select rowid from search_index where search_index match ${headlineExpression(units)}))`
}
