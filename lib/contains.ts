import { type AnyColumn, type SQL, sql } from 'drizzle-orm'
import { fold } from './search/search-terms'

/**
 * Whether a text has these letters somewhere in it, large or small, with accents or without, as in the search of readers.
 * SQLite's `like` knows no letters but those of ASCII, which is why each letter is asked for in all its forms.
 */
export function contains(column: AnyColumn | SQL, part: string): SQL {
  const pattern = [...part.normalize('NFC')].map((letter, index) => formsOf(letter, index < MOST_FOLDED)).join('')
  return sql`${column} glob ${`*${pattern}*`}`
}

/** SQLite takes patterns of 50,000 bytes, and some letters have 180 in all their forms. */
const MOST_FOLDED = 200

/** Where letters have case and accents: Latin, Greek and Cyrillic, and their extensions (Unicode blocks). */
const SCRIPTS = [
  [0x41, 0x24f],
  [0x370, 0x52f],
  [0x1e00, 0x1fff],
] as const

let byFold: Map<string, string> | null = null

/** A letter as a class of SQLite's `glob`: all that are folded to the same. A sign is itself, and never a wildcard. */
function formsOf(letter: string, isFolded: boolean): string {
  const folded = isFolded ? fold(letter) : ''
  const forms = folded === '' ? '' : (foldedLetters().get(folded) ?? '')
  if (forms !== '') return `[${forms}]`
  return /[[*?]/.test(letter) ? `[${letter}]` : letter
}

function foldedLetters(): Map<string, string> {
  if (byFold) return byFold
  byFold = new Map()
  for (const [first, last] of SCRIPTS) {
    for (let code = first; code <= last; code += 1) {
      const letter = String.fromCodePoint(code)
      if (!/\p{L}/u.test(letter)) continue
      const folded = fold(letter)
      byFold.set(folded, (byFold.get(folded) ?? '') + letter)
    }
  }
  return byFold
}
