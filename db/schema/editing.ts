import { identity, index, moment, NOW, reference, table, text, whole } from '../columns'
import { articles } from './articles'
import { people } from './people'

/** Which revision a save became, by the id that the device gave it: sent again, it is the same save. */
export const articleSaves = table(
  'article_saves',
  {
    id: text('id').primaryKey(),
    articleId: reference('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    personId: reference('person_id').references(() => people.id, { onDelete: 'set null' }),
    revision: whole('revision').notNull(),
    at: moment('at').notNull().default(NOW),
  },
  (save) => [index('article_saves_at').on(save.at), index('article_saves_article').on(save.articleId)],
)

/** What colleagues say to each other about a text. Readers never see it. */
export const articleNotes = table(
  'article_notes',
  {
    id: identity(),
    articleId: reference('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    /** The block that it is about; empty for the article as a whole. */
    blockId: text('block_id').notNull().default(''),
    /** The words that it is about, as they were. */
    quote: text('quote').notNull().default(''),
    body: text('body').notNull(),
    personId: reference('person_id').references(() => people.id, { onDelete: 'set null' }),
    createdAt: moment('created_at').notNull().default(NOW),
    resolvedAt: moment('resolved_at'),
    resolvedBy: reference('resolved_by').references(() => people.id, { onDelete: 'set null' }),
  },
  (note) => [index('article_notes_article').on(note.articleId, note.createdAt)],
)

/** Articles that one person alone may change, such as for a legal hold, until it is taken off. */
export const articleLocks = table('article_locks', {
  articleId: reference('article_id')
    .primaryKey()
    .references(() => articles.id, { onDelete: 'cascade' }),
  personId: reference('person_id')
    .notNull()
    .references(() => people.id, { onDelete: 'cascade' }),
  reason: text('reason').notNull(),
  at: moment('at').notNull().default(NOW),
})
