import type { Transaction } from '@/db/client'
import { isPublicArticle } from '../articles/article-policy'
import { closesAt } from '../comments/comment'
import { countApproved, type Place, type Said, type Standing } from '../comments/posting-record'
import { isStaff } from '../people/person-policy'
import type { Settings } from '../site/settings-record'
import { siteOf } from '../site/site-record'
import type { CommentFacts, CommentInQuestion } from './comment-facts'
import { rulesOf } from './rule-record'
import type { Rules } from './rules'
import { spamModelFor } from './spam-lessons'
import { scoreSpam } from './spam-score'
import { spamWordsOf } from './spam-words'
import type { Token } from './tokens'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** What whoever asks has looked up already, in the same transaction. */
export type Known = {
  now: Date
  settings: Settings
  standing: Standing | null
  place: Place | null
  said: Said[]
  /** Whether the comment above can be answered; null where there is none. */
  parent: CommentFacts['parent']
  words: CommentFacts['words']
  tokens: Token[]
}

/** Gathers what the steps ask, in the transaction that acts on their verdict. */
export async function commentFacts(tx: Transaction, comment: CommentInQuestion, known: Known): Promise<CommentFacts> {
  const { personId, body, commentId = null } = comment
  const { now, settings, standing, place, said, parent, words, tokens } = known
  const spoken = spamWordsOf(body)
  const [site, rules] = [siteOf(settings), rulesOf(settings)]
  return {
    body,
    tokens,
    isEdit: commentId !== null,
    now,
    areCommentsOn: site.commentsAreOn,
    article: {
      isPublic: place ? isPublicArticle(place, now) : false,
      mode: place?.comments ?? 'closed',
      closeAt: place ? closesAt(place, site) : null,
    },
    parent,
    person: {
      isVerified: standing?.person.verifiedAt != null,
      isStaff: standing ? isStaff(standing.person) : false,
      bannedAt: standing?.person.bannedAt ?? null,
      suspendedUntil: standing?.person.suspendedUntil ?? null,
      isLeaving: standing?.leavesAt != null,
      shadowHeldAt: standing?.shadowHeldAt ?? null,
    },
    postedAt: said.filter(since(now, HOUR)).map(({ at }) => at),
    isRepeated: isRepeated(said, comment, rules, now),
    record: { ...recordOf(said, rules, now), approved: await countApproved(tx, personId, rules.firstComments) },
    rules,
    words,
    spam: scoreSpam(spoken, await spamModelFor(tx, spoken), rules.spamMinimum),
  }
}

/** How far back the steps look at what somebody said, and how far back at its words. */
export function horizonOf({ repeatHours, recordDays }: Rules, now: Date): { since: Date; wordsSince: Date } {
  const words = Math.max(HOUR, repeatHours * HOUR)
  const back = (span: number) => new Date(now.getTime() - span)
  return { since: back(Math.max(words, recordDays * DAY)), wordsSince: back(words) }
}

const since = (now: Date, span: number) => {
  const from = now.getTime() - span
  return ({ at }: Said) => at.getTime() > from
}

/** Only so many of the latest are held against a text. */
const COMPARED = 200

function isRepeated(said: Said[], { body, commentId }: CommentInQuestion, { repeatHours }: Rules, now: Date): boolean {
  if (repeatHours === 0) return false
  const recent = said.filter(since(now, repeatHours * HOUR)).filter(({ deletedAt }) => deletedAt === null)
  const words = wordsOnly(body)
  return recent.slice(0, COMPARED).some((one) => one.id !== commentId && wordsOnly(one.body ?? '') === words)
}

/** Only so many of the latest make a record. */
const WEIGHED = 500

function recordOf(said: Said[], { recordDays }: Rules, now: Date): { recent: number; recentlyRejected: number } {
  const decided = said.filter(since(now, recordDays * DAY)).filter(({ state }) => state !== 'pending')
  const recent = decided.slice(0, WEIGHED)
  return { recent: recent.length, recentlyRejected: recent.filter(({ state }) => state !== 'approved').length }
}

/** Two texts that differ in their spaces, case and signs say the same. */
export function wordsOnly(text: string): string {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu)
  return words ? words.join(' ') : text
}
