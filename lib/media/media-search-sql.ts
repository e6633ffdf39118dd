import { and, desc, eq, gt, inArray, isNotNull, lte, or, type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { media } from '@/db/schema/media'
import { people } from '@/db/schema/people'
import { contains } from '../contains'
import { type ListPage, listPage } from '../list-page'
import { Refused, type Viewer } from '../people/viewer'
import type { ImageFormat } from './image-format'
import { mayUseMedia } from './media-policy'
import type { Media } from './media-queries'

/** Which pictures the library shows. */
export const MEDIA_VIEWS = ['all', 'mine', 'undescribed', 'expiring', 'expired', 'used', 'unused'] as const
export type MediaView = (typeof MEDIA_VIEWS)[number]

export type MediaFilter = {
  /** Parts of what a picture is called, shows, and is credited with: all of them are there, as they are written. */
  words?: string
  view?: MediaView
  format?: ImageFormat | null
  /** Who brought them. */
  uploader?: number | null
}

const AT_ONCE = 48
const SOON = 30 * 86_400_000

/** So many of what words find are counted and offered: counting all of a common one takes longer than finding it. */
const MOST_FOUND = 2_000

/** What a page of the library holds; with `isMore`, more was found than anybody counted. */
export type FoundMedia = ListPage<Media> & { isMore: boolean }

/** The pictures that meet a filter, newest first. @throws {Refused} */
export async function searchMedia(viewer: Viewer, filter: MediaFilter, page: number): Promise<FoundMedia> {
  if (!mayUseMedia(viewer)) throw new Refused(viewer, 'look through the pictures')
  const wanted = and(isIn(filter.view ?? 'all', viewer), ...ofKind(filter))
  const asked = asFind(filter.words ?? '', wanted)
  const found = countFound(asked)
  const total = Math.min(found, asked.most)
  const list = await listPage(
    page,
    async () => total,
    (range) => findMedia(asked, range),
    AT_ONCE,
  )
  return { ...list, isMore: found > total }
}

/** The newest pictures that have these words. The caller has checked who asks. */
export function findByWords(words: string, limit: number): Promise<Media[]> {
  return findMedia(asFind(words, undefined), { limit, offset: 0 })
}

/** Everyone who brought a picture that is there, by name. @throws {Refused} */
export async function listUploaders(viewer: Viewer): Promise<{ id: number; name: string }[]> {
  if (!mayUseMedia(viewer)) throw new Refused(viewer, 'look through the pictures')
  // From one to the next in the index: there are few of them, and very many pictures.
  const rows = database().all<{ id: number }>(sql`
    with recursive uploader(id) as (
      select min(${media.uploadedBy}) from ${media}
      union all
      select (select min(${media.uploadedBy}) from ${media} where ${media.uploadedBy} > uploader.id) from uploader
      where uploader.id is not null
    ) select id from uploader where id is not null`)
  const ids = rows.map(({ id }) => id)
  return database()
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, ids))
    .orderBy(people.name)
}

/** What is asked of the database: an expression for the index of words, null without one, and conditions. */
type Find = { from: SQL; where: SQL; id: SQL; most: number }

function asFind(words: string, wanted: SQL | undefined): Find {
  const parts = words
    .split(/[\s\p{Cc}]+/u)
    .filter(Boolean)
    .slice(0, 12)
  const long = parts.filter((part) => [...part].length >= 3)
  // The index knows any three letters and no fewer.
  const short = parts.filter((part) => !long.includes(part)).map(isSomewhere)
  const where = and(sql`1`, wanted, ...short) as SQL
  const most = parts.length > 0 ? MOST_FOUND : Number.MAX_SAFE_INTEGER
  if (long.length === 0) return { from: sql`${media}`, where, id: sql`${media.id}`, most }
  const expression = long.map((part) => `"${part.replaceAll('"', '""')}"`).join(' ')
  return {
    from: sql`media_words cross join ${media} on ${media.id} = media_words.rowid`,
    where: sql`media_words match ${expression} and ${where}`,
    id: sql`media_words.rowid`,
    most,
  }
}

function isSomewhere(part: string): SQL {
  return or(...[media.name, media.alt, media.caption, media.credit].map((column) => contains(column, part))) as SQL
}

function countFound({ from, where, most }: Find): number {
  const counted = most < Number.MAX_SAFE_INTEGER ? sql`(select 1 from ${from} where ${where} limit ${most + 1})` : null
  const row = counted
    ? database().get<{ count: number }>(sql`select count(*) as count from ${counted}`)
    : database().get<{ count: number }>(sql`select count(*) as count from ${from} where ${where}`)
  return row.count
}

async function findMedia({ from, where, id, most }: Find, { limit, offset }: { limit: number; offset: number }) {
  const wanted = Math.min(limit, most - offset)
  const rows = database().all<{ id: number }>(
    sql`select ${media.id} as id from ${from} where ${where} order by ${id} desc limit ${wanted} offset ${offset}`,
  )
  const ids = rows.map((row) => row.id)
  return ids.length > 0 ? database().select().from(media).where(inArray(media.id, ids)).orderBy(desc(media.id)) : []
}

function ofKind({ format = null, uploader = null }: MediaFilter): (SQL | undefined)[] {
  return [
    format === null ? undefined : eq(media.format, format),
    uploader === null ? undefined : eq(media.uploadedBy, uploader),
  ]
}

function isIn(view: MediaView, { personId }: Viewer): SQL | undefined {
  const now = new Date()
  const { licenceEndsAt } = media
  const conditions: Record<MediaView, () => SQL | undefined> = {
    all: () => undefined,
    mine: () => eq(media.uploadedBy, personId ?? 0),
    // In the very words of its index.
    undescribed: () =>
      sql`((${media.alt} = '' and not ${media.decorative}) or ${media.credit} = '' or ${media.licence} = '')`,
    expiring: () => and(gt(licenceEndsAt, now), lte(licenceEndsAt, new Date(now.getTime() + SOON))),
    expired: () => and(isNotNull(licenceEndsAt), lte(licenceEndsAt, now)),
    used: () => sql`likely(${media.placed} > 0)`,
    unused: () => sql`${media.placed} = 0`,
  }
  return conditions[view]()
}
