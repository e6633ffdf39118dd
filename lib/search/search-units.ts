import { fold, segments, type Term, termsOf, type Word, wordsOf } from './search-terms'

/** Terms that must follow each other; of the last, its beginning may be enough. */
export type Sequence = { terms: string[]; isPrefix: boolean }

/** One thing that an article must have: any of these. */
export type Unit = {
  /** As it was typed. */
  typed: string
  sequences: Sequence[]
  /** Between quotation marks: neither other forms nor corrections are looked for. */
  isExact: boolean
  /** Nearly every text has it (common-words-sql.ts): it neither has to be there nor says what an article is about. */
  isCommon?: boolean
}

/** How many words and phrases are looked for; the rest of a longer query is left out. */
const MOST_UNITS = 24

const PARTS = /["“”„«»]([^"“”„«»]*)["“”„«»]|[^"“”„«»]+/g

/**
 * What a query asks for: each word, and each phrase between quotation marks, all of which an article must have. Operators
 * are words like any other.
 */
export function unitsOf(query: string): Unit[] {
  const units: Unit[] = []
  for (const [part, phrase] of query.matchAll(PARTS)) {
    if (phrase !== undefined) units.push(exactUnit(phrase))
    else units.push(...wordsOf(part).flatMap((word) => unitsOfWord(word, part)))
  }
  const askedFor = distinct(units.filter(({ sequences }) => sequences[0]?.terms.length)).slice(0, MOST_UNITS)
  const last = askedFor.at(-1)
  // The last word may not be finished yet; a single letter begins too many.
  if (last && !last.isExact && last.typed.length > 1 && !/[\s\p{P}]$/u.test(query))
    return [...askedFor.slice(0, -1), unfinished(last)]
  return askedFor
}

/** The unit that a single word is, as if it had been typed in the midst of others. */
export function unitOf(word: string): Unit | null {
  return wordsOf(word).flatMap((part) => unitsOfWord(part, word))[0] ?? null
}

/**
 * The units that tell articles apart, where there are any: words that nearly every text has cost most to weigh and
 * say least.
 */
export function telling(units: Unit[]): Unit[] {
  const words = units.filter(({ isCommon }) => !isCommon)
  return words.length > 0 ? words : units
}

function exactUnit(phrase: string): Unit {
  return { typed: phrase, sequences: [sequenceOf(termsOf(phrase))], isExact: true }
}

function unitsOfWord(word: Word, around: string): Unit[] {
  const { text, script } = word
  if (script === 'signs' || script === 'unparted') {
    return segments(word).map((part) => ({
      typed: part.text,
      sequences: [sequenceOf(termsOf(part.text))],
      isExact: false,
    }))
  }
  if (script === 'syllables') return [{ typed: text, sequences: [sequenceOf(termsOf(text))], isExact: false }]
  // The word before may make a possessive's s of this one.
  if (/^s$/i.test(text) && /['’]$/.test(around.slice(0, word.start))) return []
  const forms = fold(text) ? numbersOf(fold(text)) : []
  return [{ typed: text, sequences: forms.map((form) => ({ terms: [form], isPrefix: false })), isExact: false }]
}

/** In a text, the last sign of a run is followed by none; in a query it may be followed by any. */
function sequenceOf(terms: Term[]): Sequence {
  const texts = terms.map(({ text }) => text)
  const last = terms.at(-1)
  const previous = terms.at(-2)
  const isEndOfPair = last !== undefined && previous?.end === last.end
  if (isEndOfPair) return { terms: texts.slice(0, -1), isPrefix: false }
  return { terms: texts, isPrefix: last !== undefined && isSingleSign(last) }
}

function isSingleSign({ text }: Term): boolean {
  const [word] = wordsOf(text)
  return [...text].length === 1 && (word?.script === 'signs' || word?.script === 'syllables')
}

/** A word in the singular and in the plural, where one letter makes the difference. */
function numbersOf(word: string): string[] {
  if (!/^[a-z]{3,}$/.test(word)) return [word]
  if (word.endsWith('ss')) return [word]
  return word.endsWith('s') && word.length > 3 ? [word, word.slice(0, -1)] : [word, `${word}s`]
}

function unfinished(unit: Unit): Unit {
  const [written, ...others] = unit.sequences as [Sequence, ...Sequence[]]
  const isPair = written.terms.length > 1 || isSingleSign({ text: written.terms[0] as string, start: 0, end: 0 })
  if (isPair) return unit
  return {
    ...unit,
    sequences: [
      { ...written, isPrefix: true },
      ...others.filter(({ terms }) => !terms[0]?.startsWith(written.terms[0] as string)),
    ],
  }
}

function distinct(units: Unit[]): Unit[] {
  const known = new Map(units.map((unit) => [JSON.stringify(unit.sequences), unit]))
  return [...known.values()]
}
