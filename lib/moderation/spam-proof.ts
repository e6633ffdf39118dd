import { type SpamModel, scoreSpam, type Tally } from './spam-score'

/** What one decision taught: the words of a comment, and whether it was spam. */
export type Lesson = { words: readonly string[]; isSpam: boolean }

/** How the score would have done on decisions that it had not learned from. */
export type SpamProof = {
  decisions: Tally
  /** Comments that it would have held, and how many of them moderators had marked as spam. */
  held: number
  heldRightly: number
  /** The share of what it would have held that was spam; null when it would have held nothing. */
  precision: number | null
  /** The share of the spam that it would have held; null without spam. */
  recall: number | null
}

/**
 * Tries the score on every decision, each time as if it had learned from all the others alone.
 *
 * @param threshold the probability above which a comment is held
 * @param minimum how many decisions of each kind the score needs
 * @returns null as long as too little was learned
 */
export function proveSpamScore(lessons: readonly Lesson[], threshold: number, minimum: number): SpamProof | null {
  const model = modelOf(lessons)
  const decisions = model.totals
  if (decisions.spam < minimum || decisions.kept < minimum) return null
  let [held, heldRightly] = [0, 0]
  for (const lesson of lessons) {
    const score = scoreSpam(lesson.words, without(model, lesson), 1)
    if (!score || score.probability <= threshold) continue
    held += 1
    if (lesson.isSpam) heldRightly += 1
  }
  const precision = held === 0 ? null : heldRightly / held
  return { decisions, held, heldRightly, precision, recall: decisions.spam === 0 ? null : heldRightly / decisions.spam }
}

/** Everything that some lessons taught. */
export function modelOf(lessons: readonly Lesson[]): SpamModel {
  const words = new Map<string, Tally>()
  const totals: Tally = { spam: 0, kept: 0 }
  for (const lesson of lessons) {
    const kind = lesson.isSpam ? 'spam' : 'kept'
    totals[kind] += 1
    for (const word of lesson.words) {
      const tally = words.get(word) ?? { spam: 0, kept: 0 }
      tally[kind] += 1
      words.set(word, tally)
    }
  }
  return { totals, words }
}

/** A model as if one lesson had never been learned. */
export function without(model: SpamModel, { words, isSpam }: Lesson): SpamModel {
  const less = ({ spam, kept }: Tally): Tally => ({ spam: spam - Number(isSpam), kept: kept - Number(!isSpam) })
  const own = new Map(words.map((word) => [word, less(model.words.get(word) as Tally)]))
  return { totals: less(model.totals), words: own }
}
