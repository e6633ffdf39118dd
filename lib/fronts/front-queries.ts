import { and, asc, eq, inArray, not, type SQL } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles } from '@/db/schema/articles'
import { fronts, slots } from '@/db/schema/fronts'
import type { ArticleCard } from '../articles/article'
import { countArticles, findCards, findCardsInOrder, findImages } from '../articles/article-cards'
import { isPublic } from '../articles/article-policy'
import { listPage } from '../list-page'
import { reads } from '../serving/render-scope'
import { getSections } from '../site/site-queries'
import type { FrontCard, HomeFront, SectionPage } from './front'

/** How many cards each part of the home page holds. */
const ROOM = { news: 3, opinion: 3, latest: 8, section: 5 }

/**
 * The home page as it was launched. Where editors put nothing, or what they put is no longer public, the newest articles
 * fill the place; none is shown twice in the lead block.
 */
export async function getHomeFront(): Promise<HomeFront> {
  reads('front:home', 'latest')
  const placed = await findPlaced('home')
  const shown = new Set<number>([...placed.values()].flat().map((card) => card.id))
  const backfill = await findCards(withoutThese(shown), { limit: ROOM.news + ROOM.opinion + ROOM.latest + 1 })
  const next = fillFrom(backfill)
  const lead = placed.get('lead')?.[0] ?? next(1)[0] ?? null
  const news = fill(placed.get('news') ?? [], ROOM.news, next)
  const opinion = fill(placed.get('opinion') ?? [], ROOM.opinion, next)
  const inLeadBlock = new Set([lead, ...news, ...opinion].flatMap((card) => card?.id ?? []))
  const latest = await findCards(withoutThese(inLeadBlock), { limit: ROOM.latest })
  return { news, lead, opinion, latest, sections: await findSectionBlocks(inLeadBlock) }
}

/** A section's front, a page at a time; null when there is no such section. */
export async function getSectionPage(slug: string, page: number): Promise<SectionPage | null> {
  reads(`section:${slug}`)
  const section = (await getSections()).find((candidate) => candidate.slug === slug)
  if (!section) return null
  const condition = and(isPublic(new Date()), eq(articles.sectionId, section.id)) as SQL
  const list = await listPage(
    page,
    () => countArticles(condition),
    (range) => findCards(condition, range),
  )
  return { section, ...list }
}

async function findSectionBlocks(shown: Set<number>): Promise<HomeFront['sections']> {
  const blocks: HomeFront['sections'] = []
  for (const { id, slug, name, kind } of await getSections()) {
    reads(`section:${slug}`)
    const condition = and(withoutThese(shown), eq(articles.sectionId, id)) as SQL
    const cards = await findCards(condition, { limit: ROOM.section })
    if (cards.length > 0) blocks.push({ section: { slug, name, kind }, cards })
  }
  return blocks
}

async function findPlaced(front: string): Promise<Map<string, FrontCard[]>> {
  const rows = await database()
    .select({ slot: slots })
    .from(slots)
    .innerJoin(fronts, eq(fronts.id, slots.frontId))
    .where(and(eq(fronts.name, front), eq(slots.stage, 'launched')))
    .orderBy(asc(slots.container), asc(slots.position))
  const placed = rows.map(({ slot }) => slot)
  const ids = [...new Set(placed.flatMap((slot) => [slot.articleId, ...slot.sublinks]))]
  for (const id of ids) reads(`article:${id}`)
  const cards = new Map((await findCardsInOrder(ids, isPublic(new Date()))).map((card) => [card.id, card]))
  const images = await findImages(placed.flatMap((slot) => slot.imageId ?? []))
  const containers = new Map<string, FrontCard[]>()
  for (const slot of placed) {
    const card = cards.get(slot.articleId)
    if (!card) continue
    const sublinks = slot.sublinks.flatMap((id) => cards.get(id) ?? [])
    const shown = { ...card, ...overridesOf(slot, images.get(slot.imageId ?? 0)), size: slot.size, sublinks }
    containers.set(slot.container, [...(containers.get(slot.container) ?? []), shown])
  }
  return containers
}

/** What the front says in the article's place. */
function overridesOf(slot: typeof slots.$inferSelect, image: ArticleCard['image'] | undefined): Partial<ArticleCard> {
  return {
    ...(slot.headline && { headline: slot.headline }),
    ...(slot.trail && { standfirst: slot.trail }),
    ...(slot.kicker && { kicker: slot.kicker }),
    ...(image && { image }),
  }
}

function fill(placed: FrontCard[], room: number, next: (count: number) => FrontCard[]): FrontCard[] {
  return [...placed, ...next(Math.max(0, room - placed.length))].slice(0, Math.max(room, placed.length))
}

function fillFrom(cards: ArticleCard[]): (count: number) => FrontCard[] {
  let used = 0
  return (count) => {
    const taken = cards.slice(used, used + count)
    used += count
    return taken.map((card) => ({ ...card, size: 'standard' as const, sublinks: [] }))
  }
}

function withoutThese(ids: Set<number>): SQL {
  const visible = isPublic(new Date())
  return ids.size === 0 ? visible : (and(visible, not(inArray(articles.id, [...ids]))) as SQL)
}
