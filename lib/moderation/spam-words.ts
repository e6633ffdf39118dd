/** How much of a comment is weighed: what comes after says nothing new. */
const LONGEST_TEXT = 20_000
const MOST_WORDS = 300
const LONGEST_WORD = 40

/** Scripts that are written without spaces: two neighbouring letters stand for a word. */
const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu
const HOST = /(?:https?:\/\/|www\.)(?:www\.)?([\p{L}\p{N}.-]{3,80})/giu

/**
 * What a comment is weighed by: its words in one spelling, each once, and where its links lead, as `link:host`. Takes time
 * in proportion to the text, and looks at no more than its first 20,000 letters.
 */
export function spamWordsOf(text: string): string[] {
  const plain = text.slice(0, LONGEST_TEXT).normalize('NFKC').toLowerCase()
  const words = new Set<string>()
  for (const [, host = ''] of plain.matchAll(HOST)) words.add(`link:${host.replace(/[.-]+$/, '')}`)
  for (const [word] of plain.matchAll(WORD)) {
    if (words.size >= MOST_WORDS) break
    if (UNSPACED.test(word)) for (const pair of pairsOf(word)) words.add(pair)
    else if (word.length > 1 && word.length <= LONGEST_WORD) words.add(word)
  }
  return [...words].slice(0, MOST_WORDS)
}

function pairsOf(word: string): string[] {
  const letters = [...word]
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`)
}
