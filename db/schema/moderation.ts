import { identity, index, json, moment, NOW, reference, table, text, uniqueIndex, whole } from '../columns'
import { sections } from './articles'
import { type COMMENT_STATES, comments } from './comments'
import { people, sessions } from './people'

export const DECISIONS = ['approve', 'reject', 'spam', 'escalate', 'reopen'] as const

/** A comment as it was before a decision, and what the decision did besides: what there is to take back. */
export type BeforeDecision = {
  state: (typeof COMMENT_STATES)[number]
  decidedAt: number | null
  decidedBy: number | null
  decidedReason: string | null
  pickedAt: number | null
  pickedBy: number | null
  escalatedAt: number | null
  escalatedBy: number | null
  isAppealOpen: boolean
  lesson: 'spam' | 'kept' | null
  /** The reports that it closed. */
  reports: number[]
  /** When its author is mailed of it, if they are told; null in it for never. What they had been told before stands in `was`. */
  told: { mailAt: number | null; was: { note: string; mailAt: number | null; readAt: number | null } | null } | null
}

/** Words that comments are looked through for. */
export const moderationWords = table(
  'moderation_words',
  {
    id: identity(),
    list: text('list', { enum: ['banned', 'suspect'] }).notNull(),
    /** A word, a beginning of words with `*` after it, or a phrase. */
    entry: text('entry').notNull(),
    addedBy: reference('added_by').references(() => people.id, { onDelete: 'set null' }),
    addedAt: moment('added_at').notNull().default(NOW),
  },
  (word) => [uniqueIndex('moderation_words_entry').on(word.list, word.entry)],
)

/** People whose every comment is held until a moment, without their being told. Past that moment a row holds nothing. */
export const shadowHolds = table('shadow_holds', {
  personId: reference('person_id')
    .primaryKey()
    .references(() => people.id, { onDelete: 'cascade' }),
  heldBy: reference('held_by').references(() => people.id, { onDelete: 'set null' }),
  heldAt: moment('held_at').notNull().default(NOW),
  /** When it ends by itself; null for one that somebody must end. */
  until: moment('until'),
  /** For moderators. */
  reason: text('reason').notNull().default(''),
})

/** What moderators wrote down about somebody, for one another. */
export const personNotes = table(
  'person_notes',
  {
    id: identity(),
    personId: reference('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** The section whose conversations it is about; null for what concerns every one. */
    sectionId: reference('section_id').references(() => sections.id, { onDelete: 'set null' }),
    body: text('body').notNull(),
    writtenBy: reference('written_by').references(() => people.id, { onDelete: 'set null' }),
    /** Who that was called, kept when the account goes. */
    writer: text('writer').notNull(),
    writtenAt: moment('written_at').notNull().default(NOW),
  },
  (note) => [
    index('person_notes_person').on(note.personId, note.writtenAt),
    index('person_notes_writer').on(note.writtenBy),
    index('person_notes_section').on(note.sectionId),
  ],
)

/** What moderators decided on comments, in its order, and what it takes to undo it. */
export const commentDecisions = table(
  'comment_decisions',
  {
    id: identity(),
    commentId: reference('comment_id')
      .notNull()
      .references(() => comments.id, { onDelete: 'cascade' }),
    /** The text that it was about. */
    revision: whole('revision').notNull(),
    decision: text('decision', { enum: [...DECISIONS, 'undo'] }).notNull(),
    /** Why, as the author is told. */
    told: text('told').notNull().default(''),
    decidedBy: reference('decided_by').references(() => people.id, { onDelete: 'set null' }),
    at: moment('at').notNull().default(NOW),
    /** Null for what took another back. */
    before: json<BeforeDecision>('before'),
    undoneAt: moment('undone_at'),
  },
  (row) => [
    index('comment_decisions_comment').on(row.commentId, row.id),
    index('comment_decisions_by').on(row.decidedBy),
  ],
)

/** Which comments moderators look at, so that two never do the same. Past `until`, or with its session, a claim is none. */
export const commentClaims = table(
  'comment_claims',
  {
    commentId: reference('comment_id')
      .primaryKey()
      .references(() => comments.id, { onDelete: 'cascade' }),
    personId: reference('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    sessionId: text('session_id').references(() => sessions.id, { onDelete: 'cascade' }),
    since: moment('since').notNull().default(NOW),
    until: moment('until').notNull(),
    /** When its page last said that it is still open; null where no script says so. */
    renewedAt: moment('renewed_at'),
  },
  (claim) => [index('comment_claims_person').on(claim.personId), index('comment_claims_session').on(claim.sessionId)],
)
