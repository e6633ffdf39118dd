import type { ArticleBody } from './article-body'
import { plainText } from './body-text'

/** Written without spaces between words: a character stands for about half a word, so that a minute holds some 500. */
const WITHOUT_SPACES = /^(zh|ja|th|km|lo|my)(?![a-z])/i

const WORDS_A_MINUTE = 230

/** Parting a text takes the square of its length, so it goes piece by piece; a word cut in two does not matter. */
const PIECE = /[^\n]{1,500}/gu

/**
 * How many words a body has.
 *
 * @param language BCP 47; where words are not parted by spaces, the language's own rules part them
 */
export function countWords(body: ArticleBody, language: string): number {
  const text = plainText(body)
  const [, unspaced] = WITHOUT_SPACES.exec(language) ?? []
  if (!unspaced) return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
  const segmenter = new Intl.Segmenter(unspaced, { granularity: 'word' })
  let words = 0
  for (const [piece] of text.matchAll(PIECE)) {
    for (const { isWordLike } of segmenter.segment(piece)) if (isWordLike) words += 1
  }
  return words
}

/** Minutes that reading takes, at least one. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / WORDS_A_MINUTE))
}
