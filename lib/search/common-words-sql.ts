import { count, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { searchDocuments } from '@/db/schema/search'
import { FUNCTION_WORDS } from '../tags/function-words'
import { matchExpression } from './search-sql'
import type { Unit } from './search-units'

/** A word that so great a share of all articles has, and so many, tells none of them apart. */
const SHARE = 0.25
const LEAST = 20

/**
 * The units, with those marked that nearly every text has: words that carry a sentence in some language, where this
 * newsroom's articles are full of them. What is such a word in German may be the subject in English (“war”).
 */
export function markCommon(units: Unit[]): Unit[] {
  if (units.length < 2 || !units.some(isFunctionWord)) return units
  const many = Math.max(LEAST, Math.ceil(countIndexed() * SHARE))
  return units.map((unit) => (isFunctionWord(unit) && areThere(many, unit) ? { ...unit, isCommon: true } : unit))
}

function isFunctionWord({ typed, isExact }: Unit): boolean {
  return !isExact && LANGUAGES.some((words) => words.has(typed.toLowerCase()))
}

const LANGUAGES = Object.values(FUNCTION_WORDS)

/** Hidden articles among them: only how the words of an answer are weighed depends on it. */
function areThere(many: number, unit: Unit): boolean {
  const found = database().get<{ count: number }>(sql`select count(*) as count
    from (select 1 from search_index where search_index match ${matchExpression([unit])} limit ${many})`)
  return found.count === many
}

function countIndexed(): number {
  return database().select({ count: count() }).from(searchDocuments).get()?.count ?? 0
}
