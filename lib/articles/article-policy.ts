import { and, eq, gt, inArray, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles, bylines } from '@/db/schema/articles'
import { authors } from '@/db/schema/people'
import { mayInSection } from '../people/person-policy'
import type { Role, Viewer } from '../people/viewer'
import type { ArticleState } from './article'
import type { Standing } from './article-states'

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

/** Whose work articles are. */
export const WRITING_ROLES: Role[] = ['author', 'editor', 'admin']

/** May write articles of their own, as drafts. */
export function mayWrite(viewer: Viewer): boolean {
  return WRITING_ROLES.includes(viewer.role)
}

/** May put articles before readers, move, correct and withdraw them. */
export function mayPublish(viewer: Viewer): boolean {
  return viewer.role === 'editor' || viewer.role === 'admin'
}

/** An article as the rules of the desk look at it. */
type OnDesk = Pick<Standing, 'sectionId' | 'isOwn'>

/**
 * May open an article on the desk, whatever its state: admins every one, editors those of their sections, and whoever
 * writes, is assigned to or is named in one that one. Being allowed to look gives no right to change.
 */
export function mayOpen(viewer: Viewer, { sectionId, isOwn }: OnDesk): boolean {
  if (viewer.role === 'admin') return true
  if (!mayWrite(viewer)) return false
  return isOwn || (viewer.role === 'editor' && mayInSection(viewer, sectionId))
}

/** The same as a condition for lists. Never empty. */
export function isOpenTo(viewer: Viewer): SQL {
  if (viewer.role === 'admin') return sql`1`
  if (!mayWrite(viewer)) return sql`0`
  if (viewer.role === 'editor' && viewer.sections === null) return sql`1`
  const inSections = viewer.role === 'editor' ? inArray(articles.sectionId, [...(viewer.sections ?? [])]) : undefined
  return or(isOwnOf(viewer), inSections) as SQL
}

/** Articles that somebody began, is assigned to or is named in. */
export function isOwnOf({ personId }: Viewer): SQL {
  if (personId === null) return sql`0`
  const named = database()
    .select({ id: bylines.articleId })
    .from(bylines)
    .innerJoin(authors, eq(authors.id, bylines.authorId))
    .where(eq(authors.personId, personId))
  return or(eq(articles.begunBy, personId), eq(articles.assigneeId, personId), inArray(articles.id, named)) as SQL
}
