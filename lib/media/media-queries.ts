import { and, eq, exists, gt, isNull, or, type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { articleMedia, articles } from '@/db/schema/articles'
import { slots } from '@/db/schema/fronts'
import { media } from '@/db/schema/media'
import { authors } from '@/db/schema/people'
import { settings } from '@/db/schema/site'
import { isPublic, mayWrite } from '../articles/article-policy'
import { Refused, type Viewer } from '../people/viewer'
import { reads } from '../serving/render-scope'

export type Media = typeof media.$inferSelect

/** A picture with all that the newsroom knows of it; null when there is none of that id. @throws {Refused} */
export async function getMedia(viewer: Viewer, id: number): Promise<Media | null> {
  if (!mayWrite(viewer)) throw new Refused(viewer, `see picture ${id} before it is published`)
  reads(`media:${id}`)
  const [row] = await database().select().from(media).where(eq(media.id, id))
  return row ?? null
}

/**
 * The picture with these bytes, if the newsroom has it.
 *
 * @param hash SHA-256 of the original's bytes, in hexadecimal
 * @throws {Refused}
 */
export async function findMediaByHash(viewer: Viewer, hash: string): Promise<Media | null> {
  if (!mayWrite(viewer)) throw new Refused(viewer, 'look for pictures that are not published')
  const [row] = await database().select().from(media).where(eq(media.hash, hash))
  return row ?? null
}

/** The hash of a picture's bytes. The caller has checked who asks. */
export async function findMediaHash(id: number): Promise<string | null> {
  const [row] = await database().select({ hash: media.hash }).from(media).where(eq(media.id, id))
  return row?.hash ?? null
}

/** What may be shown: a picture whose licence has not ended. */
function isLicensed(): SQL | undefined {
  return or(isNull(media.licenceEndsAt), gt(media.licenceEndsAt, new Date()))
}

/**
 * The picture that everyone may see under this id and name, or null: one that an article shows which everyone may read,
 * one that a front shows in such an article's place, an author's portrait, or the paper's logo.
 */
export async function getPublicMedia(id: number, name: string): Promise<{ hash: string } | null> {
  const shown = database()
    .select({ one: sql`1` })
    .from(articleMedia)
    .innerJoin(articles, eq(articles.id, articleMedia.articleId))
    .where(and(eq(articleMedia.mediaId, media.id), isPublic(new Date())))
  const placed = database()
    .select({ one: sql`1` })
    .from(slots)
    .innerJoin(articles, eq(articles.id, slots.articleId))
    .where(
      and(eq(slots.imageId, media.id), eq(slots.stage, 'launched'), eq(slots.picture, 'other'), isPublic(new Date())),
    )
  const portrait = database().select({ one: sql`1` }).from(authors).where(eq(authors.portraitId, media.id))
  const logo = database()
    .select({ one: sql`1` })
    .from(settings)
    .where(and(eq(settings.name, 'logo'), sql`${settings.value} ->> '$.id' = ${media.id}`))
  const [row] = await database()
    .select({ hash: media.hash })
    .from(media)
    .where(
      and(eq(media.id, id), eq(media.name, name), isLicensed(), or(...[shown, placed, portrait, logo].map(exists))),
    )
  return row ?? null
}
