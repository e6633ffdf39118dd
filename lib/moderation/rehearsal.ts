import type { CommentFacts } from './comment-facts'
import { judge } from './pipeline'
import { type Piece, piecesOf } from './queue'
import type { Rules } from './rules'
import { type Outcome, refusalOf, type Verdict } from './verdict'

/** A comment that was made, as it was when it came in, but for the rules. */
export type PastComment = {
  id: number
  signature: string
  address: string
  facts: Omit<CommentFacts, 'rules' | 'words' | 'spam' | 'isRepeated' | 'record' | 'postedAt'>
  /** By the rules that are rehearsed, as each may ask for other days and hours. */
  under: (rules: Rules) => Pick<CommentFacts, 'postedAt' | 'isRepeated' | 'record' | 'spam'>
  /** What somebody of the newsroom decided; null where nobody did. */
  decided: 'approved' | 'rejected' | null
}

/** Rules, and their lists made ready. */
export type Trial = { rules: Rules; words: CommentFacts['words'] }

export type Example = {
  id: number
  signature: string
  address: string
  pieces: Piece[]
  reasons: string[]
  before: Outcome | 'refuse'
  after: Outcome | 'refuse'
  decided: PastComment['decided']
}

/** What other rules would have done to comments that were made. */
export type Rehearsal = {
  comments: number
  /** How many would have been published, held, rejected, and not taken at all, by the rules in force and by the others. */
  before: Record<Outcome | 'refuse', number>
  after: Record<Outcome | 'refuse', number>
  /** Comments whose outcome would have been another, and of them those that somebody had decided on the other way. */
  changed: number
  reversed: number
  /** Some of them, those that would have reversed a decision first. */
  examples: Example[]
}

const MOST_EXAMPLES = 30
/** So many are judged before others get their turn: a page must not wait for a rehearsal. */
const AT_ONCE = 25

/** Judges past comments by the rules in force and by others. Nothing is changed by it. */
export async function rehearse(comments: readonly PastComment[], inForce: Trial, proposed: Trial): Promise<Rehearsal> {
  const none = () => ({ allow: 0, hold: 0, reject: 0, refuse: 0 })
  const result: Rehearsal = {
    comments: comments.length,
    before: none(),
    after: none(),
    changed: 0,
    reversed: 0,
    examples: [],
  }
  const [reversals, others]: [Example[], Example[]] = [[], []]
  for (const [index, comment] of comments.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await new Promise((resolve) => setImmediate(resolve))
    const [was, would] = [judgedUnder(comment, inForce), judgedUnder(comment, proposed)]
    const [before, after] = [outcomeOf(was), outcomeOf(would)]
    result.before[before] += 1
    result.after[after] += 1
    if (before === after) continue
    result.changed += 1
    const isReversal = reverses(comment.decided, after)
    if (isReversal) result.reversed += 1
    const kept = isReversal ? reversals : others
    if (kept.length < MOST_EXAMPLES) kept.push(exampleOf(comment, before, after, after === 'allow' ? was : would))
  }
  result.examples = [...reversals, ...others].slice(0, MOST_EXAMPLES)
  return result
}

function judgedUnder({ facts, under }: PastComment, { rules, words }: Trial): Verdict {
  return judge({ ...facts, ...under(rules), rules, words })
}

function outcomeOf(verdict: Verdict): Outcome | 'refuse' {
  return refusalOf(verdict) ? 'refuse' : verdict.outcome
}

/** Whether rules would have done what somebody decided against. A comment that is held still waits for a decision. */
function reverses(decided: PastComment['decided'], after: Outcome | 'refuse'): boolean {
  if (decided === 'approved') return after === 'reject' || after === 'refuse'
  return decided === 'rejected' && after === 'allow'
}

function exampleOf(
  { id, signature, address, decided, facts }: PastComment,
  before: Example['before'],
  after: Example['after'],
  { findings }: Verdict,
): Example {
  const pieces = piecesOf(
    facts.body,
    findings.flatMap(({ matches }) => matches),
  )
  return { id, signature, address, decided, before, after, pieces, reasons: findings.map(({ reason }) => reason) }
}
