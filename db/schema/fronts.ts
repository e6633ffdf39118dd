import { identity, index, json, moment, NOW, primaryKey, reference, table, text, uniqueIndex, whole } from '../columns'
import { articles, sections } from './articles'
import { media } from './media'
import { people } from './people'

/** A curated page: the site's home, or a section's. */
export const fronts = table(
  'fronts',
  {
    id: identity(),
    /** `home`, or the slug of the section at its making. */
    name: text('name').notNull(),
    sectionId: reference('section_id').references(() => sections.id, { onDelete: 'cascade' }),
    launchedAt: moment('launched_at'),
    launchedBy: reference('launched_by').references(() => people.id, { onDelete: 'set null' }),
    /** Counts up with every change of the draft; whoever makes it live says which one they looked at. */
    draftRevision: whole('draft_revision').notNull().default(0),
    /** When the draft was last changed; null when there is none. */
    draftedAt: moment('drafted_at'),
    draftedBy: text('drafted_by'),
  },
  (front) => [uniqueIndex('fronts_name').on(front.name)],
)

/** A place on a front. The draft is what editors arrange, the launched is what readers see. */
export const slots = table(
  'slots',
  {
    id: identity(),
    frontId: reference('front_id')
      .notNull()
      .references(() => fronts.id, { onDelete: 'cascade' }),
    stage: text('stage', { enum: ['draft', 'launched'] }).notNull(),
    container: text('container').notNull(),
    position: whole('position').notNull(),
    size: text('size', { enum: ['lead', 'big', 'standard'] })
      .notNull()
      .default('standard'),
    articleId: reference('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    headline: text('headline'),
    trail: text('trail'),
    kicker: text('kicker'),
    picture: text('picture', { enum: ['own', 'other', 'none'] })
      .notNull()
      .default('own'),
    imageId: reference('image_id').references(() => media.id, { onDelete: 'set null' }),
    sublinks: json<number[]>('sublinks').notNull().default([]),
    placedAt: moment('placed_at').notNull().default(NOW),
  },
  (slot) => [uniqueIndex('slots_place').on(slot.frontId, slot.stage, slot.container, slot.position)],
)

/** What fills up a container behind the cards that editors placed: the newest of a section, of a tag, of both. */
export const backfills = table(
  'backfills',
  {
    frontId: reference('front_id')
      .notNull()
      .references(() => fronts.id, { onDelete: 'cascade' }),
    stage: text('stage', { enum: ['draft', 'launched'] }).notNull(),
    container: text('container').notNull(),
    section: text('section'),
    tag: text('tag'),
  },
  (row) => [primaryKey({ columns: [row.frontId, row.stage, row.container] })],
)

/** Every arrangement that was before readers, whole, to look at and to restore. */
export const frontLaunches = table(
  'front_launches',
  {
    id: identity(),
    frontId: reference('front_id')
      .notNull()
      .references(() => fronts.id, { onDelete: 'cascade' }),
    at: moment('at').notNull().default(NOW),
    personId: reference('person_id').references(() => people.id, { onDelete: 'set null' }),
    actor: text('actor').notNull(),
    arrangement: json<unknown>('arrangement').notNull(),
  },
  (launch) => [index('front_launches_front').on(launch.frontId, launch.at)],
)

/** The strip above every page while something is breaking. The newest that has not ended is shown. */
export const breakingNews = table('breaking_news', {
  id: identity(),
  text: text('text').notNull(),
  articleId: reference('article_id').references(() => articles.id, { onDelete: 'set null' }),
  startedAt: moment('started_at').notNull().default(NOW),
  startedBy: reference('started_by').references(() => people.id, { onDelete: 'set null' }),
  endsAt: moment('ends_at').notNull(),
})
