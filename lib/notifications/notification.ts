import type { MAIL_CHOICES, NOTIFICATION_KINDS } from '@/db/schema/notifications'

export type NotificationKind = (typeof NOTIFICATION_KINDS)[number]
export type MailChoice = (typeof MAIL_CHOICES)[number]

/** How each kind is mailed until somebody chooses otherwise: what is said to oneself at once, what is merely new once a day. */
export const DEFAULT_MAIL: Record<NotificationKind, MailChoice> = {
  reply: 'at-once',
  pick: 'at-once',
  decision: 'at-once',
  'followed-thread': 'daily',
  'followed-topic': 'daily',
}

/** What each kind is called where it is chosen. */
export const KIND_NAMES: Record<NotificationKind, string> = {
  reply: 'Answers to my comments',
  pick: 'My comment is an editors’ pick',
  decision: 'A moderator decided on my comment',
  'followed-thread': 'New comments in threads I follow',
  'followed-topic': 'New articles of topics I follow',
}

export const CHOICE_NAMES: Record<MailChoice, string> = { 'at-once': 'At once', daily: 'Daily', never: 'Never' }

/** A notification as its owner sees it. */
export type Notification = {
  id: number
  kind: NotificationKind
  /** One line that says what happened. */
  words: string
  headline: string
  /** The path that it leads to. */
  address: string
  /** How the comment that it is about begins, or what was decided. */
  excerpt: string
  createdAt: Date
  readAt: Date | null
}

const LONGEST_EXCERPT = 240

/** The beginning of a comment, cut between words and never within a letter. */
export function excerptOf(text: string): string {
  const letters = [...text.replaceAll(/\s+/g, ' ').trim()]
  if (letters.length <= LONGEST_EXCERPT) return letters.join('')
  return `${letters
    .slice(0, LONGEST_EXCERPT)
    .join('')
    .replace(/\s\S{0,20}$/, '')}…`
}

type Facts = { kind: NotificationKind; signature: string | null; note: string }

/** What happened, in one line. */
export function wordsOf({ kind, signature, note }: Facts): string {
  const who = signature || 'Somebody'
  switch (kind) {
    case 'reply':
      return `${who} answered your comment`
    case 'followed-thread':
      return `${who} commented in a thread you follow`
    case 'pick':
      return 'Your comment is an editors’ pick'
    case 'decision':
      return 'A moderator decided on your comment'
    case 'followed-topic':
      return note ? `New in ${note}` : 'A new article'
  }
}
