import { index, primaryKey, reference, table, whole } from '../columns'
import { articles } from './articles'

/** How often an article was shown, by the hour. Nothing is known of whom it was shown to. */
export const views = table(
  'views',
  {
    articleId: reference('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    /** Whole hours since 1970, in UTC. */
    hour: whole('hour').notNull(),
    count: whole('count').notNull(),
  },
  (row) => [primaryKey({ columns: [row.articleId, row.hour] }), index('views_hour').on(row.hour)],
)

/** The articles that were read the most, as they were ranked last. */
export const mostRead = table('most_read', {
  position: whole('position').primaryKey(),
  articleId: reference('article_id')
    .notNull()
    .references(() => articles.id, { onDelete: 'cascade' }),
})
