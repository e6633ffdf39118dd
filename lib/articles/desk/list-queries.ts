import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lt, ne, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { database } from '@/db/client'
import { articles, revisions, sections } from '@/db/schema/articles'
import { people } from '@/db/schema/people'
import { dayInZone, zonedToDate } from '../../dates'
import { Refused, type Viewer } from '../../people/viewer'
import type { ArticleState } from '../article'
import { isOpenTo, isOwnOf, mayWrite, WRITING_ROLES } from '../article-policy'
import { hasWords } from './find-articles-sql'
import type { ListFilter, View } from './list-input'

export type DeskLine = {
  id: number
  headline: string
  kicker: string
  section: string
  state: ArticleState
  assignee: string | null
  deadlineAt: Date | null
  publishedAt: Date | null
  words: number
  savedAt: Date
  savedBy: string | null
  isLegalWanted: boolean
  isPictureWanted: boolean
}

export const PAGE_SIZE = 50
/** Beyond this nobody counts: it is “1,000 and more”. */
export const MOST_COUNTED = 1000
const LAST_PAGE = 200

/**
 * A page of the desk's list, for this viewer.
 *
 * @returns how many there are in all, counted up to `MOST_COUNTED` + 1
 * @throws {Refused} when the viewer does not write
 */
export async function listArticles(
  viewer: Viewer,
  filter: ListFilter,
  wanted: number,
  zone: string,
): Promise<{ lines: DeskLine[]; page: number; pages: number; total: number }> {
  if (!mayWrite(viewer)) throw new Refused(viewer, 'see the list of the desk')
  const condition = conditionOf(viewer, filter, await sectionId(filter.section), new Date(), zone)
  const some = database()
    .select({ one: sql`1` })
    .from(articles)
    .where(condition)
    .limit(MOST_COUNTED + 1)
    .as('some')
  const [counted] = await database().select({ total: sql<number>`count(*)` }).from(some)
  const total = counted?.total ?? 0
  const pages = Math.max(1, Math.ceil(Math.min(total, MOST_COUNTED) / PAGE_SIZE))
  const page = Math.min(Math.max(1, wanted), total > MOST_COUNTED ? LAST_PAGE : pages)
  return { lines: await linesOf(condition, filter, page), page, pages: Math.max(pages, page), total }
}

/** Whom an article can be given to: everyone who writes, by name. */
export async function assignable(viewer: Viewer): Promise<{ id: number; name: string }[]> {
  if (!mayWrite(viewer)) throw new Refused(viewer, 'see who writes')
  return database()
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.role, WRITING_ROLES))
    .orderBy(asc(people.name))
    .limit(500)
}

async function linesOf(condition: SQL, filter: ListFilter, page: number): Promise<DeskLine[]> {
  const saver = alias(people, 'saver')
  const order =
    filter.sort === 'deadline'
      ? [asc(articles.deadlineAt), desc(articles.id)]
      : [desc(articles.savedAt), desc(articles.id)]
  const ids = await database()
    .select({ id: articles.id })
    .from(articles)
    .where(condition)
    .orderBy(...order)
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)
  if (ids.length === 0) return []
  const rows = await database()
    .select({ article: columns, section: sections.name, assignee: people.name, savedBy: saver.name })
    .from(articles)
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .leftJoin(people, eq(people.id, articles.assigneeId))
    .leftJoin(revisions, and(eq(revisions.articleId, articles.id), eq(revisions.number, articles.revision)))
    .leftJoin(saver, eq(saver.id, revisions.personId))
    .where(
      inArray(
        articles.id,
        ids.map(({ id }) => id),
      ),
    )
  const byId = new Map(rows.map(({ article, ...more }) => [article.id, { ...article, ...more }]))
  return ids.flatMap(({ id }) => {
    const row = byId.get(id)
    if (!row) return []
    const { legalWantedAt, pictureWantedAt, ...line } = row
    return [{ ...line, isLegalWanted: legalWantedAt !== null, isPictureWanted: pictureWantedAt !== null }]
  })
}

const columns = {
  ...{ id: articles.id, headline: articles.headline, kicker: articles.kicker, state: articles.state },
  ...{ deadlineAt: articles.deadlineAt, publishedAt: articles.publishedAt, words: articles.words },
  ...{ savedAt: articles.savedAt, legalWantedAt: articles.legalWantedAt, pictureWantedAt: articles.pictureWantedAt },
}

function conditionOf(viewer: Viewer, filter: ListFilter, section: number | null, now: Date, zone: string): SQL {
  const { view, words, state, assignee, sort } = filter
  return and(
    isOpenTo(viewer),
    VIEW_CONDITIONS[view](viewer, now, zone),
    view === 'bin' ? isNotNull(articles.binnedAt) : isNull(articles.binnedAt),
    state ? eq(articles.state, state) : undefined,
    section !== null ? eq(articles.sectionId, section) : undefined,
    assignee ? eq(articles.assigneeId, Number(assignee)) : undefined,
    // In the order of deadlines stand those that have one.
    sort === 'deadline' ? isNotNull(articles.deadlineAt) : undefined,
    hasWords(words) ?? undefined,
  ) as SQL
}

type ViewCondition = (viewer: Viewer, now: Date, zone: string) => SQL | undefined

const VIEW_CONDITIONS: Record<View, ViewCondition> = {
  all: () => undefined,
  mine: (viewer) => isOwnOf(viewer),
  editing: () => eq(articles.state, 'in_review'),
  ready: () => eq(articles.state, 'ready'),
  scheduled: () => eq(articles.state, 'scheduled'),
  today: (_, now, zone) =>
    and(eq(articles.state, 'published'), gte(articles.publishedAt, dayBegin(now, zone)), lt(articles.publishedAt, now)),
  picture: () => isNotNull(articles.pictureWantedAt),
  legal: () => isNotNull(articles.legalWantedAt),
  late: (_, now) => and(isNotNull(articles.deadlineAt), lt(articles.deadlineAt, now), ne(articles.state, 'published')),
  bin: () => undefined,
}

function dayBegin(now: Date, zone: string): Date {
  return zonedToDate(`${dayInZone(now, zone)}T00:00:00`, zone) ?? now
}

/** The id of a section by its slug; null when none was asked for, 0 for one that there is not. */
async function sectionId(slug: string): Promise<number | null> {
  if (!slug) return null
  const [row] = await database().select({ id: sections.id }).from(sections).where(eq(sections.slug, slug))
  return row?.id ?? 0
}
