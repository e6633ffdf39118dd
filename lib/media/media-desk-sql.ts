import { and, desc, eq, gt, isNotNull, like, lte, not, or, type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { articleMedia } from '@/db/schema/articles'
import { slots } from '@/db/schema/fronts'
import { media } from '@/db/schema/media'
import { authors, people } from '@/db/schema/people'
import { settings } from '@/db/schema/site'
import { type ListPage, listPage } from '../list-page'
import { Refused, type Viewer } from '../people/viewer'
import { mayKeepMedia, mayUseMedia, obstacleToMedia } from './media-policy'
import type { Media } from './media-queries'
import { findUses } from './media-uses-sql'

/** Which pictures the library shows. */
export const MEDIA_VIEWS = ['all', 'mine', 'undescribed', 'expiring', 'expired', 'unused'] as const
export type MediaView = (typeof MEDIA_VIEWS)[number]

export type MediaFilter = { words: string; view: MediaView }

const AT_ONCE = 48
const SOON = 30 * 86_400_000

/** The pictures that meet a filter, newest first. @throws {Refused} */
export async function searchMedia(
  viewer: Viewer,
  { words, view }: MediaFilter,
  page: number,
): Promise<ListPage<Media>> {
  if (!mayUseMedia(viewer)) throw new Refused(viewer, 'look through the pictures')
  const condition = and(hasWords(words), isIn(view, viewer))
  const count = async () => {
    const [row] = await database().select({ count: sql<number>`count(*)` }).from(media).where(condition)
    return row?.count ?? 0
  }
  const find = ({ limit, offset }: { limit: number; offset: number }) =>
    database()
      .select()
      .from(media)
      .where(condition)
      .orderBy(desc(media.createdAt), desc(media.id))
      .limit(limit)
      .offset(offset)
  return listPage(page, count, find, AT_ONCE)
}

function hasWords(words: string): SQL | undefined {
  const text = words.trim().replaceAll(/[%_\\]/g, '')
  if (text === '') return undefined
  return or(...[media.name, media.alt, media.caption, media.credit].map((column) => like(column, `%${text}%`)))
}

function isIn(view: MediaView, { personId }: Viewer): SQL | undefined {
  const now = new Date()
  const { alt, decorative, credit, licence, licenceEndsAt } = media
  const conditions: Record<MediaView, () => SQL | undefined> = {
    all: () => undefined,
    mine: () => eq(media.uploadedBy, personId ?? 0),
    undescribed: () => or(and(eq(alt, ''), not(decorative)), eq(credit, ''), eq(licence, '')),
    expiring: () => and(gt(licenceEndsAt, now), lte(licenceEndsAt, new Date(now.getTime() + SOON))),
    expired: () => and(isNotNull(licenceEndsAt), lte(licenceEndsAt, now)),
    unused: () => not(isUsed()),
  }
  return conditions[view]()
}

/** Whether something shows a picture, for whole lists of them; `findUses` says what. */
function isUsed(): SQL {
  return sql`(exists (select 1 from ${articleMedia} where ${articleMedia.mediaId} = ${media.id})
    or exists (select 1 from ${authors} where ${authors.portraitId} = ${media.id})
    or exists (select 1 from ${slots} where ${slots.imageId} = ${media.id})
    or exists (select 1 from ${settings} where ${settings.name} = 'logo' and ${settings.value} ->> '$.id' = ${media.id}))`
}

/** A picture with everything the desk knows of it; null when there is none. @throws {Refused} */
export async function getDeskMedia(viewer: Viewer, id: number) {
  if (!mayUseMedia(viewer)) throw new Refused(viewer, `look at picture ${id}`)
  const [row] = await database()
    .select({ picture: media, uploader: people.name })
    .from(media)
    .leftJoin(people, eq(people.id, media.uploadedBy))
    .where(eq(media.id, id))
  if (!row) return null
  const uses = await findUses(database(), viewer, id)
  return { ...row.picture, uploader: row.uploader, uses, obstacle: obstacleToMedia(viewer, row.picture, uses) }
}

/**
 * Why this viewer may not change a picture, in words; null when they may.
 *
 * @throws {Refused} when it is not theirs to keep at all
 * @returns undefined when there is none of that id
 */
export async function getMediaObstacle(viewer: Viewer, id: number): Promise<string | null | undefined> {
  const picture = await getDeskMedia(viewer, id)
  if (!picture) return undefined
  if (!mayKeepMedia(viewer, picture)) throw new Refused(viewer, `change picture ${id}`)
  return picture.obstacle
}
