import { identity, moment, NOW, reference, table, text, uniqueIndex } from '../columns'
import { people } from './people'

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

/** People whose every comment is held without their being told. */
export const shadowHolds = table('shadow_holds', {
  personId: reference('person_id')
    .primaryKey()
    .references(() => people.id, { onDelete: 'cascade' }),
  heldBy: reference('held_by').references(() => people.id, { onDelete: 'set null' }),
  heldAt: moment('held_at').notNull().default(NOW),
})
