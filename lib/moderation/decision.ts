/** What a moderator can make of a comment. */
export const DECISIONS = ['approve', 'reject', 'spam', 'reopen'] as const
export type Decision = (typeof DECISIONS)[number]

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
