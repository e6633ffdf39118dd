import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import { identity, index, json, moment, NOW, primaryKey, reference, table, text, uniqueIndex, whole } from '../columns'
import { media } from './media'
import { authors, people } from './people'

export const ARTICLE_STATES = [
  'draft',
  'in_review',
  'ready',
  'scheduled',
  'published',
  'unpublished',
  'killed',
] as const
export const ARTICLE_KINDS = [
  'news',
  'opinion',
  'editorial',
  'analysis',
  'explainer',
  'feature',
  'review',
  'obituary',
  'live',
] as const
export const COMMENT_MODES = ['open', 'premoderated', 'closed'] as const
export const DIRECTIONS = ['ltr', 'rtl'] as const

export const sections = table(
  'sections',
  {
    id: identity(),
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    description: text('description').notNull().default(''),
    kind: text('kind', { enum: ['news', 'opinion'] })
      .notNull()
      .default('news'),
    position: whole('position').notNull().default(0),
  },
  (section) => [uniqueIndex('sections_slug').on(section.slug)],
)

export const articles = table(
  'articles',
  {
    id: identity(),
    state: text('state', { enum: ARTICLE_STATES }).notNull().default('draft'),
    sectionId: reference('section_id')
      .notNull()
      .references(() => sections.id),
    /** Where it is now; where it was before stands in `old_slugs`. */
    slug: text('slug').notNull(),
    kind: text('kind', { enum: ARTICLE_KINDS }).notNull().default('news'),
    headline: text('headline').notNull(),
    standfirst: text('standfirst').notNull().default(''),
    kicker: text('kicker').notNull().default(''),
    dateline: text('dateline').notNull().default(''),
    contributors: text('contributors').notNull().default(''),
    keyPoints: json<string[]>('key_points').notNull().default([]),
    /** A ProseMirror document; its schema is lib/articles/article-body.ts. */
    body: json<{ type: 'doc'; content: unknown[] }>('body').notNull(),
    words: whole('words').notNull().default(0),
    language: text('language').notNull(),
    direction: text('direction', { enum: DIRECTIONS }).notNull().default('ltr'),
    leadImageId: reference('lead_image_id').references((): AnySQLiteColumn => media.id),
    leadImageAlt: text('lead_image_alt').notNull().default(''),
    leadImageCaption: text('lead_image_caption').notNull().default(''),
    leadImageCredit: text('lead_image_credit').notNull().default(''),
    /** What searches and cards elsewhere show in the place of headline and standfirst; empty: these. */
    seoTitle: text('seo_title').notNull().default(''),
    seoDescription: text('seo_description').notNull().default(''),
    socialHeadline: text('social_headline').notNull().default(''),
    comments: text('comments', { enum: COMMENT_MODES }).notNull().default('open'),
    commentsCloseAt: moment('comments_close_at'),
    /** When readers may first see it; for a scheduled article, when it is due. */
    publishedAt: moment('published_at'),
    /** The last substantive update, which readers are told of. */
    updatedAt: moment('updated_at'),
    embargoUntil: moment('embargo_until'),
    takeDownAt: moment('take_down_at'),
    killedAt: moment('killed_at'),
    /** What a reader of a killed article is told in its place. */
    killNotice: text('kill_notice').notNull().default(''),
    binnedAt: moment('binned_at'),
    /** Whose article it is until an editor takes it on: who began it. */
    begunBy: reference('begun_by').references(() => people.id, { onDelete: 'set null' }),
    /** Who is at it now, and until when it is to be done. */
    assigneeId: reference('assignee_id').references(() => people.id, { onDelete: 'set null' }),
    deadlineAt: moment('deadline_at'),
    /** Since when a lawyer, or the picture desk, is wanted to look at it. */
    legalWantedAt: moment('legal_wanted_at'),
    pictureWantedAt: moment('picture_wanted_at'),
    /** Why it may go out although its publish checks found something; empty when nothing was waived. */
    waiver: text('waiver').notNull().default(''),
    /** The keys of the findings that were waived; another one holds it up again. */
    waivedKeys: json<string[]>('waived_keys').notNull().default([]),
    /** Counts up with every save; a save on an older one is stale. */
    revision: whole('revision').notNull().default(1),
    createdAt: moment('created_at').notNull().default(NOW),
    savedAt: moment('saved_at').notNull().default(NOW),
  },
  (article) => [
    uniqueIndex('articles_slug').on(article.slug),
    index('articles_latest').on(article.state, article.publishedAt),
    index('articles_section').on(article.sectionId, article.state, article.publishedAt),
    index('articles_embargo').on(article.embargoUntil),
    index('articles_take_down').on(article.takeDownAt),
    index('articles_assignee').on(article.assigneeId, article.savedAt),
    index('articles_begun_by').on(article.begunBy),
    index('articles_saved').on(article.savedAt),
    index('articles_state_saved').on(article.state, article.savedAt),
    index('articles_section_saved').on(article.sectionId, article.savedAt),
    index('articles_deadline').on(article.deadlineAt),
    index('articles_legal').on(article.legalWantedAt),
    index('articles_picture').on(article.pictureWantedAt),
  ],
)

