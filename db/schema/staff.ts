import {
  flag,
  identity,
  index,
  json,
  moment,
  NOW,
  primaryKey,
  reference,
  table,
  text,
  uniqueIndex,
  whole,
} from '../columns'
import { sections } from './articles'
import { people, ROLES } from './people'

/** The sections that an editor or moderator is limited to; without a row they have all of them. */
export const personSections = table(
  'person_sections',
  {
    personId: reference('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    sectionId: reference('section_id')
      .notNull()
      .references(() => sections.id, { onDelete: 'cascade' }),
  },
  (row) => [primaryKey({ columns: [row.personId, row.sectionId] }), index('person_sections_section').on(row.sectionId)],
)

/** Who was asked to join, as what. The secret of the link is kept as its hash alone; a link opens once. */
export const invitations = table(
  'invitations',
  {
    id: identity(),
    email: text('email').notNull(),
    mailbox: text('mailbox').notNull(),
    role: text('role', { enum: ROLES }).notNull(),
    sectionIds: json<number[]>('section_ids').notNull().default([]),
    secretHash: text('secret_hash').notNull(),
    invitedBy: reference('invited_by').references(() => people.id, { onDelete: 'set null' }),
    createdAt: moment('created_at').notNull().default(NOW),
    expiresAt: moment('expires_at').notNull(),
    acceptedAt: moment('accepted_at'),
    revokedAt: moment('revoked_at'),
  },
  (row) => [uniqueIndex('invitations_secret').on(row.secretHash), index('invitations_mailbox').on(row.mailbox)],
)

/** An app that shows a code of six digits every thirty seconds (RFC 6238); one for each person. */
export const authenticators = table('authenticators', {
  personId: reference('person_id')
    .primaryKey()
    .references(() => people.id, { onDelete: 'cascade' }),
  /** Sealed with the house's key: a copy of the database alone makes no codes. */
  sealedSecret: text('sealed_secret').notNull(),
  /** When its first code was shown to be right; until then it counts for nothing. */
  confirmedAt: moment('confirmed_at'),
  /** The last step of time whose code was taken: no code is taken twice (RFC 6238 §5.2). */
  lastStep: whole('last_step').notNull().default(0),
  createdAt: moment('created_at').notNull().default(NOW),
})

/** Keys that a device or a password manager keeps (Web Authentication Level 3). */
export const passkeys = table(
  'passkeys',
  {
    id: identity(),
    personId: reference('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** The credential's id, base64url. */
    credentialId: text('credential_id').notNull(),
    /** The COSE key, base64url. */
    publicKey: text('public_key').notNull(),
    /** How often the key was used, where it counts; one that goes back was copied. */
    counter: whole('counter').notNull().default(0),
    transports: json<string[]>('transports').notNull().default([]),
    /** Whether it is kept on several devices. */
    isSynced: flag('is_synced').notNull().default(false),
    name: text('name').notNull(),
    createdAt: moment('created_at').notNull().default(NOW),
    usedAt: moment('used_at'),
  },
  (row) => [uniqueIndex('passkeys_credential').on(row.credentialId), index('passkeys_person').on(row.personId)],
)

/** Codes to get in with when the device is lost; each opens once, and only its hash is kept. */
export const recoveryCodes = table(
  'recovery_codes',
  {
    id: identity(),
    personId: reference('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    codeHash: text('code_hash').notNull(),
    usedAt: moment('used_at'),
  },
  (row) => [uniqueIndex('recovery_codes_code').on(row.personId, row.codeHash)],
)

/** What a browser was asked to sign with a passkey: good once, for one person and purpose, for minutes. */
export const passkeyChallenges = table(
  'passkey_challenges',
  {
    id: identity(),
    personId: reference('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    purpose: text('purpose', { enum: ['add', 'confirm'] }).notNull(),
    challenge: text('challenge').notNull(),
    expiresAt: moment('expires_at').notNull(),
  },
  (row) => [uniqueIndex('passkey_challenges_purpose').on(row.personId, row.purpose)],
)
