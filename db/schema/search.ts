import { primaryKey, reference, table, text, whole } from '../columns'
import { articles } from './articles'

/** Which articles stand in the search index, and by which version of its rules. The index itself is a migration of its own. */
export const searchDocuments = table('search_documents', {
  articleId: reference('article_id')
    .primaryKey()
    .references(() => articles.id, { onDelete: 'cascade' }),
  version: whole('version').notNull(),
})

/**
 * Words of headlines, standfirsts, tags and bylines, under themselves and under each spelling with one letter left out:
 * two words that are one letter apart share a spelling. A word stays when its articles go; whoever proposes it asks the
 * index first.
 */
export const searchSpellings = table(
  'search_spellings',
  { spelling: text('spelling').notNull(), word: text('word').notNull() },
  (row) => [primaryKey({ columns: [row.spelling, row.word] })],
)
