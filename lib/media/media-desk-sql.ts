import { and, asc, desc, eq, gt, isNotNull, like, lte, not, or, type SQL, sql } from 'drizzle-orm'
import { database, type Transaction } from '@/db/client'
import { articleMedia, articles } from '@/db/schema/articles'
import { fronts, slots } from '@/db/schema/fronts'
import { media } from '@/db/schema/media'
import { authors, people } from '@/db/schema/people'
import { workingCopies } from '@/db/schema/publishing'
import { settings } from '@/db/schema/site'
import { type ListPage, listPage } from '../list-page'
import { paths } from '../paths'
import { Refused, type Viewer } from '../people/viewer'
import { mayUseMedia } from './media-policy'
import type { Media } from './media-queries'

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

/** Where a picture is shown. */
export type MediaUse = { what: 'article' | 'author' | 'front' | 'logo'; name: string; address: string }

/** Everything that shows a picture. */
export async function findUses(tx: Transaction, id: number): Promise<MediaUse[]> {
  const inArticles = await tx
    .select({ id: articles.id, headline: articles.headline })
    .from(articleMedia)
    .innerJoin(articles, eq(articles.id, articleMedia.articleId))
    .where(eq(articleMedia.mediaId, id))
    .orderBy(desc(articles.publishedAt))
  const inCopies = await tx
    .select({ id: articles.id, headline: articles.headline })
    .from(workingCopies)
    .innerJoin(articles, eq(articles.id, workingCopies.articleId))
    .where(sql`exists (select 1 from json_tree(${workingCopies.input}) where key = 'media' and value = ${id})`)
  const portraits = await tx
    .select({ name: authors.name, handle: authors.handle })
    .from(authors)
    .where(eq(authors.portraitId, id))
    .orderBy(asc(authors.name))
  const onFronts = await tx
    .selectDistinct({ name: fronts.name })
    .from(slots)
    .innerJoin(fronts, eq(fronts.id, slots.frontId))
    .where(eq(slots.imageId, id))
  const [logo] = await tx
    .select({ name: settings.name })
    .from(settings)
    .where(and(eq(settings.name, 'logo'), sql`${settings.value} ->> '$.id' = ${id}`))
  const stories = new Map([...inArticles, ...inCopies].map((story) => [story.id, story.headline]))
  return [
    ...[...stories].map(([articleId, name]) => ({
      ...{ what: 'article' as const, name: name || 'No headline yet', address: paths.deskArticle(articleId) },
    })),
    ...portraits.map(({ name, handle }) => ({ what: 'author' as const, name, address: paths.author(handle) })),
    ...onFronts.map(({ name }) => ({ what: 'front' as const, name, address: paths.dashboardFront(name) })),
    ...(logo ? [{ what: 'logo' as const, name: 'The paper’s logo', address: paths.settings('look') }] : []),
  ]
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
  return { ...row.picture, uploader: row.uploader, uses: await findUses(database(), id) }
}
