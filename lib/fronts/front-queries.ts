import { and, eq, inArray, not, type SQL } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles, articleTags, sections, tags } from '@/db/schema/articles'
import type { ArticleCard } from '../articles/article'
import { countArticles, findCards } from '../articles/article-cards'
import { isPublic } from '../articles/article-policy'
import { listPage } from '../list-page'
import { reads } from '../serving/render-scope'
import { getSections } from '../site/site-queries'
import type { Backfill } from './arrangement'
import { type ContainerName, shownOnHome } from './containers'
import type { FrontCard, HomeFront, SectionPage } from './front'
import type { Stage } from './front-record'
import { findPlaced } from './placed-cards'

/** How many cards the parts hold that editors do not arrange. */
const ROOM = { latest: 8, section: 5 }

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
  const filled = async (name: ContainerName) => {
    const cards = placed.get(name) ?? []
    const missing = shownOnHome(name) - cards.length
    const fill = missing > 0 ? await findFill(backfills[name], shown, missing) : []
    for (const { id } of fill) shown.add(id)
    return [...cards, ...fill.map(asFrontCard)]
  }
  const [lead = null] = await filled('lead')
  const news = await filled('news')
  const opinion = await filled('opinion')
  const latest = await findCards(withoutThese(shown), { limit: ROOM.latest })
  return { news, lead, opinion, latest, sections: await findSectionBlocks(shown) }
}

/** A section's front, a page at a time; null when there is no such section. */
export async function getSectionPage(
  slug: string,
  page: number,
  stage: Stage = 'launched',
): Promise<SectionPage | null> {
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
}

async function findFill(backfill: Backfill = {}, shown: Set<number>, limit: number): Promise<ArticleCard[]> {
  const conditions = [withoutThese(shown)]
  if (backfill.section) {
    reads(`section:${backfill.section}`)
    conditions.push(eq(sections.slug, backfill.section))
  }
  if (backfill.tag) {
    reads(`tag:${backfill.tag}`)
    conditions.push(hasTag(backfill.tag))
  }
  return findCards(and(...conditions) as SQL, { limit })
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
