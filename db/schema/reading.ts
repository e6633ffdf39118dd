import { index, moment, primaryKey, reference, table, text, whole } from '../columns'
import { articles } from './articles'

/** An article's row is gone with the article. */
const article = () =>
  reference('article_id')
    .notNull()
    .references(() => articles.id, { onDelete: 'cascade' })

/** The first whole hour since 1970, in UTC, of a day of the newsroom's zone. */
const day = () => whole('day')

/**
 * How often an article was shown, by the hour; what is old, by the day, under the first hour of it. Nothing is known of
 * whom it was shown to.
 */
export const views = table(
  'views',
  {
    articleId: article(),
    /** Whole hours since 1970, in UTC. */
    hour: whole('hour').notNull(),
    count: whole('count').notNull(),
  },
  (row) => [primaryKey({ columns: [row.articleId, row.hour] }), index('views_hour').on(row.hour)],
)

/** How often an article was shown in each of the last minutes; what is older is in `views` alone. */
export const viewMinutes = table(
  'view_minutes',
  {
    articleId: article(),
    /** Whole minutes since 1970, in UTC. */
    minute: whole('minute').notNull(),
    count: whole('count').notNull(),
  },
  (row) => [primaryKey({ columns: [row.articleId, row.minute] }), index('view_minutes_minute').on(row.minute)],
)

/** From where readers came to an article: the name of a site, or one of the words of lib/reading/view-source.ts. */
export const viewSources = table(
  'view_sources',
  {
    articleId: article(),
    day: day().notNull(),
    source: text('source').notNull(),
    count: whole('count').notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.articleId, row.day, row.source] }),
    index('view_sources_day').on(row.day, row.source),
  ],
)

/** How far an article was read, by those whose device said so: each quarter counts everyone who came so far. */
export const readDepths = table(
  'read_depths',
  {
    articleId: article(),
    day: day().notNull(),
    opened: whole('opened').notNull(),
    quarter: whole('quarter').notNull(),
    half: whole('half').notNull(),
    threeQuarters: whole('three_quarters').notNull(),
    whole: whole('whole').notNull(),
  },
  (row) => [primaryKey({ columns: [row.articleId, row.day] }), index('read_depths_day').on(row.day)],
)

/** About how many readers a day had: a sum of estimates, made of nothing that outlives the day. */
export const dailyReaders = table('daily_readers', {
  day: day().primaryKey(),
  count: whole('count').notNull(),
})

/** The articles that were read the most, as they were ranked last. */
export const mostRead = table('most_read', {
  position: whole('position').primaryKey(),
  articleId: article(),
})

/** Addresses that were asked for and lead nowhere: how often, and from which site last. Nothing is known of who asked. */
export const missingAddresses = table(
  'missing_addresses',
  {
    /** A path as it was asked for, in its canonical spelling; strangers choose it. */
    path: text('path').primaryKey(),
    /** What lib/reading/view-source.ts makes of where the link was. */
    source: text('source').notNull(),
    count: whole('count').notNull(),
    firstAt: moment('first_at').notNull(),
    lastAt: moment('last_at').notNull(),
  },
  (row) => [index('missing_addresses_count').on(row.count, row.lastAt)],
)
