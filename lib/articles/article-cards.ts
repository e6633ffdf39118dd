import { asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles, bylines, sections } from '@/db/schema/articles'
import { conversations } from '@/db/schema/comments'
import { media } from '@/db/schema/media'
import { authors } from '@/db/schema/people'
import { rememberedById } from '../serving/remembered'
import { expiresAt, reads } from '../serving/render-scope'
import type { ArticleCard, AuthorLink, Image } from './article'

const imageColumns = {
  id: media.id,
  name: media.name,
  width: media.width,
  height: media.height,
  alt: media.alt,
  caption: media.caption,
  credit: media.credit,
  focalX: media.focalX,
  focalY: media.focalY,
  licenceEndsAt: media.licenceEndsAt,
}

export type ImageRow = Image & { licenceEndsAt: Date | null }

/** A picture as readers see it; none when its licence has ended. The page is drawn anew when it does. */
function shownImage(row: ImageRow | null): Image | null {
  if (!row) return null
  const { licenceEndsAt, ...image } = row
  reads(`media:${image.id}`)
  if (licenceEndsAt === null) return image
  if (licenceEndsAt <= new Date()) return null
  expiresAt(licenceEndsAt)
  return image
}

const cardColumns = {
  id: articles.id,
  slug: articles.slug,
  kind: articles.kind,
  kicker: articles.kicker,
  headline: articles.headline,
  standfirst: articles.standfirst,
  language: articles.language,
  direction: articles.direction,
  publishedAt: articles.publishedAt,
  leadImageAlt: articles.leadImageAlt,
  leadImageCaption: articles.leadImageCaption,
  leadImageCredit: articles.leadImageCredit,
  section: { slug: sections.slug, name: sections.name, kind: sections.kind },
  image: imageColumns,
  commentCount: conversations.told,
}

type Page = { limit: number; offset?: number }

/** More than the newest pages of every list hold. */
const REMEMBERED = 2_000

/** Cards by id, for whoever has asked which of them readers may see. */
export const cardsById = rememberedById('cards', REMEMBERED, async (ids): Promise<Map<number, () => ArticleCard>> => {
  const rows = await database()
    .select(cardColumns)
    .from(articles)
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .leftJoin(media, eq(media.id, articles.leadImageId))
    .leftJoin(conversations, eq(conversations.articleId, articles.id))
    .where(inArray(articles.id, ids))
  const authorsOf = await findAuthors(rows.map((row) => row.id))
  return new Map(rows.map((row) => [row.id, () => makeCard(row, authorsOf.get(row.id) ?? [])]))
})

/**
 * The cards of the articles that meet a condition, newest first.
 *
 * @param condition begins with the visibility rule of article-policy.ts
 */
export async function findCards(condition: SQL, page: Page): Promise<ArticleCard[]> {
  return cardsOf(await findIds(condition, page))
}

/** The cards of these articles that meet the condition, in the order of the ids. */
export async function findCardsInOrder(ids: number[], condition: SQL): Promise<ArticleCard[]> {
  if (ids.length === 0) return []
  const meeting = await findIds(sql`${inArray(articles.id, ids)} and ${condition}`, { limit: ids.length })
  const found = new Set(meeting)
  return cardsOf(ids.filter((id) => found.has(id)))
}

/** Which articles those are, newest first, for whoever wants the cards of several lists at once. */
export async function findIds(condition: SQL, { limit, offset = 0 }: Page): Promise<number[]> {
  const rows = await database()
    .select({ id: articles.id })
    .from(articles)
    .where(condition)
    .orderBy(desc(articles.publishedAt), desc(articles.id))
    .limit(limit)
    .offset(offset)
  return rows.map(({ id }) => id)
}

async function cardsOf(ids: number[]): Promise<ArticleCard[]> {
  const cards = await cardsById(ids)
  return ids.flatMap((id) => cards.get(id) ?? [])
}

export async function countArticles(condition: SQL): Promise<number> {
  const [row] = await database().select({ count: sql<number>`count(*)` }).from(articles).where(condition)
  return row?.count ?? 0
}

/** The pictures with these ids, by id. */
export async function findImages(ids: number[]): Promise<Map<number, Image>> {
  return imagesIn(ids, await findImageRows(ids))
}

/** Pictures as they are kept, by id; `imagesIn` makes of them what readers see. */
export async function findImageRows(ids: number[]): Promise<Map<number, ImageRow>> {
  if (ids.length === 0) return new Map()
  const rows = await database().select(imageColumns).from(media).where(inArray(media.id, ids))
  return new Map(rows.map((row) => [row.id, row]))
}

/** Those of the pictures that readers may see, by id. */
export function imagesIn(ids: readonly number[], rows: ReadonlyMap<number, ImageRow>): Map<number, Image> {
  return new Map(ids.flatMap((id) => shownImage(rows.get(id) ?? null) ?? []).map((image) => [image.id, image]))
}

type CardRow = Omit<ArticleCard, 'bylines' | 'portrait' | 'image' | 'publishedAt' | 'commentCount'> & {
  image: ImageRow | null
  leadImageAlt: string
  leadImageCaption: string
  leadImageCredit: string
  publishedAt: Date | null
  commentCount: number | null
}

type Author = AuthorLink & { portrait: ImageRow | null }

/** A row into a card: authors in their order, and the article's own words for its picture. */
function makeCard(
  { leadImageAlt, leadImageCaption, leadImageCredit, publishedAt, commentCount, ...row }: CardRow,
  authorsOf: Author[],
): ArticleCard {
  // The section's name stands on it, and is the site's.
  reads(`card:${row.id}`, `comment-count:${row.id}`, 'site')
  const image = shownImage(row.image)
  return {
    ...row,
    bylines: authorsOf.map(({ handle, name }) => ({ handle, name })),
    portrait: shownImage(authorsOf[0]?.portrait ?? null),
    publishedAt: publishedAt as Date,
    commentCount: commentCount ?? 0,
    image: image && withWords(image, leadImageAlt, leadImageCaption, leadImageCredit),
  }
}

async function findAuthors(articleIds: number[]): Promise<Map<number, Author[]>> {
  const found = new Map<number, Author[]>()
  if (articleIds.length === 0) return found
  const rows = await database()
    .select({ articleId: bylines.articleId, handle: authors.handle, name: authors.name, portrait: imageColumns })
    .from(bylines)
    .innerJoin(authors, eq(authors.id, bylines.authorId))
    .leftJoin(media, eq(media.id, authors.portraitId))
    .where(inArray(bylines.articleId, articleIds))
    .orderBy(asc(bylines.articleId), asc(bylines.position))
  for (const { articleId, ...author } of rows) {
    const known = found.get(articleId)
    if (known) known.push(author)
    else found.set(articleId, [author])
  }
  return found
}

function withWords(image: Image, alt: string, caption: string, credit: string): Image {
  return { ...image, alt: alt || image.alt, caption: caption || image.caption, credit: credit || image.credit }
}
