import { inArray } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles } from '@/db/schema/articles'
import { reads } from '../serving/render-scope'
import type { ArticleCard } from './article'

export type UpdatedCard = ArticleCard & { updatedAt: Date | null }

/** Cards with what they do not say themselves: when their article was updated. Lists that say it change with every update. */
export async function withUpdates(cards: ArticleCard[]): Promise<UpdatedCard[]> {
  if (cards.length === 0) return []
  const ids = cards.map(({ id }) => id)
  const { id, updatedAt } = articles
  const rows = await database().select({ id, updatedAt }).from(articles).where(inArray(id, ids))
  const updates = new Map(rows.map((row) => [row.id, row.updatedAt]))
  return cards.map((card) => {
    reads(`article:${card.id}`)
    return { ...card, updatedAt: updates.get(card.id) ?? null }
  })
}
