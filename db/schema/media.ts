import { sql } from 'drizzle-orm'
import { flag, fraction, identity, index, moment, NOW, reference, table, text, uniqueIndex, whole } from '../columns'
import { people } from './people'

/** Pictures. The bytes lie in the media store under their hash. */
export const media = table(
  'media',
  {
    id: identity(),
    /** SHA-256 of the original's bytes, in hexadecimal. */
    hash: text('hash').notNull(),
    /** The last part of its address, without width and ending. */
    name: text('name').notNull(),
    format: text('format').notNull(),
    width: whole('width').notNull(),
    height: whole('height').notNull(),
    bytes: whole('bytes').notNull(),
    alt: text('alt').notNull().default(''),
    /** Says nothing that the text does not: an empty alt is right. */
    decorative: flag('decorative').notNull().default(false),
    caption: text('caption').notNull().default(''),
    credit: text('credit').notNull().default(''),
    licence: text('licence').notNull().default(''),
    licenceEndsAt: moment('licence_ends_at'),
    /** What must stay in view when it is cropped, as fractions of width and height. */
    focalX: fraction('focal_x').notNull().default(0.5),
    focalY: fraction('focal_y').notNull().default(0.5),
    /** In how many places it stands: articles, changes of them that are not live yet, portraits, fronts, the logo. Kept by triggers. */
    placed: whole('placed').notNull().default(0),
    uploadedBy: reference('uploaded_by').references(() => people.id, { onDelete: 'set null' }),
    createdAt: moment('created_at').notNull().default(NOW),
  },
  (picture) => [
    uniqueIndex('media_hash').on(picture.hash),
    index('media_uploaded_by').on(picture.uploadedBy),
    index('media_format').on(picture.format),
    index('media_licence_ends').on(picture.licenceEndsAt),
    index('media_placed').on(picture.placed),
    // In the very words of lib/media/media-search-sql.ts: SQLite takes the index for no others.
    index('media_undescribed').on(picture.id).where(sql`(alt = '' and not decorative) or credit = '' or licence = ''`),
  ],
)
