import { type Term, termsOf } from './search-terms'
import { type Sequence, telling, type Unit } from './search-units'

/** A stretch of text, which is what was looked for or what stands around it. */
export type Piece = { text: string; isMatch: boolean }

type Hit = { start: number; end: number; unit: number }

/** About how long a snippet is, and how much of it stands before the first hit, in UTF-16 units. */
const LENGTH = 160
const LEAD = 48
/** A long text is read in parts, the first a short one, and no further than this: what was found mostly stands near its beginning. */
const PART = { first: 480, further: 1_500 }
export const FURTHEST = 9_000
/** So much of what was looked for in one place says what the article is about. */
const ENOUGH = 3
const MOST_HITS = 60

/** A whole text with what was looked for in it. */
export function marked(text: string, units: Unit[]): Piece[] {
  return pieces(text, hitsIn(text, units))
}

/**
 * The stretch that shows most of what was looked for and says something: of the standfirst, or of the body where that
 * shows more.
 *
 * @param texts in the order of preference
 */
export function snippetOf(texts: string[], units: Unit[]): Piece[] {
  const wanted = telling(units)
  let best: Stretch | null = null
  for (const text of texts.map((whole) => whole.trim()).filter(Boolean)) {
    const stretch = bestStretch(text, wanted)
    if (!best || stretch.units > best.units) best = stretch
    if (best.units >= enough(wanted)) break
  }
  return best ? cut(best, units) : []
}

/** Whether a text shows so much of what was looked for that no other needs to be read. */
export function showsEnough(text: string, units: Unit[]): boolean {
  const wanted = telling(units)
  return text !== '' && bestStretch(text, wanted).units >= enough(wanted)
}

type Stretch = { text: string; from: number; units: number }

/** Where most of the units stand close together; reading ends where enough of them do. */
function bestStretch(text: string, units: Unit[]): Stretch {
  let best: Stretch = { text, from: 0, units: 0 }
  const beginnings = beginningsOf(units)
  const end = Math.min(text.length, FURTHEST)
  for (let from = 0; from < end && best.units < enough(units); ) {
    const length = from === 0 ? PART.first : PART.further
    const to = boundaryBefore(text, Math.min(end, from + length), from)
    const part = text.slice(from, to)
    const densest = densestOf(hitsInPart(part, units, beginnings))
    if (densest.units > best.units) best = { text, from: from + densest.from, units: densest.units }
    from = to
  }
  return best
}

/** Letters whose folding is more than a matter of case. */
const FOLDED = /[^\p{ASCII}\p{P}\p{S}\p{Z}]/u

/** Finds words that begin as any of the units does; null where that takes more than looking at plain letters. */
function beginningsOf(units: Unit[]): RegExp | null {
  const first = units.flatMap(({ sequences }) => sequences.map(({ terms }) => terms[0] as string))
  if (!first.every((term) => /^[a-z0-9]+$/.test(term))) return null
  return new RegExp(`(?<![a-z0-9])(?:${first.join('|')})[a-z0-9]*`, 'gi')
}

/** Reads a part word by word only where something that was looked for may begin: most of most texts holds nothing of it. */
function hitsInPart(part: string, units: Unit[], beginnings: RegExp | null): Hit[] {
  if (beginnings === null || FOLDED.test(part)) return hitsIn(part, units)
  if (units.every(isOneWord)) return wordHits(part, units, beginnings)
  const places = Array.from(part.matchAll(beginnings), ({ index }) => index)
  return stretches(places).flatMap(({ from, to }) =>
    hitsIn(part.slice(from, to), units).map((hit) => ({ ...hit, start: hit.start + from, end: hit.end + from })),
  )
}

const isOneWord = ({ sequences }: Unit) => sequences.every(({ terms }) => terms.length === 1)

/** Single words in plain letters are their own terms. */
function wordHits(part: string, units: Unit[], beginnings: RegExp): Hit[] {
  return Array.from(part.matchAll(beginnings)).flatMap(({ 0: found, index: start }) => {
    const word = found.toLowerCase()
    const isFound = ({ terms: [term = ''], isPrefix }: Sequence) => (isPrefix ? word.startsWith(term) : word === term)
    const hit = { start, end: start + word.length }
    return units.flatMap(({ sequences }, unit) => (sequences.some(isFound) ? [{ ...hit, unit }] : []))
  })
}

/** From each place as far as a snippet reaches, in one where they overlap. */
function stretches(places: number[]): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = []
  for (const place of places) {
    const last = found.at(-1)
    if (last && place < last.to) last.to = place + LENGTH
    else found.push({ from: place, to: place + LENGTH })
  }
  return found
}

/** Of words that nearly every text has, two in one place say as much as all of them. */
function enough(units: Unit[]): number {
  return Math.min(units.length, units.every(({ isCommon }) => isCommon) ? 2 : ENOUGH)
}

