import { identity, index, json, moment, NOW, reference, table, text, uniqueIndex } from '../columns'

export const ROLES = ['reader', 'commenter', 'author', 'editor', 'moderator', 'admin'] as const

/** Everyone with an account. */
export const people = table(
  'people',
  {
    id: identity(),
    name: text('name').notNull(),
    email: text('email').notNull(),
    /** The mailbox in one spelling: one mailbox, one account. */
    mailbox: text('mailbox').notNull(),
    role: text('role', { enum: ROLES }).notNull().default('reader'),
    /** An argon2id hash in PHC format; null until a password is chosen. */
    passwordHash: text('password_hash'),
    verifiedAt: moment('verified_at'),
    suspendedUntil: moment('suspended_until'),
    bannedAt: moment('banned_at'),
    bannedReason: text('banned_reason'),
    createdAt: moment('created_at').notNull().default(NOW),
  },
  (person) => [uniqueIndex('people_mailbox').on(person.mailbox), index('people_role').on(person.role)],
)

/** Who an article is by. A guest author has no account. */
export const authors = table(
  'authors',
  {
    id: identity(),
    handle: text('handle').notNull(),
    name: text('name').notNull(),
    title: text('title').notNull().default(''),
    bio: text('bio').notNull().default(''),
    beats: json<string[]>('beats').notNull().default([]),
    portraitId: reference('portrait_id'),
    personId: reference('person_id').references(() => people.id, { onDelete: 'set null' }),
    createdAt: moment('created_at').notNull().default(NOW),
  },
  (author) => [uniqueIndex('authors_handle').on(author.handle), index('authors_person').on(author.personId)],
)

/** Secrets that open one thing once: setting up the first account, choosing a new password. Only their hash is kept. */
export const oneTimeTokens = table(
  'one_time_tokens',
  {
    id: identity(),
    purpose: text('purpose', { enum: ['set-up', 'reset'] }).notNull(),
    personId: reference('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    secretHash: text('secret_hash').notNull(),
    expiresAt: moment('expires_at').notNull(),
    usedAt: moment('used_at'),
    createdAt: moment('created_at').notNull().default(NOW),
  },
  (token) => [
    uniqueIndex('one_time_tokens_secret').on(token.secretHash),
    index('one_time_tokens_person').on(token.personId),
  ],
)
