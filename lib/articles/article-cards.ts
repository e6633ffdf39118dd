import { asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles, bylines, sections } from '@/db/schema/articles'
import { conversations } from '@/db/schema/comments'
import { media } from '@/db/schema/media'
import { authors } from '@/db/schema/people'
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

type ImageRow = Image & { licenceEndsAt: Date | null }

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
  updatedAt: articles.updatedAt,
  leadImageAlt: articles.leadImageAlt,
  leadImageCaption: articles.leadImageCaption,
  leadImageCredit: articles.leadImageCredit,
  section: { slug: sections.slug, name: sections.name, kind: sections.kind },
  image: imageColumns,
  commentCount: conversations.told,
}

type Page = { limit: number; offset?: number }

/**
 * The cards of the articles that meet a condition, newest first.
 *
 * @param condition begins with the visibility rule of article-policy.ts
 */
export async function findCards(condition: SQL, { limit, offset = 0 }: Page): Promise<ArticleCard[]> {
  const rows = await database()
    .select(cardColumns)
    .from(articles)
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .leftJoin(media, eq(media.id, articles.leadImageId))
    .leftJoin(conversations, eq(conversations.articleId, articles.id))
    .where(condition)
    .orderBy(desc(articles.publishedAt), desc(articles.id))
    .limit(limit)
    .offset(offset)
  return withAuthors(rows)
}

/** The cards of these articles that meet the condition, in the order of the ids. */
export async function findCardsInOrder(ids: number[], condition: SQL): Promise<ArticleCard[]> {
  if (ids.length === 0) return []
  const found = await findCards(sql`${inArray(articles.id, ids)} and ${condition}`, { limit: ids.length })
  const byId = new Map(found.map((card) => [card.id, card]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** Which articles those are, for whoever wants the cards of several lists at once. */
export async function findIds(condition: SQL, limit: number): Promise<number[]> {
  const rows = await database()
    .select({ id: articles.id })
    .from(articles)
    .where(condition)
    .orderBy(desc(articles.publishedAt), desc(articles.id))
    .limit(limit)
  return rows.map(({ id }) => id)
}

export async function countArticles(condition: SQL): Promise<number> {
  const [row] = await database().select({ count: sql<number>`count(*)` }).from(articles).where(condition)
  return row?.count ?? 0
}

/** The pictures with these ids, by id. */
export async function findImages(ids: number[]): Promise<Map<number, Image>> {
  if (ids.length === 0) return new Map()
  const rows = await database().select(imageColumns).from(media).where(inArray(media.id, ids))
  return new Map(rows.flatMap((row) => shownImage(row) ?? []).map((image) => [image.id, image]))
}

type CardRow = Awaited<ReturnType<typeof selectCardRow>>

/** One article's card columns, for a page that shows more of it than a card. */
export async function selectCardRow(condition: SQL) {
  const [row] = await database()
    .select(cardColumns)
    .from(articles)
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .leftJoin(media, eq(media.id, articles.leadImageId))
    .leftJoin(conversations, eq(conversations.articleId, articles.id))
    .where(condition)
    .limit(1)
  return row ?? null
}

/** Rows into cards: authors in their order, and the article's own words for its picture. */
export async function withAuthors(rows: NonNullable<CardRow>[]): Promise<ArticleCard[]> {
  const authorsOf = await findAuthors(rows.map((row) => row.id))
  return rows.map(({ leadImageAlt, leadImageCaption, leadImageCredit, publishedAt, commentCount, ...row }) => {
    reads(`article:${row.id}`, `comment-count:${row.id}`)
    const image = shownImage(row.image)
    const authored = authorsOf.get(row.id) ?? { bylines: [], portrait: null }
    return {
      ...row,
      ...authored,
      publishedAt: publishedAt as Date,
      commentCount: commentCount ?? 0,
      image: image && withWords(image, leadImageAlt, leadImageCaption, leadImageCredit),
    }
  })
}

type Authored = { bylines: AuthorLink[]; portrait: Image | null }

async function findAuthors(articleIds: number[]): Promise<Map<number, Authored>> {
  const found = new Map<number, Authored>()
  if (articleIds.length === 0) return found
  const rows = await database()
    .select({ articleId: bylines.articleId, handle: authors.handle, name: authors.name, portrait: imageColumns })
    .from(bylines)
    .innerJoin(authors, eq(authors.id, bylines.authorId))
    .leftJoin(media, eq(media.id, authors.portraitId))
    .where(inArray(bylines.articleId, articleIds))
    .orderBy(asc(bylines.articleId), asc(bylines.position))
  for (const { articleId, handle, name, portrait: row } of rows) {
    const portrait = shownImage(row)
    const known = found.get(articleId)
    if (known) known.bylines.push({ handle, name })
    else found.set(articleId, { bylines: [{ handle, name }], portrait })
  }
  return found
}

function withWords(image: Image, alt: string, caption: string, credit: string): Image {
  return { ...image, alt: alt || image.alt, caption: caption || image.caption, credit: credit || image.credit }
}