/** Where most of the units stand within a snippet's length; hits come in their order. */
function densestOf(hits: Hit[]): { from: number; units: number } {
  let best = { from: 0, units: 0 }
  for (let first = 0; first < hits.length; first += 1) {
    const from = (hits[first] as Hit).start
    const to = from + LENGTH - LEAD
    const units = new Set<number>()
    for (let at = first; at < hits.length && (hits[at] as Hit).start < to; at += 1) {
      const { end, unit } = hits[at] as Hit
      if (end <= to) units.add(unit)
    }
    if (units.size > best.units) best = { from, units: units.size }
  }
  return best
}

function cut({ text, from }: Stretch, units: Unit[]): Piece[] {
  if (text.length <= LENGTH) return marked(inOneLine(text), units)
  const latest = Math.max(0, text.length - LENGTH)
  const start = boundaryAfter(text, Math.min(Math.max(0, from - LEAD), latest))
  const end = boundaryBefore(text, Math.min(text.length, start + LENGTH), start)
  const before = start > 0 ? [{ text: '… ', isMatch: false }] : []
  const after = end < text.length ? [{ text: ' …', isMatch: false }] : []
  return [...before, ...marked(inOneLine(text.slice(start, end)), units), ...after]
}

const inOneLine = (text: string) => text.replace(/\s+/g, ' ')

/** The beginning of the next word, where one is near; between whole signs in any case. */
function boundaryAfter(text: string, position: number): number {
  if (position === 0) return 0
  const space = text.indexOf(' ', position - 1)
  return space >= 0 && space - position < 24 ? space + 1 : betweenSigns(text, position)
}

function boundaryBefore(text: string, position: number, start: number): number {
  if (position === text.length) return position
  const space = text.lastIndexOf(' ', position)
  return space > start && position - space < 24 ? space : betweenSigns(text, position)
}

function betweenSigns(text: string, position: number): number {
  let at = position
  while (at < text.length && /^[\p{M}\udc00-\udfff]/u.test(text.slice(at, at + 1))) at += 1
  while (at < text.length && text.charCodeAt(at) >= 0xdc00 && text.charCodeAt(at) <= 0xdfff) at += 1
  return at
}

function pieces(text: string, hits: Hit[]): Piece[] {
  const found: Piece[] = []
  let position = 0
  const add = (end: number, isMatch: boolean) => {
    if (end > position) found.push({ text: text.slice(position, end), isMatch })
    position = Math.max(position, end)
  }
  for (const { start, end } of hits) {
    add(start, false)
    add(end, true)
  }
  add(text.length, false)
  return joined(found)
}

function joined(found: Piece[]): Piece[] {
  const result: Piece[] = []
  for (const piece of found) {
    const last = result.at(-1)
    if (last && last.isMatch === piece.isMatch) result[result.length - 1] = { ...last, text: last.text + piece.text }
    else result.push(piece)
  }
  return result
}

/** Where a text has what was looked for, in its order. */
function hitsIn(text: string, units: Unit[]): Hit[] {
  const wanted = units.flatMap(({ sequences }, unit) => sequences.map((sequence) => ({ ...sequence, unit })))
  const whole = byFirstTerm(wanted.filter(({ terms, isPrefix }) => terms.length > 1 || !isPrefix))
  const begun = wanted.filter(({ terms, isPrefix }) => terms.length === 1 && isPrefix)
  const terms = termsOf(text)
  const hits: Hit[] = []
  for (let index = 0; index < terms.length && hits.length < MOST_HITS; index += 1) {
    const here = (terms[index] as Term).text
    for (const sequence of whole.get(here) ?? NONE) {
      if (follows(terms, index, sequence)) hits.push(hitOf(terms, index, sequence))
    }
    for (const sequence of begun) {
      if (here.startsWith(sequence.terms[0] as string)) hits.push(hitOf(terms, index, sequence))
    }
  }
  return hits.sort((a, b) => a.start - b.start || b.end - a.end)
}

const NONE: never[] = []

function follows(terms: Term[], at: number, { terms: wanted, isPrefix }: Sequence): boolean {
  return wanted.every((want, offset) => {
    const have = terms[at + offset]?.text
    return have === want || (isPrefix && offset === wanted.length - 1 && have?.startsWith(want))
  })
}

/** A single sign is looked for as the beginning of a pair, and only it is marked. */
function hitOf(terms: Term[], at: number, { terms: wanted, isPrefix, unit }: Sequence & { unit: number }): Hit {
  const { start } = terms[at] as Term
  const last = terms[at + wanted.length - 1] as Term
  const sign = wanted.at(-1) as string
  const isSign = isPrefix && /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]$/u.test(sign)
  return { start, end: isSign ? last.start + sign.length : last.end, unit }
}

function byFirstTerm<Wanted extends Sequence>(wanted: Wanted[]): Map<string, Wanted[]> {
  const found = new Map<string, Wanted[]>()
  for (const sequence of wanted) {
    const first = sequence.terms[0] as string
    found.set(first, [...(found.get(first) ?? []), sequence])
  }
  return found
}
