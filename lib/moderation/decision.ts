import type { DECISIONS } from '@/db/schema/moderation'
import type { CommentState } from '../comments/comment'

/** What a moderator can make of a comment. */
export type Decision = (typeof DECISIONS)[number]

/** Where a decision puts a comment. To escalate leaves it where it is. */
export const STATE_AFTER = {
  approve: 'approved',
  reject: 'rejected',
  spam: 'spam',
  reopen: 'pending',
} as const satisfies Record<Exclude<Decision, 'escalate'>, CommentState>

/** For how many seconds a decision is offered to be undone from where it was made, and nobody is mailed of it. */
export const UNDO_SECONDS = 10

/** Why a comment is rejected, and how its author is told. */
export const REJECTION_WORDS = {
  abuse: 'It is abusive.',
  'off-topic': 'It is off topic.',
  spam: 'It is advertising or spam.',
  privacy: 'It tells what is private about somebody.',
  illegal: 'It may be against the law.',
  other: '',
} as const
export type RejectionReason = keyof typeof REJECTION_WORDS

/** What the author of a rejected comment is told: the reason, and what the moderator added. */
export function rejectionWords(reason: RejectionReason, words: string): string {
  return [REJECTION_WORDS[reason], words.trim()].filter(Boolean).join(' ')
}
