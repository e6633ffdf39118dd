import { foldLetter, STAND_INS } from './letters'
import type { Range } from './verdict'

/** A word of a text as it may be meant: folded, and where it stands. */
export type Token = {
  text: string
  range: Range
  /** It has letters of several scripts, or signs and digits among its letters: it may hide what it says. */
  isDisguised: boolean
}

type Unit = { plain: string; start: number; end: number; is: 'letter' | 'digit' | 'stand-in' | 'joint' | 'gap' }

const LETTER = /^[\p{L}\p{M}]/u
const DIGIT = /^\p{N}/u
const JOINTS: ReadonlySet<string> = new Set('._-*~’\'·•"`/\\')

const SCRIPTS = ['Latin', 'Cyrillic', 'Greek', 'Arabic', 'Hebrew'].map(
  (name) => [name, new RegExp(`\\p{Script=${name}}`, 'u')] as const,
)

/**
 * The words of a text: as they are written, with what signs inside a word part put together (`b.a.d`), and runs of single
 * letters put together (`b a d`). Takes time in proportion to the text.
 */
export function tokensOf(text: string): Token[] {
  const units = unitsOf(text)
  const words = split(units, ['letter', 'digit', 'stand-in'])
  const joined = split(units, ['letter', 'digit', 'stand-in', 'joint'])
  const main = scriptOf(units.map(({ plain }) => plain).join(''))
  const seen = new Set<string>()
  return [...words, ...joined, ...spelledOut(words)].flatMap((units) => {
    const letters = units.filter(({ is }) => is !== 'joint')
    const [first, last] = [letters[0], letters.at(-1)]
    if (!first || !last || !letters.some(({ is }) => is === 'letter')) return []
    const token: Token = {
      text: letters.map(({ plain }) => plain).join(''),
      range: [first.start, last.end],
      isDisguised: isDisguised(letters, main),
    }
    const name = `${token.text} ${token.range}`
    if (seen.has(name)) return []
    seen.add(name)
    return [token]
  })
}

/** A whole text, folded, with where each of its letters came from. */
export function foldAll(text: string): string {
  return unitsOf(text)
    .map(({ plain }) => plain)
    .join('')
}

export function unitsOf(text: string): Unit[] {
  const units: Unit[] = []
  let start = 0
  for (const character of text) {
    const end = start + character.length
    const plain = foldLetter(character)
    if (plain !== '') units.push({ plain, start, end, is: kindOf(plain) })
    else if (units.length > 0) (units.at(-1) as Unit).end = end
    start = end
  }
  return units
}

function kindOf(plain: string): Unit['is'] {
  if (LETTER.test(plain)) return 'letter'
  if (DIGIT.test(plain)) return 'digit'
  if (STAND_INS.has(plain)) return 'stand-in'
  return JOINTS.has(plain) ? 'joint' : 'gap'
}

function split(units: Unit[], kinds: Unit['is'][]): Unit[][] {
  const parts: Unit[][] = []
  let part: Unit[] = []
  for (const unit of units) {
    if (kinds.includes(unit.is)) part.push(unit)
    else if (part.length > 0) {
      parts.push(part)
      part = []
    }
  }
  if (part.length > 0) parts.push(part)
  return parts.map(withoutOuterSigns)
}

/** An exclamation mark after a word is one. */
function withoutOuterSigns(units: Unit[]): Unit[] {
  let last = units.length
  while (last > 0 && (units[last - 1]?.is === 'stand-in' || units[last - 1]?.is === 'joint')) last -= 1
  let first = 0
  while (first < last && units[first]?.is === 'joint') first += 1
  return units.slice(first, last)
}

/**
 * Runs of three or more single letters with the same small gap between them; a wider gap begins another word. A letter
 * before or after the word may be one of its own, such as an article.
 */
function spelledOut(words: Unit[][]): Unit[][] {
  const runs: Unit[][] = []
  let run: Unit[] = []
  let gap = 0
  const end = () => {
    if (run.length >= 3) runs.push(run)
    if (run.length > 3) runs.push(run.slice(1), run.slice(0, -1))
    run = []
    gap = 0
  }
  for (const word of words) {
    const [only] = word
    if (!only || word.length > 1) {
      end()
      continue
    }
    const distance = run.length > 0 ? only.start - (run.at(-1) as Unit).end : 0
    if (run.length > 0 && (distance > 3 || (gap > 0 && distance !== gap))) end()
    else if (run.length > 0) gap = distance
    run.push(only)
  }
  end()
  return runs
}

function isDisguised(letters: Unit[], main: string | null): boolean {
  const signs = letters.filter(({ is }) => is !== 'letter').length
  if (signs > 0) return signs * 2 <= letters.length
  const used = new Set(letters.map(({ plain }) => scriptOf(plain)).filter(Boolean))
  return used.size > 1 || (main === 'Latin' && !used.has('Latin') && used.size === 1)
}

/** The script that most letters of a text are of, among those whose letters are taken for each other. */
function scriptOf(text: string): string | null {
  const counts = new Map<string, number>()
  for (const letter of text) {
    const script = scriptOfLetter(letter)
    if (script) counts.set(script, (counts.get(script) ?? 0) + 1)
  }
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? null
}

const scripts = new Map<string, string | null>()

function scriptOfLetter(letter: string): string | null {
  const known = scripts.get(letter)
  if (known !== undefined) return known
  const script = SCRIPTS.find(([, pattern]) => pattern.test(letter))?.[0] ?? null
  if (scripts.size < 20_000) scripts.set(letter, script)
  return script
}
