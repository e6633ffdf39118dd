import { and, count, desc, eq, type SQL } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles } from '@/db/schema/articles'
import { savedArticles } from '@/db/schema/saved'
import type { ArticleCard } from '../articles/article'
import { findCardsInOrder } from '../articles/article-cards'
import { isPublic } from '../articles/article-policy'
import { type ListPage, listPage } from '../list-page'
import type { Viewer } from '../people/viewer'

/** What the viewer saved and readers may still read, what was saved last first. */
export async function listSaved(viewer: Viewer, page: number): Promise<ListPage<ArticleCard>> {
  const now = new Date()
  const condition = and(eq(savedArticles.personId, viewer.personId ?? 0), isPublic(now)) as SQL
  return listPage(
    page,
    async () => {
      const rows = await database()
        .select({ total: count() })
        .from(savedArticles)
        .innerJoin(articles, eq(articles.id, savedArticles.articleId))
        .where(condition)
      return rows[0]?.total ?? 0
    },
    async ({ limit, offset }) => {
      const rows = await database()
        .select({ id: articles.id })
        .from(savedArticles)
        .innerJoin(articles, eq(articles.id, savedArticles.articleId))
        .where(condition)
        .orderBy(desc(savedArticles.savedAt), desc(articles.id))
        .limit(limit)
        .offset(offset)
      return findCardsInOrder(
        rows.map(({ id }) => id),
        isPublic(now),
      )
    },
  )
}

/** Whether the viewer saved an article. */
export async function isSaved(viewer: Viewer, articleId: number): Promise<boolean> {
  const own = eq(savedArticles.personId, viewer.personId ?? 0)
  const rows = await database()
    .select({ articleId: savedArticles.articleId })
    .from(savedArticles)
    .where(and(own, eq(savedArticles.articleId, articleId)))
  return rows.length > 0
}
