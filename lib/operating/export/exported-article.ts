import { asc, eq } from 'drizzle-orm'
import { database } from '@/db/client'
import {
  articleMedia,
  articles,
  articleTags,
  bylines,
  corrections,
  oldSlugs,
  relatedArticles,
  sections,
} from '@/db/schema/articles'
import { authors } from '@/db/schema/people'
import type { ExportedArticle } from './article-markdown-file'

/** An article with everything that hangs on it: what its file says, and what only articles.json does. */
export async function describeArticle(row: typeof articles.$inferSelect) {
  const db = database()
  const [section] = await db.select({ slug: sections.slug }).from(sections).where(eq(sections.id, row.sectionId))
  const authorRows = await db
    .select({ handle: authors.handle, name: authors.name })
    .from(bylines)
    .innerJoin(authors, eq(authors.id, bylines.authorId))
    .where(eq(bylines.articleId, row.id))
    .orderBy(asc(bylines.position))
  const tagRows = await db
    .select({ spelling: articleTags.spelling })
    .from(articleTags)
    .where(eq(articleTags.articleId, row.id))
    .orderBy(asc(articleTags.position))
  const relatedRows = await db
    .select({ slug: articles.slug, source: relatedArticles.source })
    .from(relatedArticles)
    .innerJoin(articles, eq(articles.id, relatedArticles.relatedId))
    .where(eq(relatedArticles.articleId, row.id))
    .orderBy(asc(relatedArticles.rank))
  const correctionRows = await db
    .select()
    .from(corrections)
    .where(eq(corrections.articleId, row.id))
    .orderBy(asc(corrections.publishedAt), asc(corrections.id))
  const slugRows = await db
    .select({ slug: oldSlugs.slug, retiredAt: oldSlugs.retiredAt })
    .from(oldSlugs)
    .where(eq(oldSlugs.articleId, row.id))
  const mediaRows = await db
    .select({ id: articleMedia.mediaId })
    .from(articleMedia)
    .where(eq(articleMedia.articleId, row.id))
  const picked = relatedRows.filter(({ source }) => source === 'picked').map(({ slug }) => slug)
  const described: ExportedArticle = {
    ...{ row, section: section?.slug ?? '', bylines: authorRows.map(({ name }) => name) },
    ...{ tags: tagRows.map(({ spelling }) => spelling), related: picked, corrections: correctionRows },
  }
  return { described, more: { bylines: authorRows, oldSlugs: slugRows, media: mediaRows.map(({ id }) => id) } }
}
