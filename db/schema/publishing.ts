import { identity, index, json, moment, NOW, primaryKey, reference, table, text, uniqueIndex, whole } from '../columns'
import { articles } from './articles'
import { media } from './media'
import { people } from './people'

export const CHANGE_KINDS = ['published', 'minor', 'update', 'clarification', 'correction'] as const

/**
 * What the desk has made of an article that is before readers, until it is published in its turn. Readers go on seeing
 * the article's own row.
 */
export const workingCopies = table('working_copies', {
  articleId: reference('article_id')
    .primaryKey()
    .references(() => articles.id, { onDelete: 'cascade' }),
  /** What lib/articles/article-input.ts reads. */
  input: json<Record<string, unknown>>('input').notNull(),
  personId: reference('person_id').references(() => people.id, { onDelete: 'set null' }),
  savedAt: moment('saved_at').notNull().default(NOW),
})

/** Which pictures a working copy shows, as `article_media` has it for what is before readers. */
export const workingCopyMedia = table(
  'working_copy_media',
  {
    articleId: reference('article_id')
      .notNull()
      .references(() => workingCopies.articleId, { onDelete: 'cascade' }),
    mediaId: reference('media_id')
      .notNull()
      .references(() => media.id, { onDelete: 'cascade' }),
  },
  (row) => [primaryKey({ columns: [row.articleId, row.mediaId] }), index('working_copy_media_media').on(row.mediaId)],
)

/** The text of an article each time that readers got another one, each bound to the one before by its hash. */
export const versions = table(
  'versions',
  {
    id: identity(),
    articleId: reference('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    number: whole('number').notNull(),
    kind: text('kind', { enum: CHANGE_KINDS }).notNull(),
    /** What readers are told of the change. */
    note: text('note').notNull().default(''),
    /** The shape is lib/articles/version.ts. */
    content: json<Record<string, unknown>>('content').notNull(),
    contentHash: text('content_hash').notNull(),
    previousHash: text('previous_hash').notNull().default(''),
    hash: text('hash').notNull(),
    personId: reference('person_id').references(() => people.id, { onDelete: 'set null' }),
    at: moment('at').notNull(),
    /** From when on readers could see it: later than `at` when it was embargoed. */
    visibleFrom: moment('visible_from').notNull(),
  },
  (version) => [uniqueIndex('versions_number').on(version.articleId, version.number)],
)

/** Addresses under which an article can be seen before it is out, by whoever has one. */
export const previewLinks = table(
  'preview_links',
  {
    id: identity(),
    articleId: reference('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    /** For whom it is, in the newsroom's words. */
    note: text('note').notNull().default(''),
    personId: reference('person_id').references(() => people.id, { onDelete: 'set null' }),
    createdAt: moment('created_at').notNull().default(NOW),
    expiresAt: moment('expires_at').notNull(),
    revokedAt: moment('revoked_at'),
  },
  (link) => [index('preview_links_article').on(link.articleId)],
)
