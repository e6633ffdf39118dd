import { and, eq, gt, isNotNull, isNull, lte, or, type SQL } from 'drizzle-orm'
import { articles } from '@/db/schema/articles'
import type { Viewer } from '../people/viewer'
import type { ArticleState } from './article'

/**
 * The one rule of who sees which article, as a condition for queries and as a predicate. Every page, list, feed, count
 * and picture starts from it.
 */

/** What everyone may read at a moment. Never empty: a condition that Drizzle could drop would open everything. */
export function isPublic(now: Date): SQL {
  return and(
    eq(articles.state, 'published'),
    isNotNull(articles.publishedAt),
    lte(articles.publishedAt, now),
    or(isNull(articles.embargoUntil), lte(articles.embargoUntil, now)),
    or(isNull(articles.takeDownAt), gt(articles.takeDownAt, now)),
    isNull(articles.binnedAt),
  ) as SQL
}

/** What was public and was withdrawn: its address says so instead of showing it. */
export function isKilled(): SQL {
  return and(eq(articles.state, 'killed'), isNotNull(articles.killedAt), isNull(articles.binnedAt)) as SQL
}

type Dated = {
  state: ArticleState
  publishedAt: Date | null
  embargoUntil: Date | null
  takeDownAt: Date | null
  binnedAt: Date | null
}

/** The same rule for an article in hand. */
export function isPublicArticle(article: Dated, now: Date): boolean {
  if (article.state !== 'published' || article.binnedAt !== null) return false
  if (article.publishedAt === null || article.publishedAt > now) return false
  if (article.embargoUntil !== null && article.embargoUntil > now) return false
  return article.takeDownAt === null || article.takeDownAt > now
}

/** May write articles of their own, as drafts. */
export function mayWrite(viewer: Viewer): boolean {
  return viewer.role === 'author' || mayPublish(viewer)
}

/** May put articles before readers, move, correct and withdraw them. */
export function mayPublish(viewer: Viewer): boolean {
  return viewer.role === 'editor' || viewer.role === 'admin'
}
