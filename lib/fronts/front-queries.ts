import { and, eq, inArray, not, type SQL } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles, articleTags, sections, tags } from '@/db/schema/articles'
import type { ArticleCard } from '../articles/article'
import { countArticles, findCards, findCardsInOrder, findIds } from '../articles/article-cards'
import { isPublic } from '../articles/article-policy'
import { listPage } from '../list-page'
import { oncePerRendering, reads } from '../serving/render-scope'
import { getSections } from '../site/site-queries'
import type { Backfill } from './arrangement'
import { shownOnHome } from './containers'
import type { FrontCard, HomeFront, SectionPage } from './front'
import type { Stage } from './front-record'
import { findPlaced } from './placed-cards'

/** How many cards the parts hold that editors do not arrange. */
const ROOM = { latest: 8, section: 5 }

/** What is filled where editors left room, in this order: an article that one has is in none after it. */
const FILLED = ['lead', 'news', 'opinion'] as const
type Fills = Record<(typeof FILLED)[number], number[]>

/**
 * The home page as it was launched. Where editors put nothing, or what they put is no longer public, the newest articles
 * of the container's query fill the place; none is shown twice in the lead block.
 *
 * @param stage `draft` for whoever may arrange it (front-desk-queries.ts)
 */
export async function getHomeFront(stage: Stage = 'launched'): Promise<HomeFront> {
  reads('front:home', 'latest')
  const { placed, backfills } = await findPlaced('home', stage)
  const shown = new Set<number>([...placed.values()].flat().map((card) => card.id))
  const fills: Fills = { lead: [], news: [], opinion: [] }
  for (const name of FILLED) {
    const missing = shownOnHome(name) - (placed.get(name)?.length ?? 0)
    if (missing > 0) fills[name] = await findFill(backfills[name], shown, missing)
    for (const id of fills[name]) shown.add(id)
  }
  const latest = await findIds(withoutThese(shown), { limit: ROOM.latest })
  const blocks = await findSectionBlocks(shown)
  // The cards of all of them together: each list by itself would ask for its authors too.
  const cardsOf = await findCardsById([...Object.values(fills).flat(), ...latest, ...blocks.flatMap(({ ids }) => ids)])
  const filled = (name: keyof Fills) => [...(placed.get(name) ?? []), ...cardsOf(fills[name]).map(asFrontCard)]
  return {
    news: filled('news'),
    lead: filled('lead')[0] ?? null,
    opinion: filled('opinion'),
    latest: cardsOf(latest),
    sections: blocks.map(({ section, ids }) => ({ section, cards: cardsOf(ids) })),
  }
}

/** A section's front, a page at a time; null when there is no such section. */
export const getSectionPage = oncePerRendering(
  async (slug: string, page: number, stage: Stage = 'launched'): Promise<SectionPage | null> => {
    reads(`section:${slug}`, `front:${slug}`)
    const section = (await getSections()).find((candidate) => candidate.slug === slug)
    if (!section) return null
    const { placed } = await findPlaced(slug, stage)
    const [lead = null] = placed.get('lead') ?? []
    const top = (placed.get('news') ?? []).filter(({ id }) => id !== lead?.id)
    const shown = new Set([...(lead ? [lead] : []), ...top].map(({ id }) => id))
    const condition = and(withoutThese(shown), eq(articles.sectionId, section.id)) as SQL
    const list = await listPage(
      page,
      () => countArticles(condition),
      (range) => findCards(condition, range),
    )
    const total = list.total + shown.size
    return page === 1 ? { section, lead, top, ...list, total } : { section, lead: null, top: [], ...list, total }
  },
)

/** @returns the cards of a list of these articles, in its order */
async function findCardsById(ids: number[]): Promise<(list: number[]) => ArticleCard[]> {
  const cards = new Map(
    (await findCardsInOrder([...new Set(ids)], isPublic(new Date()))).map((card) => [card.id, card]),
  )
  return (list) => list.flatMap((id) => cards.get(id) ?? [])
}

async function findFill(backfill: Backfill = {}, shown: Set<number>, limit: number): Promise<number[]> {
  const conditions = [withoutThese(shown)]
  if (backfill.section) {
    reads(`section:${backfill.section}`)
    conditions.push(inSection(backfill.section))
  }
  if (backfill.tag) {
    reads(`tag:${backfill.tag}`)
    conditions.push(hasTag(backfill.tag))
  }
  return findIds(and(...conditions) as SQL, { limit })
}

async function findSectionBlocks(shown: Set<number>) {
  const blocks: { section: HomeFront['sections'][number]['section']; ids: number[] }[] = []
  for (const { id, slug, name, kind } of await getSections()) {
    reads(`section:${slug}`)
    const ids = await findIds(and(withoutThese(shown), eq(articles.sectionId, id)) as SQL, { limit: ROOM.section })
    if (ids.length > 0) blocks.push({ section: { slug, name, kind }, ids })
  }
  return blocks
}

function inSection(slug: string): SQL {
  return inArray(
    articles.sectionId,
    database().select({ id: sections.id }).from(sections).where(eq(sections.slug, slug)),
  )
}

function hasTag(slug: string): SQL {
  const tagged = database()
    .select({ id: articleTags.articleId })
    .from(articleTags)
    .innerJoin(tags, eq(tags.id, articleTags.tagId))
    .where(eq(tags.slug, slug))
  return inArray(articles.id, tagged)
}

function asFrontCard(card: ArticleCard): FrontCard {
  return { ...card, size: 'standard', sublinks: [] }
}

function withoutThese(ids: Set<number>): SQL {
  const visible = isPublic(new Date())
  return ids.size === 0 ? visible : (and(visible, not(inArray(articles.id, [...ids]))) as SQL)
}
