import { identity, index, json, moment, NOW, primaryKey, reference, table, text, uniqueIndex, whole } from '../columns'

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
    /** What a reader says of themselves, beside what they write. */
    bio: text('bio').notNull().default(''),
    /** When they chose to have what they wrote listed on their page; null while it is not. */
    commentsShownAt: moment('comments_shown_at'),
    /** An argon2id hash in PHC format; null until a password is chosen. */
    passwordHash: text('password_hash'),
    verifiedAt: moment('verified_at'),
    suspendedUntil: moment('suspended_until'),
    /** In the words that they are told. */
    suspendedReason: text('suspended_reason'),
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

/** Who is signed in where. A session is a row: taken away, it is gone with the next request. Only its secret's hash is kept. */
export const sessions = table(
  'sessions',
  {
    /** Random, and shown to its owner; it opens nothing. */
    id: text('id').primaryKey(),
    secretHash: text('secret_hash').notNull(),
    personId: reference('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** What its owner knows it by, such as `Firefox on Android`. */
    device: text('device').notNull().default(''),
    /** The network it was opened from, as a keyed hash: to be compared, never to be read. */
    network: text('network').notNull().default(''),
    createdAt: moment('created_at').notNull().default(NOW),
    lastSeenAt: moment('last_seen_at').notNull().default(NOW),
    /** When its person last showed that it is them, by password, code or provider. */
    provenAt: moment('proven_at').notNull().default(NOW),
    /** When they last showed a second factor; null until then. */
    secondFactorAt: moment('second_factor_at'),
    expiresAt: moment('expires_at').notNull(),
    revokedAt: moment('revoked_at'),
  },
  (session) => [
    uniqueIndex('sessions_secret').on(session.secretHash),
    index('sessions_person').on(session.personId),
    index('sessions_expiry').on(session.expiresAt),
  ],
)

/** What a code opens: the account of a mailbox (or a new one), or a change of mailbox. */
export const CODE_PURPOSES = ['enter', 'change-mailbox'] as const

/** Codes that were sent by mail, each with a link that does the same. Neither is kept, only their hashes. */
export const mailCodes = table(
  'mail_codes',
  {
    /** Random: what the browser that asked knows its request by. A code is of no use in another. */
    id: text('id').primaryKey(),
    purpose: text('purpose', { enum: CODE_PURPOSES }).notNull(),
    email: text('email').notNull(),
    mailbox: text('mailbox').notNull(),
    /** Whose account it is about; null where whoever has the mailbox may have none yet. */
    personId: reference('person_id').references(() => people.id, { onDelete: 'cascade' }),
    codeHash: text('code_hash').notNull(),
    linkHash: text('link_hash').notNull(),
    /** How often a code was entered for it. */
    attempts: whole('attempts').notNull().default(0),
    /** What an account is made with. The password's hash is an argon2id hash. */
    newcomer: json<{ name: string; passwordHash: string | null }>('newcomer'),
    /** Where to go on afterwards. */
    back: text('back').notNull().default(''),
    createdAt: moment('created_at').notNull().default(NOW),
    expiresAt: moment('expires_at').notNull(),
    /** When the right code was entered, or the link used. */
    provenAt: moment('proven_at'),
    /** When it was spent on what it was for. */
    usedAt: moment('used_at'),
  },
  (code) => [
    uniqueIndex('mail_codes_link').on(code.linkHash),
    index('mail_codes_mailbox').on(code.mailbox, code.purpose),
    index('mail_codes_expiry').on(code.expiresAt),
  ],
)

/** Accounts elsewhere that open one here. What the other service gave for it (tokens) is not kept: nothing is asked of it later. */
export const providerAccounts = table(
  'provider_accounts',
  {
    provider: text('provider', { enum: ['github', 'google'] }).notNull(),
    /** Who it is there. */
    providerAccountId: text('provider_account_id').notNull(),
    personId: reference('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    createdAt: moment('created_at').notNull().default(NOW),
  },
  (row) => [
    primaryKey({ columns: [row.provider, row.providerAccountId] }),
    index('provider_accounts_person').on(row.personId),
  ],
)
