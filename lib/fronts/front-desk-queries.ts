import { desc, eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { frontLaunches, fronts, slots } from '@/db/schema/fronts'
import { Refused, type Viewer } from '../people/viewer'
import { getSections } from '../site/site-queries'
import { type Arrangement, EMPTY } from './arrangement'
import { type ArrangementChange, changesBetween } from './arrangement-changes'
import { warningsOf } from './arrangement-warnings'
import { containersOf } from './containers'
import type { DeskCard, FrontDesk, FrontSummary } from './front-desk'
import { mayCurate, mayCurateAny } from './front-policy'
import { arrangementFromJson, readArrangement } from './front-record'
import { findDeskStories, findPicturesOf, findViewsOfHour, noViews, type StoryInHand } from './front-stories-sql'
import { findFrontRow } from './placed-cards'

/** How many stories that were taken off are offered again. */
const REMOVED_SHOWN = 5
const LAUNCHES_SHOWN = 20

/** The fronts that this viewer may arrange, the home page first. @throws {Refused} */
export async function listFronts(viewer: Viewer): Promise<FrontSummary[]> {
  if (!mayCurateAny(viewer)) throw new Refused(viewer, 'arrange fronts')
  const rows = await database().select().from(fronts)
  const placed = await database().select({ frontId: slots.frontId }).from(slots).where(eq(slots.stage, 'launched'))
  const summary = (front: string, title: string, sectionId: number | null): FrontSummary => {
    const row = rows.find((each) => (sectionId === null ? each.name === 'home' : each.sectionId === sectionId))
    const { launchedAt = null, draftedAt = null, draftedBy = null } = row ?? {}
    return {
      front,
      title,
      cards: placed.filter(({ frontId }) => frontId === row?.id).length,
      launchedAt,
      draftedAt,
      draftedBy,
    }
  }
  const sections = await getSections()
  return [
    ...(mayCurate(viewer, { sectionId: null }) ? [summary('home', 'Home', null)] : []),
    ...sections
      .filter(({ id }) => mayCurate(viewer, { sectionId: id }))
      .map(({ id, slug, name }) => summary(slug, name, id)),
  ]
}

/** A front to be arranged; null when there is none of that name, or it is not this viewer's. */
export async function getFrontDesk(viewer: Viewer, front: string): Promise<FrontDesk | null> {
  const section = (await getSections()).find(({ slug }) => slug === front)
  if ((!section && front !== 'home') || !mayCurate(viewer, { sectionId: section?.id ?? null })) return null
  const row = await findFrontRow(front)
  const launched = row ? await readArrangement(database(), row.id, 'launched') : EMPTY
  const draft = row?.draftedAt ? await readArrangement(database(), row.id, 'draft') : launched
  const launches = row ? await findLaunches(row.id) : []
  const removedIds = takenOff(draft, [launched, ...launches.map(({ arrangement }) => arrangement)])
  const stories = await findDeskStories([...idsIn(draft), ...idsIn(launched), ...removedIds])
  return {
    front,
    title: section?.name ?? 'Home',
    revision: row?.draftRevision ?? 0,
    draftedAt: row?.draftedAt ?? null,
    draftedBy: row?.draftedBy ?? null,
    launchedAt: row?.launchedAt ?? null,
    containers: await drawContainers(front, draft, stories),
    changes: changesBetween(front, launched, draft).map((change) => wordsOf(change, stories)),
    removed: removedIds.flatMap((id) => stories.get(id)?.story ?? []).slice(0, REMOVED_SHOWN),
    launches: launches.map(({ arrangement, ...launch }) => ({ ...launch, cards: arrangement.placed.length })),
  }
}

async function drawContainers(
  front: string,
  draft: Arrangement,
  stories: Map<number, StoryInHand>,
): Promise<FrontDesk['containers']> {
  const ids = idsIn(draft)
  const now = new Date()
  const [pictures, views] = [await findPicturesOf(ids), await findViewsOfHour(ids, now)]
  const facts = new Map([...stories].map(([id, story]) => [id, story.facts]))
  const warnings = warningsOf(front, draft, facts, now)
  const drawCard = (card: Arrangement['placed'][number]): DeskCard => ({
    ...card,
    story: stories.get(card.articleId)?.story ?? null,
    image: stories.get(card.articleId)?.image ?? null,
    pictures: pictures.get(card.articleId) ?? [],
    links: card.sublinks.flatMap((id) => stories.get(id)?.story ?? []),
    warnings: warnings
      .filter(({ container, articleId }) => container === card.container && articleId === card.articleId)
      .map(({ words }) => words),
    views: views.get(card.articleId) ?? noViews(),
  })
  return containersOf(front).map((plan) => ({
    plan,
    backfill: draft.backfills[plan.name] ?? {},
    cards: draft.placed.filter(({ container }) => container === plan.name).map(drawCard),
  }))
}

async function findLaunches(frontId: number) {
  const rows = await database()
    .select()
    .from(frontLaunches)
    .where(eq(frontLaunches.frontId, frontId))
    .orderBy(desc(frontLaunches.id))
    .limit(LAUNCHES_SHOWN)
  return rows.map(({ id, at, actor, arrangement }) => ({
    id,
    at,
    actor,
    arrangement: arrangementFromJson(arrangement),
  }))
}

/** Articles of earlier arrangements that are on the draft no more, those that were seen last first. */
function takenOff(draft: Arrangement, earlier: Arrangement[]): number[] {
  const present = new Set(draft.placed.map(({ articleId }) => articleId))
  const all = earlier.flatMap(({ placed }) => placed.map(({ articleId }) => articleId))
  return [...new Set(all)].filter((id) => !present.has(id))
}

function idsIn({ placed }: Arrangement): number[] {
  return [...new Set(placed.flatMap(({ articleId, sublinks }) => [articleId, ...sublinks]))]
}

function wordsOf(change: ArrangementChange, stories: Map<number, StoryInHand>): string {
  const headline =
    'articleId' in change ? (stories.get(change.articleId)?.story.headline ?? 'An article that is gone') : ''
  switch (change.is) {
    case 'added':
      return `${headline}: new in ${change.container}`
    case 'removed':
      return `${headline}: taken off ${change.container}`
    case 'moved':
      return `${headline}: from ${change.from} to ${change.container}`
    case 'reworded':
      return `${headline}: other words or picture in ${change.container}`
    case 'reordered':
      return `${change.container}: another order`
    case 'refilled':
      return `${change.container}: filled up from somewhere else`
  }
}
