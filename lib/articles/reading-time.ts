import { type ArticleBody, plainText } from './article-body'

/** Written without spaces between words: a character stands for about half a word. */
const WITHOUT_SPACES = /^(?:zh|ja|th|km|lo|my)\b/

const WORDS_A_MINUTE = 230

/**
 * How many words a body has.
 *
 * @param language BCP 47; where words are not parted by spaces, the language's own rules part them
 */
export function countWords(body: ArticleBody, language: string): number {
  const text = plainText(body)
  if (!WITHOUT_SPACES.test(language)) return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
  let words = 0
  for (const { isWordLike } of new Intl.Segmenter(language, { granularity: 'word' }).segment(text))
    if (isWordLike) words += 1
  return words
}

/** Minutes that reading takes, at least one. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / WORDS_A_MINUTE))
}
