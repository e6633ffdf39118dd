import { and, eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles } from '@/db/schema/articles'
import { conversations } from '@/db/schema/comments'
import { isPublic } from '../articles/article-policy'

/**
 * How many comments were ever opened to everyone under an article, and how many there are now; null when nobody may read
 * the article.
 */
export async function getPublicArrivals(articleId: number): Promise<{ arrivals: number; total: number } | null> {
  const [row] = await database()
    .select({ id: articles.id, arrivals: conversations.arrivals, total: conversations.comments })
    .from(articles)
    .leftJoin(conversations, eq(conversations.articleId, articles.id))
    .where(and(eq(articles.id, articleId), isPublic(new Date())))
  return row ? { arrivals: row.arrivals ?? 0, total: row.total ?? 0 } : null
}
