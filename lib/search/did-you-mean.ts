import type { SQL } from 'drizzle-orm'
import { countMatches, findWordsSpelled } from './search-sql'
import { fold } from './search-terms'
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
export function correct(units: Unit[], visible: SQL): Corrected | null {
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

/** A single word that finds little, and those that it may be a slip for: each counts. */
export function widen(units: Unit[], visible: SQL): Corrected | null {
  const [unit] = units
  if (!unit || units.length > 1 || unit.isExact) return null
  const proposals = propose(unit, visible)
  if (proposals.length === 0) return null
  const { units: widened, words } = replaceAt(units, 0, proposals)
  return { units: [{ ...unit, sequences: [...unit.sequences, ...(widened[0]?.sequences ?? [])] }], words }
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
function propose({ typed }: Unit, visible: SQL, most = MOST.proposals): string[] {
  const word = fold(typed)
  if ([...word].length < 3) return []
  return findWordsSpelled(lessOne(word))
    .filter((candidate) => isOneSlip(word, candidate))
    .map((candidate) => ({ candidate, unit: unitOf(candidate), isAlike: candidate[0] === word[0] }))
    .sort((a, b) => Number(b.isAlike) - Number(a.isAlike))
    .slice(0, MOST.asked)
    .map((proposal) => ({ ...proposal, count: proposal.unit ? countMatches([proposal.unit], visible, ENOUGH) : 0 }))
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
