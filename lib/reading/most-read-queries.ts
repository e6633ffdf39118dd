import { asc } from 'drizzle-orm'
import { database } from '@/db/client'
import { mostRead } from '@/db/schema/reading'
import type { ArticleCard } from '../articles/article'
import { findCardsInOrder } from '../articles/article-cards'
import { isPublic } from '../articles/article-policy'
import { reads } from '../serving/render-scope'

/** The articles that were read the most of late, in order; those that are no longer public are left out at once. */
export async function getMostRead(): Promise<ArticleCard[]> {
  reads('most-read')
  const rows = await database().select({ id: mostRead.articleId }).from(mostRead).orderBy(asc(mostRead.position))
  const ids = rows.map(({ id }) => id)
  for (const id of ids) reads(`card:${id}`)
  return findCardsInOrder(ids, isPublic(new Date()))
}
