import type { StoredVerdict } from '@/db/schema/comments'

/** What a step says of a comment, from the mildest to the strongest. */
export const OUTCOMES = ['allow', 'hold', 'reject'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** The steps in the order in which they look at a comment. */
export const STEP_NAMES = [
  'length',
  'thread open',
  'suspended',
  'rate',
  'repeat',
  'banned words',
  'suspect words',
  'links',
  'first comments',
  'recent record',
  'spam score',
  'pre-moderation',
] as const
export type StepName = (typeof STEP_NAMES)[number]

/** Steps whose rejection means that a comment is not taken at all: nothing is kept, and its author is told at once. */
const DOOR: ReadonlySet<string> = new Set<StepName>(['length', 'thread open', 'suspended', 'rate', 'repeat'])

/** A range of a comment's text, from its first UTF-16 unit to after its last. */
export type Range = [start: number, end: number]

/** What one step answers. Its reason is one sentence, fit for the author and for the moderator. */
export type Answer = {
  outcome: Outcome
  reason: string
  matches: Range[]
  /** In how many seconds it would be taken, where waiting helps. */
  wait?: number
}

export type Finding = Answer & { step: StepName }

/** What all steps together say: the strongest outcome, and the steps that did not simply allow it. */
export type Verdict = { outcome: Outcome; findings: Finding[] }

export const ALLOW: Answer = { outcome: 'allow', reason: '', matches: [] }

export function hold(reason: string, matches: Range[] = []): Answer {
  return { outcome: 'hold', reason, matches }
}

export function reject(reason: string, matches: Range[] = []): Answer {
  return { outcome: 'reject', reason, matches }
}

/** Whether a rejection by this step means that a comment is not taken at all. */
export function isDoor(step: string): boolean {
  return DOOR.has(step)
}

/** The finding that a comment is not taken for at all; null when it is taken, in whatever state. */
export function refusalOf(verdict: Verdict): Finding | null {
  return verdict.findings.find(({ step, outcome }) => outcome === 'reject' && isDoor(step)) ?? null
}

/** The state that a comment begins in. Whoever has a refusal keeps no comment. */
export function stateOf(verdict: Pick<Verdict, 'outcome'>): 'approved' | 'pending' | 'rejected' {
  return verdict.outcome === 'allow' ? 'approved' : verdict.outcome === 'hold' ? 'pending' : 'rejected'
}

/** The rule that rejected a comment, as its author is told; null when none did. */
export function ruleOf(verdict: StoredVerdict | Verdict): string | null {
  return verdict.findings.find(({ outcome }) => outcome === 'reject')?.reason ?? null
}
