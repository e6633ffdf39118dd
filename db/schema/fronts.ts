import { identity, json, moment, NOW, reference, table, text, uniqueIndex, whole } from '../columns'
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
    imageId: reference('image_id').references(() => media.id, { onDelete: 'set null' }),
    sublinks: json<number[]>('sublinks').notNull().default([]),
    placedAt: moment('placed_at').notNull().default(NOW),
  },
  (slot) => [uniqueIndex('slots_place').on(slot.frontId, slot.stage, slot.container, slot.position)],
)
