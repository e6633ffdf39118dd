import { likenessOf } from './letters'
import { foldAll, type Token, tokensOf, unitsOf } from './tokens'
import type { Range } from './verdict'

/** Scripts that write without gaps between words: a word may stand anywhere in them. */
const WITHOUT_GAPS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** Longer runs of letters are no words. */
const LONGEST = 200

/** A list made ready for finding its words. */
export type WordList = {
  /** Whole words: folded, by what they look like, and with repeated letters taken together. */
  words: Set<string>
  likenesses: Set<string>
  squeezed: Set<string>
  /** Beginnings of words, by their length. */
  beginnings: Map<number, { words: Set<string>; likenesses: Set<string> }>
  /** Phrases by their first word. */
  phrases: Map<string, string[][]>
  /** What may stand inside a run of letters. */
  parts: string[]
}

/**
 * Makes a list ready.
 *
 * @param entries a word; a beginning of words, with `*` after it; or a phrase
 */
export function readyList(entries: Iterable<string>): WordList {
  const list: WordList = {
    words: new Set(),
    likenesses: new Set(),
    squeezed: new Set(),
    beginnings: new Map(),
    phrases: new Map(),
    parts: [],
  }
  for (const entry of entries) addEntry(list, entry)
  return list
}

/**
 * Where a text has words of the list, in whatever case, accents, spacing or look-alike letters; a word inside a longer one
 * is not it. Takes time in proportion to the text and to the words that are looked for inside runs of letters.
 *
 * @param tokens what the text is read as, for whoever looks for several lists in it
 * @returns ranges of the text as it was written, in order, none within another
 */
export function findWords(list: WordList, text: string, tokens = tokensOf(text)): Range[] {
  const found = tokens.filter((token) => isListed(list, token)).map(({ range }) => range)
  return outermost([...found, ...findPhrases(list, tokens), ...findParts(list, text)])
}

function addEntry(list: WordList, entry: string): void {
  const isBeginning = entry.trim().endsWith('*')
  const folded = foldAll(entry).trim()
  if (WITHOUT_GAPS.test(folded)) {
    list.parts.push(folded.replaceAll('*', ''))
    return
  }
  const words = folded
    .split(/\s+/u)
    .map((word) => word.replaceAll(/[^\p{L}\p{M}\p{N}@$!|€£¥+]/gu, ''))
    .filter(Boolean)
  const [first] = words
  if (first === undefined) return
  if (words.length > 1) list.phrases.set(first, [...(list.phrases.get(first) ?? []), words])
  else if (isBeginning) {
    const size = [...first].length
    const beginnings = list.beginnings.get(size) ?? { words: new Set(), likenesses: new Set() }
    beginnings.words.add(first)
    beginnings.likenesses.add(likenessOf(first))
    list.beginnings.set(size, beginnings)
  } else {
    list.words.add(first)
    list.likenesses.add(likenessOf(first))
    list.squeezed.add(squeeze(first))
  }
}

function isListed(list: WordList, { text, isDisguised }: Token): boolean {
  if (text.length > LONGEST) return false
  if (list.words.has(text) || (isStretched(text) && list.squeezed.has(squeeze(text)))) return true
  const likeness = isDisguised ? likenessOf(text) : null
  if (likeness !== null && list.likenesses.has(likeness)) return true
  for (const [size, { words, likenesses }] of list.beginnings) {
    if (words.has(text.slice(0, size))) return true
    if (likeness !== null && likenesses.has(likeness.slice(0, size))) return true
  }
  return false
}

function findPhrases(list: WordList, tokens: Token[]): Range[] {
  if (list.phrases.size === 0) return []
  return tokens.flatMap((token, index) =>
    (list.phrases.get(token.text) ?? []).flatMap((words): Range[] => {
      const last = tokens[index + words.length - 1]
      const isHere = words.every((word, offset) => tokens[index + offset]?.text === word)
      return isHere && last ? [[token.range[0], last.range[1]]] : []
    }),
  )
}

function findParts(list: WordList, text: string): Range[] {
  if (list.parts.length === 0) return []
  const letters = unitsOf(text).filter(({ is }) => is === 'letter' || is === 'digit')
  const origin = letters.flatMap((unit) => Array.from({ length: unit.plain.length }, () => unit))
  const run = letters.map(({ plain }) => plain).join('')
  return list.parts.flatMap((part) => {
    const ranges: Range[] = []
    for (let at = run.indexOf(part); at >= 0; at = run.indexOf(part, at + part.length)) {
      const [first, last] = [origin[at], origin[at + part.length - 1]]
      if (first && last) ranges.push([first.start, last.end])
    }
    return ranges
  })
}

/** Letters said longer than any word has them. */
function isStretched(text: string): boolean {
  return /(.)\1\1/u.test(text)
}

function squeeze(text: string): string {
  return text.replaceAll(/(.)\1+/gu, '$1')
}

function outermost(ranges: Range[]): Range[] {
  const kept: Range[] = []
  for (const range of ranges.sort(([from, to], [other, otherTo]) => from - other || otherTo - to)) {
    const last = kept.at(-1)
    if (!last || range[0] >= last[1]) kept.push(range)
  }
  return kept
}
