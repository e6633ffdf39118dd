import { and, asc, eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { articles, articleTags, bylines, oldSlugs, relatedArticles, sections } from '@/db/schema/articles'
import { authors } from '@/db/schema/people'
import type { ChangeKey } from '../write'
import type { ArticleBody } from './article-body'
import type { ArticleInput } from './article-input'
import {
  type ArticleRow,
  findRow,
  freeSlug,
  picturesThere,
  replaceBylines,
  replaceMedia,
  replacePicked,
  replaceTags,
} from './article-record'
import { countWords } from './reading-time'
import { sign } from './related-commands'

/** What an article says, in one piece: read from its rows and written to them. Each works inside an open transaction. */

/** A section was named that there is none of. */
export class SectionNotFound extends Error {
  constructor(slug: string) {
    super(`There is no section “${slug}”.`)
    this.name = 'SectionNotFound'
  }
}

/** What the article's own rows say: what readers get of one that is published. */
export async function textOf(tx: Transaction, row: ArticleRow): Promise<ArticleInput> {
  const [section] = await tx.select({ slug: sections.slug }).from(sections).where(eq(sections.id, row.sectionId))
  const names = await tx
    .select({ name: authors.name })
    .from(bylines)
    .innerJoin(authors, eq(authors.id, bylines.authorId))
    .where(eq(bylines.articleId, row.id))
    .orderBy(asc(bylines.position))
  const spellings = await tx
    .select({ spelling: articleTags.spelling })
    .from(articleTags)
    .where(eq(articleTags.articleId, row.id))
    .orderBy(asc(articleTags.position))
  const picked = await tx
    .select({ slug: articles.slug })
    .from(relatedArticles)
    .innerJoin(articles, eq(articles.id, relatedArticles.relatedId))
    .where(and(eq(relatedArticles.articleId, row.id), eq(relatedArticles.source, 'picked')))
    .orderBy(asc(relatedArticles.rank))
  const { slug, kind, headline, standfirst, kicker, dateline, contributors, keyPoints, language, direction } = row
  return {
    ...{ slug, kind, headline, standfirst, kicker, dateline, contributors, keyPoints, language, direction },
    section: section?.slug ?? '',
    ...{ seoTitle: row.seoTitle, seoDescription: row.seoDescription, socialHeadline: row.socialHeadline },
    comments: row.comments,
    body: row.body as ArticleBody,
    leadImage: leadImageOf(row),
    bylines: names.map(({ name }) => name),
    tags: spellings.map(({ spelling }) => spelling),
    related: picked.map(({ slug: other }) => other),
  }
}

/**
 * Writes what an article says to its rows. Its old address keeps leading to it. Whether that is before readers, and what
 * it changes for them, only the caller knows.
 *
 * @param more what else is written to its row
 * @returns the row as it is now
 */
export async function writeText(
  tx: Transaction,
  before: ArticleRow,
  input: ArticleInput,
  more: Partial<ArticleRow>,
): Promise<ArticleRow> {
  const sectionId = await findSection(tx, input.section)
  const slug = input.slug === null ? before.slug : await freeSlug(tx, input.slug, before.id)
  await retireSlug(tx, before, slug)
  await tx
    .update(articles)
    .set({ ...(await columnsOf(tx, input)), sectionId, slug, ...more })
    .where(eq(articles.id, before.id))
  const row = await findRow(tx, before.id)
  await attach(tx, row, input)
  return row
}

/** What hangs on a row: bylines, tags, pictures, picks. */
export async function attach(tx: Transaction, row: ArticleRow, input: ArticleInput): Promise<void> {
  await replaceBylines(tx, row.id, input.bylines)
  await replaceTags(tx, row.id, input.tags)
  await replaceMedia(tx, row.id, input.body, row.leadImageId)
  await replacePicked(tx, row.id, input.related)
  await sign(tx, row)
}

/** The columns of a row that say what the article says. A lead picture that was deleted since is none. */
export async function columnsOf(tx: Transaction, input: ArticleInput) {
  const { kind, headline, standfirst, kicker, dateline, contributors, keyPoints, language, direction, comments } = input
  const { leadImage, seoTitle, seoDescription, socialHeadline } = input
  const body: ArticleBody = input.body
  const isThere = leadImage !== null && (await picturesThere(tx, [leadImage.media])).has(leadImage.media)
  return {
    ...{ kind, headline, standfirst, kicker, dateline, contributors, keyPoints, language, direction, comments, body },
    ...{ seoTitle, seoDescription, socialHeadline },
    words: countWords(body, language),
    leadImageId: isThere ? leadImage.media : null,
    leadImageAlt: leadImage?.alt ?? '',
    leadImageCaption: leadImage?.caption ?? '',
    leadImageCredit: leadImage?.credit ?? '',
  }
}

export async function findSection(tx: Transaction, slug: string): Promise<number> {
  const [row] = await tx.select({ id: sections.id }).from(sections).where(eq(sections.slug, slug))
  if (!row) throw new SectionNotFound(slug)
  return row.id
}

/**
 * A list it was in and still is in does not change by a new headline; one it left or joined does, and with a tag or an
 * author the list of those.
 */
export function movedKeys(before: ChangeKey[], after: ChangeKey[]): ChangeKey[] {
  const moved = [...before.filter((key) => !after.includes(key)), ...after.filter((key) => !before.includes(key))]
  if (moved.some((key) => key.startsWith('tag:'))) moved.push('tags')
  if (moved.some((key) => key.startsWith('author:'))) moved.push('authors')
  return moved
}

function leadImageOf(row: ArticleRow): ArticleInput['leadImage'] {
  if (row.leadImageId === null) return null
  const { leadImageId, leadImageAlt, leadImageCaption, leadImageCredit } = row
  return { media: leadImageId, alt: leadImageAlt, caption: leadImageCaption, credit: leadImageCredit }
}

/** Old addresses keep leading to the article; one that it takes back is its own again. */
async function retireSlug(tx: Transaction, before: ArticleRow, slug: string): Promise<void> {
  await tx.delete(oldSlugs).where(eq(oldSlugs.slug, slug))
  if (before.slug === slug || before.publishedAt === null) return
  await tx.insert(oldSlugs).values({ slug: before.slug, articleId: before.id }).onConflictDoNothing()
}
