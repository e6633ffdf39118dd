import { identity, index, moment, NOW, primaryKey, reference, table, uniqueIndex } from '../columns'
import { articles, sections, tags } from './articles'
import { authors, people } from './people'

/** Articles that somebody put aside to read. */
export const savedArticles = table(
  'saved_articles',
  {
    personId: reference('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    articleId: reference('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    savedAt: moment('saved_at').notNull().default(NOW),
  },
  (row) => [primaryKey({ columns: [row.personId, row.articleId] }), index('saved_articles_article').on(row.articleId)],
)

/** What somebody wants to hear of: of the three, one is set. */
export const follows = table(
  'follows',
  {
    id: identity(),
    personId: reference('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    tagId: reference('tag_id').references(() => tags.id, { onDelete: 'cascade' }),
    authorId: reference('author_id').references(() => authors.id, { onDelete: 'cascade' }),
    sectionId: reference('section_id').references(() => sections.id, { onDelete: 'cascade' }),
    createdAt: moment('created_at').notNull().default(NOW),
  },
  (follow) => [
    uniqueIndex('follows_tag').on(follow.personId, follow.tagId),
    uniqueIndex('follows_author').on(follow.personId, follow.authorId),
    uniqueIndex('follows_section').on(follow.personId, follow.sectionId),
    index('follows_of_tag').on(follow.tagId),
    index('follows_of_author').on(follow.authorId),
    index('follows_of_section').on(follow.sectionId),
  ],
)
