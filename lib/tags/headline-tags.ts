import { FUNCTION_WORDS } from './function-words'

/** Written without spaces: what a word is, the language's own rules say, and two characters make one. */
const WITHOUT_SPACES = new Set(['zh', 'ja', 'th', 'km', 'lo', 'my'])
const SHORTEST = 3
const SHORTEST_WITHOUT_SPACES = 2

/** French and its neighbours join a short function word to the next by an apostrophe: l’eau, dell’arte. */
const ELIDING = new Set(['fr', 'it', 'ca', 'oc'])
const ELISION =
  /(?<![\p{L}\p{M}])(?:[cdjlmnstv]|qu|jusqu|lorsqu|puisqu|quoiqu|un|(?:de|ne|su|da|a|que|co)ll|quest|gl)['’](?=\p{L})/giu

const APOSTROPHES = /['’ʼ‘`´]/g
/** No headline is longer, and neither parting nor normalising a text may take the square of its length. */
const LONGEST = 1000
const SMALL_NUMBER = /^\p{Nd}{1,3}$/u

/**
 * The hashtags that a headline offers: its words in order and as they are spelled, without punctuation and apostrophes
 * (leader’s → leaders), without words of two letters or fewer, without function words and the commonest verbs of the
 * language, each once. Numbers below a thousand say nothing by themselves and are left out. Of a headline beyond a
 * thousand characters only the beginning counts.
 *
 * @param language BCP 47; of a language that is not known here, no word is left out for being a function word
 */
export function headlineTags(headline: string, language = 'en'): string[] {
  const [base = ''] = language.toLowerCase().split(/[-_]/)
  const functionWords = Object.hasOwn(FUNCTION_WORDS, base) ? FUNCTION_WORDS[base] : undefined
  const shortest = WITHOUT_SPACES.has(base) ? SHORTEST_WITHOUT_SPACES : SHORTEST
  const tags = new Map<string, string>()
  for (const word of wordsOf(headline.slice(0, LONGEST).normalize('NFC'), base)) {
    const key = base === 'tr' ? word.toLocaleLowerCase('tr') : word.toLowerCase()
    if ([...word].length < shortest || SMALL_NUMBER.test(word)) continue
    if (!functionWords?.has(key) && !tags.has(key)) tags.set(key, word)
  }
  return [...tags.values()]
}

function wordsOf(headline: string, language: string): string[] {
  if (WITHOUT_SPACES.has(language)) {
    const segments = [...new Intl.Segmenter(language, { granularity: 'word' }).segment(headline)]
    return segments.filter((segment) => segment.isWordLike).map((segment) => segment.segment)
  }
  const text = ELIDING.has(language) ? headline.replaceAll(ELISION, ' ') : headline
  return text.replaceAll(APOSTROPHES, '').match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? []
}
