import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { sections } from '@/db/schema/articles'
import { fronts } from '@/db/schema/fronts'
import type { ArticleCard, Image } from '../articles/article'
import { findCardsInOrder, findImages } from '../articles/article-cards'
import { isPublic } from '../articles/article-policy'
import { reads } from '../serving/render-scope'
import type { Arrangement, Placed } from './arrangement'
import type { ContainerName } from './containers'
import type { FrontCard } from './front'
import { readArrangement, type Stage } from './front-record'

/**
 * The cards that editors placed on a front and readers may see, by container, in order.
 *
 * @param stage for `draft` what editors arrange, where there is a draft, else what readers see
 */
export async function findPlaced(
  front: string,
  stage: Stage,
): Promise<{ placed: Map<ContainerName, FrontCard[]>; backfills: Arrangement['backfills'] }> {
  const row = await findFrontRow(front)
  if (!row) return { placed: new Map(), backfills: {} }
  const shownStage = stage === 'draft' && row.draftedAt ? 'draft' : 'launched'
  const arrangement = await readArrangement(database(), row.id, shownStage)
  const ids = [...new Set(arrangement.placed.flatMap((card) => [card.articleId, ...card.sublinks]))]
  for (const id of ids) reads(`card:${id}`)
  const cards = new Map((await findCardsInOrder(ids, isPublic(new Date()))).map((card) => [card.id, card]))
  const images = await findImages(arrangement.placed.flatMap((card) => card.imageId ?? []))
  const placed = new Map<ContainerName, FrontCard[]>()
  for (const slot of arrangement.placed) {
    const card = cards.get(slot.articleId)
    if (!card) continue
    const sublinks = slot.sublinks.flatMap((id) => cards.get(id) ?? [])
    const shown = { ...card, ...overridesOf(slot, card, images), size: slot.size, sublinks }
    placed.set(slot.container, [...(placed.get(slot.container) ?? []), shown])
  }
  return { placed, backfills: arrangement.backfills }
}

/** The row of a front as it was last read; null where nothing was ever arranged. */
export async function findFrontRow(front: string): Promise<typeof fronts.$inferSelect | null> {
  const [row] = await database()
    .select({ front: fronts })
    .from(fronts)
    .leftJoin(sections, eq(sections.id, fronts.sectionId))
    .where(front === 'home' ? eq(fronts.name, 'home') : eq(sections.slug, front))
  return row?.front ?? null
}

/** What the front says in the article's place. */
function overridesOf(slot: Placed, card: ArticleCard, images: Map<number, Image>): Partial<ArticleCard> {
  const image = { own: card.image, none: null, other: images.get(slot.imageId ?? 0) ?? card.image }[slot.picture]
  return {
    image,
    ...(slot.headline && { headline: slot.headline }),
    ...(slot.trail && { standfirst: slot.trail }),
    ...(slot.kicker && { kicker: slot.kicker }),
  }
}
