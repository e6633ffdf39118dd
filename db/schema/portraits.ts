import { bytes, moment, NOW, reference, table, text, uniqueIndex } from '../columns'
import { people } from './people'

/** How people show themselves beside what they write. It goes with the account. */
export const portraits = table(
  'portraits',
  {
    personId: reference('person_id')
      .primaryKey()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** Its address: random, and another one for every picture. */
    key: text('key').notNull(),
    createdAt: moment('created_at').notNull().default(NOW),
    /** A few kilobytes of WebP, last in the row: whoever asks for the rest does not read them. */
    image: bytes('image').notNull(),
  },
  (portrait) => [uniqueIndex('portraits_key').on(portrait.key)],
)
