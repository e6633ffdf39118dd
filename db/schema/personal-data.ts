import { identity, index, moment, NOW, reference, table, text, uniqueIndex, whole } from '../columns'
import { people } from './people'

/** What becomes of somebody's comments when their account goes. */
export const COMMENT_FATES = ['remove', 'keep'] as const

/** Accounts that are to go, and when. The row goes with the account, or when its owner thinks better of it. */
export const deletions = table(
  'deletions',
  {
    personId: reference('person_id')
      .primaryKey()
      .references(() => people.id, { onDelete: 'cascade' }),
    comments: text('comments', { enum: COMMENT_FATES }).notNull(),
    askedAt: moment('asked_at').notNull().default(NOW),
    dueAt: moment('due_at').notNull(),
  },
  (row) => [index('deletions_due').on(row.dueAt)],
)

/** Everything about somebody, packed for them to take along: one for a person. */
export const personalExports = table(
  'personal_exports',
  {
    id: identity(),
    personId: reference('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** The name of the file below `DATA_DIR/exports`: random, known to nobody. */
    file: text('file').notNull(),
    /** In bytes, once it is there. */
    size: whole('size'),
    attempts: whole('attempts').notNull().default(0),
    askedAt: moment('asked_at').notNull().default(NOW),
    /** Whoever packs it takes it first. */
    claimedAt: moment('claimed_at'),
    readyAt: moment('ready_at'),
    givenUpAt: moment('given_up_at'),
    expiresAt: moment('expires_at'),
  },
  (row) => [uniqueIndex('personal_exports_person').on(row.personId), index('personal_exports_ready').on(row.readyAt)],
)
