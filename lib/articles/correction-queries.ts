import { and, desc, eq, lte, type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles, corrections, sections } from '@/db/schema/articles'
import { type ListPage, listPage } from '../list-page'
import { reads } from '../serving/render-scope'
import type { Correction, Direction } from './article'
import { isPublic } from './article-policy'

/** A correction with the article that it puts right. */
export type ListedCorrection = Correction & {
  article: { slug: string; headline: string; language: string; direction: Direction; section: { slug: string } }
}

/** Every correction of a public article, newest first, a page at a time. */
export async function getCorrectionsPage(page: number): Promise<ListPage<ListedCorrection>> {
  reads('corrections', 'latest')
  const now = new Date()
  const condition = and(isPublic(now), lte(corrections.publishedAt, now)) as SQL
  return listPage(
    page,
    () => countCorrections(condition),
    (range) => findCorrections(condition, range),
  )
}

async function countCorrections(condition: SQL): Promise<number> {
  const [row] = await database()
    .select({ count: sql<number>`count(*)` })
    .from(corrections)
    .innerJoin(articles, eq(articles.id, corrections.articleId))
    .where(condition)
  return row?.count ?? 0
}

async function findCorrections(condition: SQL, { limit, offset }: { limit: number; offset: number }) {
  const { id, kind, text, publishedAt } = corrections
  const { slug, headline, language, direction } = articles
  const rows = await database()
    .select({
      ...{ id, kind, text, publishedAt, articleId: articles.id },
      article: { slug, headline, language, direction },
      section: { slug: sections.slug },
    })
    .from(corrections)
    .innerJoin(articles, eq(articles.id, corrections.articleId))
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .where(condition)
    .orderBy(desc(publishedAt), desc(id))
    .limit(limit)
    .offset(offset)
  return rows.map(({ articleId, article, section, ...correction }) => {
    reads(`article:${articleId}`)
    return { ...correction, article: { ...article, section } }
  })
}
