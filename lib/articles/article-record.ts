import { and, asc, eq, inArray, or, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { prepared } from '@/db/prepared'
import {
  articleMedia,
  articles,
  articleTags,
  bylines,
  oldSlugs,
  relatedArticles,
  sections,
  tags,
} from '@/db/schema/articles'
import { media } from '@/db/schema/media'
import { authors } from '@/db/schema/people'
import { audit } from '@/db/schema/site'
import type { Viewer } from '../people/viewer'
import { tagSlugOf } from '../tags/tag-commands'
import type { ChangeKey } from '../write'
import type { ArticleBody } from './article-body'
import { mediaIn } from './body-text'
import { slugFrom } from './slug'

/** The parts of saving an article that its commands share. Each works inside an open transaction. */

export type ArticleRow = typeof articles.$inferSelect

/** There is no such article, or none that this may be done to. */
export class ArticleNotFound extends Error {
  constructor(id: number) {
    super(`There is no article ${id}.`)
    this.name = 'ArticleNotFound'
  }
}

export async function findRow(tx: Transaction, id: number): Promise<ArticleRow> {
  const [row] = await whole(tx).execute({ id })
  if (!row) throw new ArticleNotFound(id)
  return row
}

const whole = prepared((source) =>
  source
    .select()
    .from(articles)
    .where(eq(articles.id, sql.placeholder('id')))
    .prepare(),
)

/** What an article is filed under, by the names in addresses. */
export async function topicsOf(
  tx: Transaction,
  { id, sectionId }: Pick<ArticleRow, 'id' | 'sectionId'>,
): Promise<{ section: string; tags: string[]; authors: string[] }> {
  const [section] = await sectionOf(tx).execute({ id: sectionId })
  const tagRows = await tagSlugsOf(tx).execute({ id })
  const authorRows = await handlesOf(tx).execute({ id })
  return {
    section: section?.slug ?? '',
    tags: tagRows.map(({ slug }) => slug),
    authors: authorRows.map(({ handle }) => handle),
  }
}

const sectionOf = prepared((source) =>
  source
    .select({ slug: sections.slug })
    .from(sections)
    .where(eq(sections.id, sql.placeholder('id')))
    .prepare(),
)

const tagSlugsOf = prepared((source) =>
  source
    .select({ slug: tags.slug })
    .from(articleTags)
    .innerJoin(tags, eq(tags.id, articleTags.tagId))
    .where(eq(articleTags.articleId, sql.placeholder('id')))
    .prepare(),
)

const handlesOf = prepared((source) =>
  source
    .select({ handle: authors.handle })
    .from(bylines)
    .innerJoin(authors, eq(authors.id, bylines.authorId))
    .where(eq(bylines.articleId, sql.placeholder('id')))
    .prepare(),
)

/** Every list and address that an article is found through. */
export async function placesOf(tx: Transaction, id: number): Promise<ChangeKey[]> {
  const row = await findRow(tx, id)
  const topics = await topicsOf(tx, row)
  return [
    ...(['latest', 'articles', 'tags', 'authors'] as const),
    `slug:${row.slug}`,
    `article:${id}`,
    `card:${id}`,
    `section:${topics.section}`,
    ...languagesOf(row.language),
    ...topics.tags.map((slug) => `tag:${slug}` as const),
    ...topics.authors.map((handle) => `author:${handle}` as const),
  ]
}

/** A language as filters name it: itself and everything it is a form of. */
function languagesOf(language: string): ChangeKey[] {
  const parts = language.toLowerCase().split('-')
  return parts.map((_, index) => `language:${parts.slice(0, index + 1).join('-')}` as const)
}

export async function recordAudit(
  tx: Transaction,
  viewer: Viewer,
  action: string,
  subject: string,
  detail: Record<string, unknown> = {},
): Promise<void> {
  await tx.insert(audit).values({ personId: viewer.personId, actor: viewer.name, action, subject, detail })
}

/** A slug that leads nowhere yet: the wished one, or it with the lowest number that is free. */
export async function freeSlug(tx: Transaction, wished: string, articleId: number | null): Promise<string> {
  const base = slugFrom(wished) || 'article'
  for (let count = 1; ; count += 1) {
    const slug = count === 1 ? base : `${base}-${count}`
    const [taken] = await tx.select({ id: articles.id }).from(articles).where(eq(articles.slug, slug))
    const [retired] = await tx.select({ id: oldSlugs.articleId }).from(oldSlugs).where(eq(oldSlugs.slug, slug))
    const isFree = (!taken || taken.id === articleId) && (!retired || retired.id === articleId)
    if (isFree) return slug
  }
}

export async function replaceBylines(tx: Transaction, articleId: number, names: string[]): Promise<void> {
  await tx.delete(bylines).where(eq(bylines.articleId, articleId))
  const seen = new Set<number>()
  for (const name of names) {
    const authorId = await findOrMakeAuthor(tx, name)
    if (seen.has(authorId)) continue
    await tx.insert(bylines).values({ articleId, position: seen.size, authorId })
    seen.add(authorId)
  }
}

export async function replaceTags(tx: Transaction, articleId: number, spellings: string[]): Promise<void> {
  await tx.delete(articleTags).where(eq(articleTags.articleId, articleId))
  const seen = new Set<number>()
  for (const spelling of spellings) {
    // Whoever writes a tag that was merged into another means that one.
    const slug = await tagSlugOf(tx, spelling)
    if (!slug) continue
    await tx.insert(tags).values({ slug, name: spelling }).onConflictDoNothing()
    const [tag] = await tx.select({ id: tags.id }).from(tags).where(eq(tags.slug, slug))
    if (!tag || seen.has(tag.id)) continue
    await tx.insert(articleTags).values({ articleId, position: seen.size, tagId: tag.id, spelling })
    seen.add(tag.id)
  }
}

/** Notes which pictures the article shows, which is what makes them public with it. What stays is not written again. */
export async function replaceMedia(
  tx: Transaction,
  articleId: number,
  body: ArticleBody,
  leadImageId: number | null,
): Promise<void> {
  const wanted = await picturesThere(tx, picturesOf(body, leadImageId))
  const rows = await tx
    .select({ id: articleMedia.mediaId })
    .from(articleMedia)
    .where(eq(articleMedia.articleId, articleId))
  const known = new Set(rows.map(({ id }) => id))
  for (const mediaId of known) {
    if (wanted.has(mediaId)) continue
    await tx.delete(articleMedia).where(and(eq(articleMedia.articleId, articleId), eq(articleMedia.mediaId, mediaId)))
  }
  for (const mediaId of wanted) if (!known.has(mediaId)) await tx.insert(articleMedia).values({ articleId, mediaId })
}

/** Those of some pictures that are in the library. An older text may name one that was deleted since; it shows nothing there. */
export async function picturesThere(tx: Transaction, ids: Iterable<number>): Promise<Set<number>> {
  const rows = await tx
    .select({ id: media.id })
    .from(media)
    .where(inArray(media.id, [...ids]))
  return new Set(rows.map(({ id }) => id))
}

/** The ids of the pictures that a text shows. */
export function picturesOf(body: ArticleBody, leadImageId: number | null): Set<number> {
  return new Set([...mediaIn(body), ...(leadImageId === null ? [] : [leadImageId])])
}

export async function replacePicked(tx: Transaction, articleId: number, slugs: string[]): Promise<void> {
  await tx
    .delete(relatedArticles)
    .where(and(eq(relatedArticles.articleId, articleId), eq(relatedArticles.source, 'picked')))
  for (const [place, slug] of slugs.entries()) {
    const [row] = await tx.select({ id: articles.id }).from(articles).where(eq(articles.slug, slug))
    if (!row || row.id === articleId) continue
    const picked = { articleId, relatedId: row.id, source: 'picked' as const, rank: place }
    await tx
      .insert(relatedArticles)
      .values(picked)
      .onConflictDoUpdate({ target: [relatedArticles.articleId, relatedArticles.relatedId], set: picked })
  }
}

async function findOrMakeAuthor(tx: Transaction, name: string): Promise<number> {
  const handle = slugFrom(name) || 'author'
  const [known] = await tx
    .select({ id: authors.id })
    .from(authors)
    .where(or(eq(sql`lower(${authors.name})`, name.toLowerCase()), eq(authors.handle, handle)))
    .orderBy(asc(authors.id))
  if (known) return known.id
  const [made] = await tx.insert(authors).values({ handle, name }).returning({ id: authors.id })
  return (made as { id: number }).id
}
