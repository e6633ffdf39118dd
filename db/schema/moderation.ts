import { identity, index, moment, NOW, reference, table, text, uniqueIndex } from '../columns'
import { sections } from './articles'
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
