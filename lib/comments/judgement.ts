import type { Transaction } from '@/db/client'
import type { CommentInQuestion } from '../moderation/comment-facts'
import { commentFacts, type Known } from '../moderation/comment-facts-sql'
import { judge } from '../moderation/pipeline'
import { readWordLists } from '../moderation/rule-record'
import { tokensOf } from '../moderation/tokens'
import { refusalOf, ruleOf as ruleOfVerdict, stateOf } from '../moderation/verdict'
import { readSettings } from '../site/settings-record'
import type { CommentState, Verdict } from './comment'
import { CommentRefused } from './comment-refused'

/** A text and what the newsroom has set for it, each read once for everything that the text goes through. */
export type House = Pick<Known, 'settings' | 'words' | 'tokens'>

export async function readHouse(tx: Transaction, body: string): Promise<House> {
  return { settings: await readSettings(tx), words: await readWordLists(tx), tokens: tokensOf(body) }
}

/**
 * What the steps of moderation say of a text, and the state that follows from it. Nothing is open to everyone that they
 * did not allow.
 *
 * @throws {CommentRefused} when it is not taken at all, with what its author can do
 */
export async function judgeComment(
  tx: Transaction,
  comment: CommentInQuestion,
  known: Known,
): Promise<{ verdict: Verdict; state: CommentState }> {
  const verdict = judge(await commentFacts(tx, comment, known))
  const refusal = refusalOf(verdict)
  if (refusal) throw new CommentRefused(refusal.step === 'rate' ? 429 : 422, refusal.reason, 'body', refusal.wait)
  return { verdict, state: stateOf(verdict) }
}

/** The rule that a text broke, as its author is told. */
export function ruleOf(verdict: Verdict): string | undefined {
  return ruleOfVerdict(verdict) ?? undefined
}
