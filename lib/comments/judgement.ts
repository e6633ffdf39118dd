import type { Transaction } from '@/db/client'
import type { CommentState, Verdict } from './comment'

export type Judged = { articleId: number; parentId: number | null; personId: number; body: string }

const STATES: Record<Verdict['outcome'], CommentState> = { allow: 'approved', hold: 'pending', reject: 'rejected' }

/**
 * What the steps of moderation say of a text, and the state that follows from it. Nothing is open to everyone that they
 * did not allow.
 */
export async function judgeComment(
  _tx: Transaction,
  _comment: Judged,
): Promise<{ verdict: Verdict; state: CommentState }> {
  const verdict: Verdict = { outcome: 'hold', findings: [] }
  return { verdict, state: STATES[verdict.outcome] }
}

/** The rule that a text broke, as its author is told. */
export function ruleOf(verdict: Verdict): string | undefined {
  return verdict.findings.find(({ outcome }) => outcome === 'reject')?.reason
}