/** Every state an article's text was ever saved in, each bound to the one before by its hash. */
export const revisions = table(
  'revisions',
  {
    id: identity(),
    articleId: reference('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    number: whole('number').notNull(),
    personId: reference('person_id').references(() => people.id, { onDelete: 'set null' }),
    reason: text('reason').notNull(),
    content: json<Record<string, unknown>>('content').notNull(),
    previousHash: text('previous_hash').notNull().default(''),
    hash: text('hash').notNull(),
    savedAt: moment('saved_at').notNull().default(NOW),
    /** Since when, and for whom, it is marked as one to keep. */
    keptAt: moment('kept_at'),
    keptBy: reference('kept_by').references(() => people.id, { onDelete: 'set null' }),
  },
  (revision) => [uniqueIndex('revisions_number').on(revision.articleId, revision.number)],
)

export const oldSlugs = table(
  'old_slugs',
  {
    slug: text('slug').primaryKey(),
    articleId: reference('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    retiredAt: moment('retired_at').notNull().default(NOW),
  },
  (old) => [index('old_slugs_article').on(old.articleId)],
)

export const bylines = table(
  'bylines',
  {
    articleId: reference('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    position: whole('position').notNull(),
    authorId: reference('author_id')
      .notNull()
      .references(() => authors.id),
  },
  (byline) => [
    primaryKey({ columns: [byline.articleId, byline.position] }),
    index('bylines_author').on(byline.authorId),
  ],
)

export const tags = table(
  'tags',
  {
    id: identity(),
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    description: text('description').notNull().default(''),
  },
  (tag) => [uniqueIndex('tags_slug').on(tag.slug)],
)

export const articleTags = table(
  'article_tags',
  {
    articleId: reference('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    position: whole('position').notNull(),
    tagId: reference('tag_id')
      .notNull()
      .references(() => tags.id),
    /** The tag as this article spells it. */
    spelling: text('spelling').notNull(),
  },
  (row) => [primaryKey({ columns: [row.articleId, row.position] }), index('article_tags_tag').on(row.tagId)],
)

/** Which pictures an article shows: a picture is public while an article that shows it is. */
export const articleMedia = table(
  'article_media',
  {
    articleId: reference('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    mediaId: reference('media_id')
      .notNull()
      .references((): AnySQLiteColumn => media.id, { onDelete: 'cascade' }),
  },
  (row) => [primaryKey({ columns: [row.articleId, row.mediaId] }), index('article_media_media').on(row.mediaId)],
)

/** What a reader is offered next: picked by an editor first, then by likeness. */
export const relatedArticles = table(
  'related_articles',
  {
    articleId: reference('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    relatedId: reference('related_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    source: text('source', { enum: ['picked', 'likeness'] }).notNull(),
    /** For a picked one its place in the editor's order, for a likeness its score in thousandths. */
    rank: whole('rank').notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.articleId, row.relatedId] }),
    index('related_articles_related').on(row.relatedId),
  ],
)

/** The words that characterise an article, for likeness. */
export const signatures = table('article_signatures', {
  articleId: reference('article_id')
    .primaryKey()
    .references(() => articles.id, { onDelete: 'cascade' }),
  terms: json<string[]>('terms').notNull(),
})

export const corrections = table(
  'corrections',
  {
    id: identity(),
    articleId: reference('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: ['correction', 'clarification', 'note', 'withdrawal'] }).notNull(),
    text: text('text').notNull(),
    personId: reference('person_id').references(() => people.id, { onDelete: 'set null' }),
    publishedAt: moment('published_at').notNull().default(NOW),
  },
  (correction) => [index('corrections_article').on(correction.articleId, correction.publishedAt)],
)
