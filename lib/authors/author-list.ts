import { and, asc, count, eq, gt, type SQL } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles, bylines } from '@/db/schema/articles'
import { authors } from '@/db/schema/people'
import type { Image } from '../articles/article'
import { findImages } from '../articles/article-cards'
import { isPublic } from '../articles/article-policy'
import { reads } from '../serving/render-scope'

export type AuthorSummary = {
  handle: string
  name: string
  title: string
  bio: string
  portrait: Image | null
  articles: number
}

/**
 * The authors of public articles by their handle, from one on, with how many articles each has. Who has only written what
 * is hidden is not among them.
 *
 * @param after the handle that the list goes on after
 * @returns at most `limit` of them, and whether there are more
 */
export async function getAuthors({ limit, after = '' }: { limit: number; after?: string }) {
  reads('authors')
  const { handle, name, title, bio, portraitId } = authors
  const rows = await database()
    .select({ handle, name, title, bio, portraitId, articles: count() })
    .from(authors)
    .innerJoin(bylines, eq(bylines.authorId, authors.id))
    .innerJoin(articles, eq(articles.id, bylines.articleId))
    .where(and(isPublic(new Date()), gt(handle, after)) as SQL)
    .groupBy(authors.id)
    .orderBy(asc(handle))
    .limit(limit + 1)
  const images = await findImages(rows.flatMap((row) => row.portraitId ?? []))
  const found = rows.map(({ portraitId: id, ...row }): AuthorSummary => {
    reads(`author:${row.handle}`)
    return { ...row, portrait: images.get(id ?? 0) ?? null }
  })
  return { authors: found.slice(0, limit), hasMore: found.length > limit }
}
