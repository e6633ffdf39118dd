/** What gives an article away, wherever it stands. */
export type Traces = {
  slug: string
  /** Each with what it is, for whoever reads the result. */
  phrases: { words: string; is: string }[]
  /** Words of its text that no public article has. */
  words: string[]
  /** The ids of pictures that no public article shows. */
  pictures: number[]
}

/** Words of one phrase: as many together hardly stand elsewhere by chance. */
const PHRASE = 8
const MOST_PHRASES = 12
const SHORTEST_WORD = 7
const MOST_WORDS = 15

/** Long words of a text, the longest first, each once: where something distinctive is to be found. */
export function longWords(text: string): string[] {
  const words = [...wordSet(text)].filter((word) => word.length >= SHORTEST_WORD && !/^\d+$/.test(word))
  return words.sort((one, other) => other.length - one.length).slice(0, MOST_WORDS * 2)
}

/** Some of the long words, those of them that are told apart. @param isOfThePaper stands on pages of the paper anyway */
export function distinctive(words: string[], isOfThePaper: (word: string) => boolean): string[] {
  return words.filter((word) => !isOfThePaper(word)).slice(0, MOST_WORDS)
}

/** The beginnings of a text's paragraphs, as phrases. */
export function phrasesOf(text: string, is: string): Traces['phrases'] {
  const paragraphs = text.split(/\n+/).map((paragraph) => plain(paragraph).trim().split(' '))
  return paragraphs
    .filter((words) => words.length >= PHRASE)
    .slice(0, MOST_PHRASES)
    .map((words) => ({ words: words.slice(0, PHRASE).join(' '), is }))
}

/** A headline as a phrase; one of a single word is none. */
export function headlinePhrase(headline: string, is: string): Traces['phrases'] {
  const words = plain(headline).trim()
  return words.includes(' ') ? [{ words, is }] : []
}

/**
 * What of an article stands in an answer, in words. What was asked for comes back in the question: it does not count.
 *
 * @param address that was asked for
 * @param text head and body of the answer
 */
export function findTraces({ slug, phrases, words, pictures }: Traces, address: string, text: string): string[] {
  const asked = decoded(address)
  const askedWords = wordSet(asked)
  const readable = ` ${plain(text)} ${plain(text.replace(/<[^>]*>/g, ''))} `
  const present = new Set(readable.split(' '))
  const askedPlain = ` ${plain(asked)} `
  return [
    ...phrases.filter(({ words: phrase }) => has(readable, phrase) && !has(askedPlain, phrase)).map(({ is }) => is),
    ...(hasSlug(text, slug) && !asked.includes(slug) ? ['its slug'] : []),
    ...words.filter((word) => present.has(word) && !askedWords.has(word)).map((word) => `the word “${word}”`),
    ...pictures
      .filter((id) => text.includes(`/media/${id}/`) && !asked.includes(`/media/${id}/`))
      .map((id) => `picture ${id}`),
  ].filter((found, index, all) => all.indexOf(found) === index)
}

const has = (text: string, phrase: string) => text.includes(` ${phrase} `)

function hasSlug(text: string, slug: string): boolean {
  for (let at = text.indexOf(slug); at >= 0; at = text.indexOf(slug, at + 1)) {
    const isWhole = !/[\w-]/.test(text[at - 1] ?? '') && !/[\w-]/.test(text[at + slug.length] ?? '')
    if (isWhole) return true
  }
  return false
}

function wordSet(text: string): Set<string> {
  return new Set(plain(text).split(' ').filter(Boolean))
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address.replaceAll('+', ' '))
  } catch {
    return address
  }
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** A text in small letters with single spaces between its words, whichever way it was written down. */
function plain(text: string): string {
  return text
    .replace(/&#x([0-9a-f]{1,6});|\\u([0-9a-f]{4})/gi, (_, entity = '', escaped = '') =>
      letter(`${entity}${escaped}`, 16),
    )
    .replace(/&#(\d{1,7});/g, (_, code: string) => letter(code, 10))
    .replace(/&(amp|lt|gt|quot|apos|nbsp);/g, (_, name: string) => ENTITIES[name] ?? ' ')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
}

function letter(digits: string, base: 10 | 16): string {
  const code = Number.parseInt(digits, base)
  return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : ' '
}
