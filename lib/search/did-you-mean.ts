import type { SQL } from 'drizzle-orm'
import { findCardsInOrder } from '../articles/article-cards'
import { countMatches, findInHeadlines, findWordsSpelled } from './search-sql'
import { fold, termsOf } from './search-terms'
import { type Unit, unitOf } from './search-units'
import { isOneSlip, lessOne } from './spelling'

/** A query with mistyped words put right. */
export type Corrected = { units: Unit[]; words: string }

/** How many words may be proposed for a mistyped one, how many are thought of, and how many known words are doubted. */
const MOST = { proposals: 3, asked: 12, doubted: 12 }
/** Counting further says no more about which word was meant. */
const ENOUGH = 50

/**
 * What was probably meant by a query that finds nothing: words that nothing public has are replaced by those one slip of
 * the finger away; when each word is known, the one whose replacement finds something.
 *
 * @param visible the visibility rule: no word is proposed that only hidden articles have
 * @returns null when nothing better is known
 */
export async function correct(units: Unit[], visible: SQL): Promise<Corrected | null> {
  const meant = await headlineMeant(units, visible)
  if (meant) return meant
  const isLost = units.map((unit) => !unit.isExact && countMatches([unit], visible, 1) === 0)
  if (isLost.includes(true)) return correctLost(units, isLost, visible)
  if (units.length === 1) return null
  const attempts = units.slice(0, MOST.doubted).flatMap((unit, index) => {
    const proposals = unit.isExact ? [] : propose(unit, visible, MOST.asked)
    return proposals.map((word) => replaceAt(units, index, [word]))
  })
  const [best] = attempts
    .map((attempt) => ({ ...attempt, count: countMatches(attempt.units, visible, ENOUGH) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
  return best ? { units: best.units, words: best.words } : null
}

/** What finds little, and what it may be a slip for: each counts. */
export async function widen(units: Unit[], visible: SQL): Promise<Corrected | null> {
  const [unit] = units
  if (units.length > 1) return headlineMeant(units, visible)
  if (!unit || unit.isExact) return null
  const proposals = propose(unit, visible)
  if (proposals.length === 0) return null
  const { units: widened, words } = replaceAt(units, 0, proposals)
  return { units: [{ ...unit, sequences: [...unit.sequences, ...(widened[0]?.sequences ?? [])] }], words }
}

/** How many headlines are looked at. */
const HEADLINES = 5

/**
 * The headline that a query of several words was probably meant to be of, where one slip of the finger lies between: all
 * of its words are in it, one of them in another spelling.
 */
async function headlineMeant(units: Unit[], visible: SQL): Promise<Corrected | null> {
  if (units.length < 2) return null
  const others = units.map((unit) => (unit.isExact ? [] : spelledAlike(unit)))
  const widened = units.map((unit, index) => widenedBy(unit, others[index] ?? []))
  const ids = findInHeadlines(widened, visible, HEADLINES)
  for (const { headline } of await findCardsInOrder(ids, visible)) {
    const terms = new Set(termsOf(headline).map(({ text }) => text))
    const wrong = units.flatMap((unit, index) => (isIn(unit, terms) ? [] : [index]))
    const [index] = wrong
    const word = index === undefined ? undefined : others[index]?.find((other) => terms.has(other))
    if (wrong.length !== 1 || index === undefined || word === undefined) continue
    const meant = units.map((unit, at) => (at === index ? widenedBy(unit, [word]) : unit))
    return { units: meant, words: wordsOf(units.map((unit, at) => (at === index ? { ...unit, typed: word } : unit))) }
  }
  return null
}

function widenedBy(unit: Unit, words: string[]): Unit {
  return { ...unit, sequences: [...unit.sequences, ...words.flatMap((word) => unitOf(word)?.sequences ?? [])] }
}

/** Whether the words of a text are enough for a unit; a phrase was looked for by the index. */
function isIn({ sequences }: Unit, terms: ReadonlySet<string>): boolean {
  return sequences.some(({ terms: wanted, isPrefix }) => {
    const [first = ''] = wanted
    return wanted.length > 1 || terms.has(first) || (isPrefix && [...terms].some((term) => term.startsWith(first)))
  })
}

/** Known words one slip away. */
function spelledAlike({ typed }: Unit): string[] {
  const word = fold(typed)
  if ([...word].length < 3) return []
  return findWordsSpelled(lessOne(word)).filter((candidate) => isOneSlip(word, candidate))
}

function correctLost(units: Unit[], isLost: boolean[], visible: SQL): Corrected | null {
  let corrected: Corrected = { units, words: '' }
  for (const [index, lost] of isLost.entries()) {
    if (!lost) continue
    const proposals = propose(units[index] as Unit, visible)
    if (proposals.length === 0) return null
    corrected = replaceAt(corrected.units, index, proposals)
  }
  return countMatches(corrected.units, visible, 1) > 0 ? corrected : null
}

/** Words one slip away that something public has: those that begin alike first, then those that more articles have. */
function propose(unit: Unit, visible: SQL, most = MOST.proposals): string[] {
  const word = fold(unit.typed)
  return spelledAlike(unit)
    .map((candidate) => ({ candidate, of: unitOf(candidate), isAlike: candidate[0] === word[0] }))
    .sort((a, b) => Number(b.isAlike) - Number(a.isAlike))
    .slice(0, MOST.asked)
    .map((proposal) => ({ ...proposal, count: proposal.of ? countMatches([proposal.of], visible, ENOUGH) : 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => Number(b.isAlike) - Number(a.isAlike) || b.count - a.count)
    .slice(0, most)
    .map(({ candidate }) => candidate)
}

function replaceAt(units: Unit[], index: number, words: string[]): Corrected {
  const sequences = words.flatMap((word) => unitOf(word)?.sequences ?? [])
  const replaced = units.map((unit, at) => (at === index ? { ...unit, typed: words.join(' or '), sequences } : unit))
  return { units: replaced, words: wordsOf(replaced) }
}

function wordsOf(units: Unit[]): string {
  return units.map(({ typed, isExact }) => (isExact ? `“${typed}”` : typed)).join(' ')
}
