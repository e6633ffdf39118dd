import { type SQL, sql } from 'drizzle-orm'
import { database, type Transaction } from '@/db/client'
import { articles } from '@/db/schema/articles'
import type { Unit } from './search-units'

/** Everything that only SQLite's full-text search understands (https://sqlite.org/fts5.html). */

/** An article's words, in folded terms parted by spaces. */
export type IndexedText = { headline: string; standfirst: string; body: string; tags: string; bylines: string }

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

/** Some of those whose headline has all of the units, newest first. */
export function findInHeadlines(units: Unit[], condition: SQL, limit: number, offset = 0): number[] {
  const rows = database().all<{ id: number }>(sql`
    select ${articles.id} as id ${matching(headlineExpression(units), condition)}
    order by ${articles.publishedAt} desc, ${articles.id} desc limit ${limit} offset ${offset}`)
  return rows.map(({ id }) => id)
}

/** How many articles have all of the units, counted no further than `most`. */
export function countMatches(units: Unit[], condition: SQL, most: number): number {
  return countMatching(matchExpression(units), condition, most)
}

export function countMatching(expression: string, condition: SQL, most: number): number {
  const row = database().get<{ count: number }>(
    sql`select count(*) as count from (select 1 ${matching(expression, condition)} limit ${most})`,
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
export function matching(expression: string, condition: SQL): SQL {
  return sql`from search_index cross join ${articles} indexed by articles_visibility
    on ${articles.id} = search_index.rowid
    where search_index match ${expression} and ${condition}`
}

/** Terms hold letters and digits only: nothing in them can end the quotation. */
export function matchExpression(units: Unit[]): string {
  return units
    .map(({ sequences }) => sequences.map(({ terms, isPrefix }) => `"${terms.join(' ')}"${isPrefix ? ' *' : ''}`))
    .map((phrases) => (phrases.length > 1 ? `(${phrases.join(' OR ')})` : phrases[0]))
    .join(' AND ')
}

export function headlineExpression(units: Unit[]): string {
  return `headline : (${matchExpression(units)})`
}
