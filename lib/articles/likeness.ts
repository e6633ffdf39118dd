import { FUNCTION_WORDS } from '../tags/function-words'

/** What is compared when two articles are asked how alike they are. */
export type Likable = { terms: string[]; tags: number[]; sectionId: number; publishedAt: Date }

/** How many words stand for an article. */
const TERMS = 24

const DAY = 86_400_000

/** How much each kind of likeness counts. */
const WEIGHTS = { tags: 4, terms: 5, section: 0.6, freshness: 1 }

/** Days after which freshness counts for a third of what it did. */
const FADING = 30

/**
 * The words that characterise a text: those it says most, function words aside, those of the headline counted thrice.
 *
 * @param language BCP 47, for the function words
 */
export function characteristicTerms(headline: string, text: string, language: string): string[] {
  const counts = new Map<string, number>()
  const count = (source: string, weight: number) => {
    for (const word of wordsOf(source, language)) counts.set(word, (counts.get(word) ?? 0) + weight)
  }
  count(headline, 3)
  count(text, 1)
  return [...counts]
    .sort(([left, a], [right, b]) => b - a || (left < right ? -1 : 1))
    .slice(0, TERMS)
    .map(([word]) => word)
}

/** How alike two articles are, in thousandths; the same both ways. Nought when they share neither tag, word nor section. */
export function likeness(left: Likable, right: Likable): number {
  const tags = overlap(left.tags, right.tags)
  const terms = overlap(left.terms, right.terms)
  const section = left.sectionId === right.sectionId ? 1 : 0
  if (tags === 0 && terms === 0 && section === 0) return 0
  const days = Math.abs(left.publishedAt.getTime() - right.publishedAt.getTime()) / DAY
  const freshness = Math.exp(-days / FADING)
  const score = WEIGHTS.tags * tags + WEIGHTS.terms * terms + WEIGHTS.section * section + WEIGHTS.freshness * freshness
  return Math.round(score * 1000)
}

/** Shared members over the geometric mean of both sizes: 0 to 1. */
function overlap<Item>(left: Item[], right: Item[]): number {
  if (left.length === 0 || right.length === 0) return 0
  const known = new Set(left)
  const shared = right.filter((item) => known.has(item)).length
  return shared / Math.sqrt(left.length * right.length)
}

function wordsOf(text: string, language: string): string[] {
  const functionWords = FUNCTION_WORDS[language.split('-')[0] ?? ''] ?? new Set()
  return (partedWords(text) ?? segmentedWords(text, language))
    .map((word) => word.toLowerCase())
    .filter((word) => word.length > 2 && !functionWords.has(word) && !/^\d+$/.test(word))
}

const UNPARTED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
/** As a segmenter finds them (Unicode Standard Annex 29 §4.1), where signs within a word stand between letters or digits. */
const PARTED = /[\p{L}\p{M}\p{N}_]+(?:['’.·][\p{L}\p{M}\p{N}_]+)*/gu

/** Words that spaces and signs part: ten times as fast as asking a segmenter. @returns null for a text that has others */
function partedWords(text: string): string[] | null {
  return UNPARTED.test(text) ? null : (text.match(PARTED) ?? [])
}

function segmentedWords(text: string, language: string): string[] {
  const segments = [...segmenter(language).segment(text)]
  return segments.filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment)
}

const segmenters = new Map<string, Intl.Segmenter>()

function segmenter(language: string): Intl.Segmenter {
  const known = segmenters.get(language)
  if (known) return known
  const made = new Intl.Segmenter(language, { granularity: 'word' })
  segmenters.set(language, made)
  return made
}
