import { type SQL, sql } from 'drizzle-orm'
import { database, type Transaction } from '@/db/client'
import { articles } from '@/db/schema/articles'
import { FUNCTION_WORDS } from '../tags/function-words'
import type { Unit } from './search-units'

/** Everything that only SQLite's full-text search understands (https://sqlite.org/fts5.html). */

/** An article's words, in folded terms parted by spaces. */
export type IndexedText = { headline: string; standfirst: string; body: string; tags: string; bylines: string }

/** How much a word counts in the headline, standfirst, body, tags and bylines. */
const WEIGHTS = sql.raw('12.0, 4.0, 1.0, 6.0, 6.0')

/** How much more a new article counts, and after how many milliseconds half of that is left. */
const FRESHNESS = { gain: 0.5, halved: 90 * 86_400_000 }

/**
 * Words that more articles than this have tell none of them apart, and weighing each would take as long as finding them:
 * those whose headline has them come first, and of both the newest.
 */
const BROAD = 2_000

export async function putIntoIndex(tx: Transaction, articleId: number, text: IndexedText): Promise<void> {
  removeFromIndex(tx, articleId)
  const { headline, standfirst, body, tags, bylines } = text
  tx.run(sql`insert into search_index(rowid, headline, standfirst, body, tags, bylines)
    values (${articleId}, ${headline}, ${standfirst}, ${body}, ${tags}, ${bylines})`)
}

export function removeFromIndex(tx: Transaction, articleId: number): void {
  tx.run(sql`delete from search_index where rowid = ${articleId}`)
}

/** @param pairs each spelling with the word that it is one of */
export function putSpellings(tx: Transaction, pairs: [spelling: string, word: string][]): void {
  tx.run(sql`insert or ignore into search_spellings(spelling, word)
    select value ->> 0, value ->> 1 from json_each(${JSON.stringify(pairs)})`)
}

export type Found = { ids: number[]; total: number }

/**
 * The articles that have all of the units, with how many there are.
 *
 * @param condition begins with the visibility rule of article-policy.ts
 * @param now for freshness
 */
export function findMatches(units: Unit[], condition: SQL, order: Order): Found {
  const ids = findIds(units, condition, BROAD + 1)
  if (ids.length > BROAD) return findBroadly(units, condition, order)
  const { sort, now, limit, offset } = order
  if (offset >= ids.length) return { ids: [], total: ids.length }
  const among = sql`(select value from json_each(${JSON.stringify(ids)}))`
  const scored =
    sort === 'newest'
      ? sql`select ${articles.id} as id, ${articles.publishedAt} as published, 0 as score from ${articles}
          where ${articles.id} in ${among}`
      : sql`select ${articles.id} as id, ${articles.publishedAt} as published, ${relevance(telling(units), now)} as score
          from search_index cross join ${articles} on ${articles.id} = search_index.rowid
          where search_index match ${matchExpression(telling(units))} and +search_index.rowid in ${among}`
  // Ranks are known only while the index is being read; the order is made of what was read.
  const rows = database().all<{ id: number }>(sql`with found as materialized (${scored})
    select id from found order by score desc, published desc, id desc limit ${limit} offset ${offset}`)
  return { ids: rows.map(({ id }) => id), total: ids.length }
}

type Order = { sort: 'relevance' | 'newest'; now: Date; limit: number; offset: number }

function findBroadly(units: Unit[], condition: SQL, { sort, limit, offset }: Order): Found {
  const score = sort === 'newest' ? sql`0` : inHeadline(units)
  const rows = database().all<{ id: number; total: number }>(sql`
    with found as materialized (
      select ${articles.id} as id, ${articles.publishedAt} as published, ${score} as score ${matching(units, condition)}
    )
    select id, (select count(*) from found) as total from found
    order by score desc, published desc, id desc limit ${limit} offset ${offset}`)
  const total = rows[0]?.total ?? countMatches(units, condition, Number.MAX_SAFE_INTEGER)
  return { ids: rows.map(({ id }) => id), total }
}

/** Those that have all of the units, in no order. */
function findIds(units: Unit[], condition: SQL, most: number): number[] {
  const rows = database().all<{ id: number }>(
    sql`select ${articles.id} as id ${matching(units, condition)} limit ${most}`,
  )
  return rows.map(({ id }) => id)
}

/** The units that tell articles apart, where there are any: words that nearly every text has cost most to weigh. */
function telling(units: Unit[]): Unit[] {
  const words = units.filter(
    ({ typed, isExact }) => isExact || !COMMON.some((common) => common.has(typed.toLowerCase())),
  )
  return words.length > 0 ? words : units
}

const COMMON = Object.values(FUNCTION_WORDS)

/** Ranks of SQLite are negative, the best the lowest. An article whose headline says it all counts twice. */
function relevance(units: Unit[], now: Date): SQL {
  const age = sql`max(0, ${now.getTime()} - ${articles.publishedAt})`
  const fresh = sql`(1 + ${FRESHNESS.gain} * ${FRESHNESS.halved} / (${FRESHNESS.halved} + ${age}))`
  return sql`-bm25(search_index, ${WEIGHTS}) * ${fresh} * (1 + ${inHeadline(units)})`
}

function inHeadline(units: Unit[]): SQL {
  const expression = `headline : (${matchExpression(units)})`
  return sql`(${articles.id} in (select rowid from search_index where search_index match ${expression}))`
}

/** Some of those whose headline has all of the units, newest first. */
export function findInHeadlines(units: Unit[], condition: SQL, most: number): number[] {
  const rows = database().all<{ id: number }>(sql`
    select ${articles.id} as id from search_index cross join ${articles} indexed by articles_visibility
      on ${articles.id} = search_index.rowid
    where search_index match ${`headline : (${matchExpression(units)})`} and ${condition}
    order by ${articles.publishedAt} desc limit ${most}`)
  return rows.map(({ id }) => id)
}

/** How many articles have all of the units, counted no further than `most`. */
export function countMatches(units: Unit[], condition: SQL, most: number): number {
  const row = database().get<{ count: number }>(
    sql`select count(*) as count from (select 1 ${matching(units, condition)} limit ${most})`,
  )
  return row.count
}

/** The words that share one of these spellings. */
export function findWordsSpelled(spellings: string[]): string[] {
  const rows = database().all<{ word: string }>(sql`
    select distinct word from search_spellings where spelling in (select value from json_each(${JSON.stringify(spellings)}))`)
  return rows.map(({ word }) => word)
}

/** The index answers for visibility: the rows themselves hold whole texts, which would have to be read past. */
function matching(units: Unit[], condition: SQL): SQL {
  return sql`from search_index cross join ${articles} indexed by articles_visibility
    on ${articles.id} = search_index.rowid
    where search_index match ${matchExpression(units)} and ${condition}`
}

/** Terms hold letters and digits only: nothing in them can end the quotation. */
export function matchExpression(units: Unit[]): string {
  return units
    .map(({ sequences }) => sequences.map(({ terms, isPrefix }) => `"${terms.join(' ')}"${isPrefix ? ' *' : ''}`))
    .map((phrases) => (phrases.length > 1 ? `(${phrases.join(' OR ')})` : phrases[0]))
    .join(' AND ')
}
