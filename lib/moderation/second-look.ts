import type { Rules } from './rules'
import { type Token, tokensOf } from './tokens'
import { findWords, type WordList } from './word-list'

type Looked = { body: string; tokens?: Token[]; words: { banned: WordList; suspect: WordList }; rules: Rules }

/** So many letters are a word or an abbreviation, and no shouting. */
const FEW_LETTERS = 20
const MOSTLY = 0.7

/**
 * What somebody is asked before they post something that they may not have meant: one can change it, or post it all the same.
 *
 * @returns null when there is nothing to ask
 */
export function secondLook({ body, words, rules, tokens = tokensOf(body) }: Looked): string | null {
  const isListed =
    (rules.bannedWords !== 'off' && findWords(words.banned, body, tokens).length > 0) ||
    (rules.suspectWords !== 'off' && findWords(words.suspect, body, tokens).length > 0)
  if (isListed) {
    return 'The language in this comment might be against the rules. You can change it, or have a moderator look at it as it is.'
  }
  if (isShouted(body)) {
    return 'This comment is mostly in capital letters, which reads like shouting. You can change it, or post it as it is.'
  }
  return null
}

/** Letters without a case, as in Arabic or Chinese, say nothing of it. */
function isShouted(body: string): boolean {
  const upper = body.match(/\p{Lu}/gu)?.length ?? 0
  const lower = body.match(/\p{Ll}/gu)?.length ?? 0
  return upper + lower >= FEW_LETTERS && upper / (upper + lower) >= MOSTLY
}
