import { and, asc, count, eq, gt, type SQL } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles, articleTags, tags } from '@/db/schema/articles'
import { isPublic } from '../articles/article-policy'
import { reads } from '../serving/render-scope'

export type TagSummary = { slug: string; name: string; description: string; articles: number }

/**
 * The tags of public articles by their slug, from one on, with how many articles each has. A tag that only hidden articles
 * bear is none.
 *
 * @param after the slug that the list goes on after
 * @returns at most `limit` of them, and whether there are more
 */
export async function getTags({ limit, after = '' }: { limit: number; after?: string }) {
  reads('tags')
  const rows: TagSummary[] = await database()
    .select({ slug: tags.slug, name: tags.name, description: tags.description, articles: count() })
    .from(tags)
    .innerJoin(articleTags, eq(articleTags.tagId, tags.id))
    .innerJoin(articles, eq(articles.id, articleTags.articleId))
    .where(and(isPublic(new Date()), gt(tags.slug, after)) as SQL)
    .groupBy(tags.id)
    .orderBy(asc(tags.slug))
    .limit(limit + 1)
  for (const { slug } of rows) reads(`tag:${slug}`)
  return { tags: rows.slice(0, limit), hasMore: rows.length > limit }
}
