/**
 * Text into the terms that are indexed and looked for. A term is a word in one spelling for all its spellings; where a
 * script does not part its words (Chinese, Japanese) or joins them (Korean), it is two neighbouring signs, so that a word
 * is found wherever it stands and however a segmenter would have cut the sentence.
 */

/** A term, and where its letters stand in the text (UTF-16 units). */
export type Term = { text: string; start: number; end: number }

/** A word as it was written, before it is made into terms. */
export type Word = { text: string; script: Script; start: number; end: number }

export type Script = 'alphabetic' | 'signs' | 'syllables' | 'unparted'

// Written as strings: the compiler's target knows no `v` flag yet, every supported Node.js does.
const SIGNS = '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}ー々]'
const SYLLABLES = '\\p{sc=Hangul}'
const UNPARTED = '[\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}]'
// Joiners and soft hyphens stand within words and are no part of them.
const LETTER = `[[\\p{L}\\p{M}\\p{N}\\u00ad\\u200c\\u200d]--${SIGNS}--${SYLLABLES}--${UNPARTED}]`
const WORD = new RegExp(`(?<signs>${SIGNS}+)|(?<syllables>${SYLLABLES}+)|(?<unparted>${UNPARTED}+)|${LETTER}+`, 'gv')
const OTHER_SCRIPT = new RegExp(`${SIGNS}|${SYLLABLES}|${UNPARTED}`, 'v')
const PARTED_WORD = /[\p{L}\p{M}\p{N}\u00ad\u200c\u200d]+/gu

/** Longer words are no words; their beginning stands for them. */
const LONGEST = 40

/** The words of a text as its script parts them; those that are not parted by spaces come whole. */
export function wordsOf(text: string): Word[] {
  // Most texts hold none of the other scripts, and are read four times as fast.
  if (!OTHER_SCRIPT.test(text)) {
    const found = text.matchAll(PARTED_WORD)
    return Array.from(found, ({ 0: word, index }) => {
      return { text: word, script: 'alphabetic', start: index, end: index + word.length }
    })
  }
  const words: Word[] = []
  WORD.lastIndex = 0
  for (let found = WORD.exec(text); found; found = WORD.exec(text)) {
    const { signs, syllables, unparted } = found.groups ?? {}
    const script = signs ? 'signs' : syllables ? 'syllables' : unparted ? 'unparted' : 'alphabetic'
    words.push({ text: found[0], script, start: found.index, end: WORD.lastIndex })
  }
  return words
}

/** Every term of a text, in its order. */
export function termsOf(text: string): Term[] {
  const terms: Term[] = []
  for (const word of wordsOf(text)) {
    if (word.script === 'alphabetic') addWord(terms, text, word)
    else if (word.script === 'unparted') for (const part of segments(word)) terms.push(folded(part))
    else addPairs(terms, word)
  }
  return terms
}

/** The words of a run that is written without spaces, as a dictionary parts it. */
export function segments({ text, start, script }: Word): Word[] {
  return [...segmenter.segment(text)]
    .filter(({ segment }) => /\p{L}|\p{N}/u.test(segment))
    .map(({ segment, index }) => ({ text: segment, script, start: start + index, end: start + index + segment.length }))
}

const segmenter = new Intl.Segmenter('th', { granularity: 'word' })

/** The possessive's s belongs to the word before it: “leader’s” is found as “leader”. */
function addWord(terms: Term[], text: string, word: Word): void {
  const isPossessive =
    (word.text === 's' || word.text === 'S') &&
    /[\p{L}]['’]$/u.test(text.slice(Math.max(0, word.start - 2), word.start))
  const term = folded(word)
  if (!isPossessive && term.text) terms.push(term)
}

/** Each sign with the one after it, and the last by itself, so that every sign begins a term. */
function addPairs(terms: Term[], word: Word): void {
  const signs = signsOf(word)
  for (const [index, sign] of signs.entries()) {
    const next = signs[index + 1]
    terms.push({ text: sign.text + (next?.text ?? ''), start: sign.start, end: next?.end ?? sign.end })
  }
}

function signsOf({ text, start }: Word): Term[] {
  let position = start
  return [...text].map((sign) => {
    const from = position
    position += sign.length
    return { text: fold(sign), start: from, end: position }
  })
}

function folded({ text, start, end }: Word): Term {
  return { text: fold(text.slice(0, LONGEST)), start, end }
}

/** Letters that are written apart from those they are looked for as, and that decomposing does not bring together. */
const SAME_LETTERS: Record<string, string> = {
  ...{ ı: 'i', ς: 'σ', ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ħ: 'h' },
  ...{ ٱ: 'ا', ى: 'ي', ی: 'ي', ې: 'ي', ة: 'ه', ە: 'ه', ھ: 'ه', ہ: 'ه', ک: 'ك', ۓ: 'ے' },
}
const SAME_LETTER = new RegExp(`[${Object.keys(SAME_LETTERS).join('')}]`, 'gu')

/**
 * Marks that readers leave out: accents of Latin, Greek and Cyrillic letters, Arabic vowels, hamza seats and the tatweel,
 * Hebrew points, invisible joiners. The vowel signs of Indic scripts are letters in all but name, and stay.
 */
const LEFT_OUT = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u00ad\u200c\u200d]/g

/** One spelling for all of a word's: case, accents, widths, old letter forms and other scripts' digits. */
export function fold(word: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant
  if (/^[\x00-\x7f]*$/.test(word)) return word.toLowerCase()
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(LEFT_OUT, '')
    .normalize('NFC')
    .replace(SAME_LETTER, (letter) => SAME_LETTERS[letter] as string)
    .replace(/\p{Nd}/gu, digit)
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '')
}

/** Decimal digits of each script stand in a row of ten (Unicode 4.6). */
function digit(sign: string): string {
  const code = sign.codePointAt(0) as number
  let zero = code
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
  return String(code - zero)
}
