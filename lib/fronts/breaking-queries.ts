import { and, desc, eq, gt } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles, sections } from '@/db/schema/articles'
import { breakingNews } from '@/db/schema/fronts'
import { isPublic } from '../articles/article-policy'
import { remembered } from '../serving/remembered'
import { expiresAt, reads } from '../serving/render-scope'
import type { BreakingNews } from './breaking-news'

/** What is breaking at this moment; null most of the time. */
export const getBreakingNews = remembered('breaking-news', async (): Promise<BreakingNews | null> => {
  reads('breaking')
  const now = new Date()
  const [row] = await database()
    .select()
    .from(breakingNews)
    .where(gt(breakingNews.endsAt, now))
    .orderBy(desc(breakingNews.id))
    .limit(1)
  if (!row) return null
  expiresAt(row.endsAt)
  const { id, text, startedAt, endsAt, articleId } = row
  return { id, text, startedAt, endsAt, article: articleId === null ? null : await findAddress(articleId, now) }
})

async function findAddress(articleId: number, now: Date): Promise<BreakingNews['article']> {
  reads(`card:${articleId}`)
  const [row] = await database()
    .select({ slug: articles.slug, section: { slug: sections.slug } })
    .from(articles)
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .where(and(eq(articles.id, articleId), isPublic(now)))
  return row ?? null
}
