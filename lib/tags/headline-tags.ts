import { FUNCTION_WORDS } from './function-words'

/** Written without spaces: what a word is, the language's own rules say, and two characters make one. */
const WITHOUT_SPACES = /^(?:zh|ja|th|km|lo|my)\b/
const SHORTEST = 3
const SHORTEST_WITHOUT_SPACES = 2

/** French and its neighbours join a short function word to the next by an apostrophe: l’eau, dell’arte. */
const ELIDED = /^(?:fr|it|ca|oc)\b/
const ELISION = /(?<![\p{L}\p{M}])\p{L}{1,7}['’](?=\p{L})/gu

const APOSTROPHES = /['’ʼ‘`´]/g

/**
 * The hashtags that a headline offers: its words in order and as they are spelled, without punctuation and apostrophes
 * (leader’s → leaders), without words of two letters or fewer, without function words and the commonest verbs of the
 * language, each once. Numbers below a thousand say nothing by themselves and are left out.
 *
 * @param language BCP 47
 */
export function headlineTags(headline: string, language = 'en'): string[] {
  const [base = 'en'] = language.toLowerCase().split('-')
  const functionWords = FUNCTION_WORDS[base] ?? new Set<string>()
  const shortest = WITHOUT_SPACES.test(base) ? SHORTEST_WITHOUT_SPACES : SHORTEST
  const tags = new Map<string, string>()
  for (const word of wordsOf(headline.normalize('NFC'), base)) {
    const key = word.toLocaleLowerCase(base)
    if ([...word].length < shortest || /^\d{1,3}$/.test(word)) continue
    if (!functionWords.has(key) && !tags.has(key)) tags.set(key, word)
  }
  return [...tags.values()]
}

function wordsOf(headline: string, language: string): string[] {
  if (WITHOUT_SPACES.test(language)) {
    const segments = [...new Intl.Segmenter(language, { granularity: 'word' }).segment(headline)]
    return segments.filter((segment) => segment.isWordLike).map((segment) => segment.segment)
  }
  const text = ELIDED.test(language) ? headline.replaceAll(ELISION, ' ') : headline
  return text.replaceAll(APOSTROPHES, '').match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
}
