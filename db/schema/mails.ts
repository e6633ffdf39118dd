import { identity, index, json, moment, NOW, table, text, whole } from '../columns'

/** What a mail says, before it is drawn as text and as HTML. */
export type MailContent = {
  subject: string
  paragraphs: string[]
  /** A code to be typed, shown on a line of its own. */
  code?: string
  /** What is listed, each with where it leads. */
  entries?: { title: string; address: string; note?: string; text?: string }[]
  action?: { label: string; address: string }
  footer?: string
  /** A path that a mail program may post to, to have no more of these (RFC 8058). */
  unsubscribe?: string
}

/**
 * Mails to be sent, in the order in which they were asked for. What one said is forgotten when it was sent or given up:
 * mails carry codes and links that open an account.
 */
export const mails = table(
  'mails',
  {
    id: identity(),
    /** The address as its owner writes it. */
    recipient: text('recipient').notNull(),
    subject: text('subject').notNull(),
    content: json<MailContent>('content'),
    /** What makes two copies of it the same mail, should one be sent twice. */
    token: text('token').notNull(),
    attempts: whole('attempts').notNull().default(0),
    dueAt: moment('due_at').notNull().default(NOW),
    /** After this moment it is of no use, such as a code that has run out. */
    expiresAt: moment('expires_at'),
    /** Whoever sends it takes it first. */
    claimedAt: moment('claimed_at'),
    sentAt: moment('sent_at'),
    givenUpAt: moment('given_up_at'),
    /** Why it was not taken the last time. */
    failure: text('failure'),
    createdAt: moment('created_at').notNull().default(NOW),
  },
  (mail) => [
    index('mails_due').on(mail.sentAt, mail.givenUpAt, mail.dueAt),
    index('mails_recipient').on(mail.recipient),
  ],
)
