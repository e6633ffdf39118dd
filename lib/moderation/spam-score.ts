/** Of how many comments that were decided on, by what was decided. */
export type Tally = { spam: number; kept: number }

/** What was learned from decisions: how many there were of each kind, and in how many of them a word stood. */
export type SpamModel = { totals: Tally; words: ReadonlyMap<string, Tally> }

/** How much a word speaks for spam (above 0) or against it, in natural logarithms of the odds. */
export type WeighedWord = { word: string; weight: number }

export type SpamScore = {
  /** From 0 to 1. */
  probability: number
  /** What weighed, the heaviest first. */
  weighed: WeighedWord[]
}

/** So many of a comment's words are counted, those that say most: a long comment is no more certain than a short one. */
const COUNTED = 20
/** A word that stood in fewer comments than this says nothing yet. */
const SEEN = 2
/** No single word settles it. */
const HEAVIEST = 3.5

/**
 * How probable it is that a comment is spam, by the words of those that this newsroom's moderators decided on (naive
 * Bayes over the words that are there).
 *
 * @param words what `spamWordsOf` gives
 * @param minimum how many decisions of each kind there must be before anything is said
 * @returns null as long as too little was learned
 */
export function scoreSpam(words: readonly string[], model: SpamModel, minimum: number): SpamScore | null {
  const { totals } = model
  if (totals.spam < minimum || totals.kept < minimum) return null
  const weighed = words
    .map((word) => ({ word, weight: weightOf(model.words.get(word), totals) }))
    .filter(({ weight }) => weight !== 0)
    .sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight))
    .slice(0, COUNTED)
  const prior = Math.log(totals.spam / totals.kept)
  // Without a word that is known there is only how much spam there is, which says nothing of this comment.
  const sum = weighed.reduce((all, { weight }) => all + weight, weighed.length > 0 ? Math.min(0, prior) : -HEAVIEST)
  return { probability: 1 / (1 + Math.exp(-sum)), weighed }
}

/** The words that spoke most for spam, for telling a moderator why. */
export function heaviestWords({ weighed }: SpamScore, most = 5): string[] {
  return weighed
    .filter(({ weight }) => weight > 0)
    .slice(0, most)
    .map(({ word }) => word)
}

/** Of everything that was learned, the words that speak most for spam. */
export function mostTelling({ totals, words }: SpamModel, most: number): WeighedWord[] {
  return [...words]
    .map(([word, tally]) => ({ word, weight: weightOf(tally, totals) }))
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight || (one.word < other.word ? -1 : 1))
    .slice(0, most)
}

function weightOf(tally: Tally | undefined, totals: Tally): number {
  if (!tally || tally.spam + tally.kept < SEEN) return 0
  const inSpam = (tally.spam + 0.5) / (totals.spam + 1)
  const inKept = (tally.kept + 0.5) / (totals.kept + 1)
  return Math.max(-HEAVIEST, Math.min(HEAVIEST, Math.log(inSpam / inKept)))
}
