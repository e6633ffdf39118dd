import { and, asc, desc, eq, gt, gte, inArray, isNull, lt, ne, or, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { articleMedia, articles, sections } from '@/db/schema/articles'
import { media } from '@/db/schema/media'
import { viewMinutes } from '@/db/schema/reading'
import type { Image } from '../articles/article'
import { findImages } from '../articles/article-cards'
import { isPublicArticle } from '../articles/article-policy'
import { contains } from '../contains'
import { minuteOf } from '../days'
import { Refused, type Viewer } from '../people/viewer'
import type { StoryFacts } from './arrangement-warnings'
import type { DeskStory } from './front-desk'
import { mayCurateAny } from './front-policy'

/** An hour is drawn beside a card, in steps of some minutes. */
const VIEW_STEPS = 12
const MINUTES_A_STEP = 5

export type StoryInHand = { story: DeskStory; facts: StoryFacts; image: Image | null }

const columns = {
  id: articles.id,
  headline: articles.headline,
  section: sections.name,
  state: articles.state,
  publishedAt: articles.publishedAt,
  embargoUntil: articles.embargoUntil,
  takeDownAt: articles.takeDownAt,
  binnedAt: articles.binnedAt,
  leadImageId: articles.leadImageId,
}

/**
 * Articles that may be put on a front, whatever readers may see of them yet: those whose headline holds every word that is
 * asked for, the newest first.
 *
 * @throws {Refused}
 */
export async function findStoriesFor(viewer: Viewer, words: string, limit = 12): Promise<DeskStory[]> {
  if (!mayCurateAny(viewer)) throw new Refused(viewer, 'arrange fronts')
  const asked = words.normalize('NFC').trim().split(/\s+/u).filter(Boolean).slice(0, 8)
  const rows = await database()
    .select(columns)
    .from(articles)
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .where(
      and(
        isNull(articles.binnedAt),
        inArray(articles.state, ['ready', 'scheduled', 'published']),
        or(isNull(articles.takeDownAt), gt(articles.takeDownAt, new Date())),
        ...asked.map((word) => contains(articles.headline, word)),
      ),
    )
    .orderBy(desc(sql`coalesce(${articles.publishedAt}, ${articles.savedAt})`), desc(articles.id))
    .limit(limit)
  return rows.map(toStory)
}

/** These articles, by their id. The viewer's right to the front was asked before. */
export async function findDeskStories(ids: number[]): Promise<Map<number, StoryInHand>> {
  if (ids.length === 0) return new Map()
  const rows = await database()
    .select(columns)
    .from(articles)
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .where(inArray(articles.id, [...new Set(ids)]))
  const images = await findImages(rows.flatMap(({ leadImageId }) => leadImageId ?? []))
  return new Map(
    rows.map((row) => {
      const story = toStory(row)
      const image = images.get(row.leadImageId ?? 0) ?? null
      const { id, isPublic, publishedAt } = story
      return [
        id,
        {
          story,
          image,
          facts: { id, isPublic, publishedAt, wasKilled: row.state === 'killed', hasPicture: image !== null },
        },
      ]
    }),
  )
}

/** The pictures that each article shows, its lead image apart. */
export async function findPicturesOf(ids: number[]): Promise<Map<number, { id: number; alt: string }[]>> {
  const found = new Map<number, { id: number; alt: string }[]>()
  if (ids.length === 0) return found
  const rows = await database()
    .select({ articleId: articleMedia.articleId, id: media.id, alt: media.alt, name: media.name })
    .from(articleMedia)
    .innerJoin(media, eq(media.id, articleMedia.mediaId))
    .innerJoin(articles, eq(articles.id, articleMedia.articleId))
    .where(
      and(inArray(articleMedia.articleId, ids), or(isNull(articles.leadImageId), ne(articles.leadImageId, media.id))),
    )
    .orderBy(asc(articleMedia.articleId), asc(media.id))
  for (const { articleId, id, alt, name } of rows) {
    found.set(articleId, [...(found.get(articleId) ?? []), { id, alt: alt || name }])
  }
  return found
}

/** How often each was read in the last hour, by five minutes, the running ones last. */
export async function findViewsOfHour(ids: number[], now: Date): Promise<Map<number, number[]>> {
  const found = new Map<number, number[]>()
  if (ids.length === 0) return found
  const end = minuteOf(now) + 1
  const first = end - VIEW_STEPS * MINUTES_A_STEP
  const rows = await database()
    .select()
    .from(viewMinutes)
    .where(and(inArray(viewMinutes.articleId, ids), gte(viewMinutes.minute, first), lt(viewMinutes.minute, end)))
  for (const { articleId, minute, count } of rows) {
    const steps = found.get(articleId) ?? noViews()
    const step = Math.floor((minute - first) / MINUTES_A_STEP)
    steps[step] = (steps[step] ?? 0) + count
    found.set(articleId, steps)
  }
  return found
}

/** What is drawn beside a card that nobody read. */
export function noViews(): number[] {
  return new Array<number>(VIEW_STEPS).fill(0)
}

type Row = { section: string } & Pick<
  typeof articles.$inferSelect,
  'id' | 'headline' | 'state' | 'publishedAt' | 'embargoUntil' | 'takeDownAt' | 'binnedAt'
>

function toStory(row: Row): DeskStory {
  const { id, headline, section, state, publishedAt } = row
  return { id, headline, section, state, publishedAt, isPublic: isPublicArticle(row, new Date()) }
}
