import { and, asc, count, desc, eq, gt, inArray, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles, sections } from '@/db/schema/articles'
import { mails } from '@/db/schema/mails'
import { isOpenTo, mayPublish } from '../articles/article-policy'
import { openArticles, presenceOf } from '../articles/editing/presence'
import { readEnvironment } from '../env'
import { mayModerateSomewhere } from '../moderation/moderation-policy'
import { NO_FILTER } from '../moderation/queue'
import { countQueue } from '../moderation/queue-queries'
import { checkBackups, checkDisk, checkMail, type Finding } from '../operating/health-check'
import { paths } from '../paths'
import { isStaff } from '../people/person-policy'
import { Refused, type Viewer } from '../people/viewer'

/** An article as the overview names it. */
export type OverviewArticle = { id: number; headline: string; section: string; at: Date | null; isLate: boolean }

/** How many wait in one place, and where that is. */
export type QueueSize = { name: string; address: string; size: number }

export type Overview = {
  /** Scheduled, the next one first; late is what should be out already. */
  due: OverviewArticle[]
  /** For an editor what was handed in or given to them, for an author their own drafts; the latest first. */
  waiting: OverviewArticle[]
  /** What somebody has open now, and who. */
  open: (OverviewArticle & { by: string[] })[]
  /** The queues that the viewer works on. */
  queues: QueueSize[]
  /** How the house is, for admins; empty for everyone else. */
  health: Finding[]
}

const SHOWN = 8

/** What the viewer should know first. @throws {Refused} when the viewer is no staff */
export async function getOverview(viewer: Viewer): Promise<Overview> {
  if (!isStaff(viewer)) throw new Refused(viewer, 'see the newsroom')
  const [due, waiting, open, queues, health] = await Promise.all([
    findDue(viewer),
    findWaiting(viewer),
    findOpen(viewer),
    measureQueues(viewer),
    viewer.role === 'admin' ? examineHouse() : [],
  ])
  return { due, waiting, open, queues, health }
}

function findDue(viewer: Viewer): Promise<OverviewArticle[]> {
  const where = and(eq(articles.state, 'scheduled'), onDesk(viewer)) as SQL
  return find(where, sql`${articles.publishedAt}`, asc(articles.publishedAt))
}

function findWaiting(viewer: Viewer): Promise<OverviewArticle[]> {
  const given = and(eq(articles.assigneeId, viewer.personId ?? 0), eq(articles.state, 'draft'))
  const handedIn = or(inArray(articles.state, ['in_review', 'ready']), given)
  const begun = inArray(articles.state, ['draft', 'in_review'])
  const where = and(mayPublish(viewer) ? handedIn : begun, onDesk(viewer)) as SQL
  return find(where, sql`${articles.savedAt}`, desc(articles.savedAt))
}

async function findOpen(viewer: Viewer): Promise<Overview['open']> {
  const ids = openArticles()
  if (ids.length === 0) return []
  const where = and(inArray(articles.id, ids), onDesk(viewer)) as SQL
  const found = await find(where, sql`${articles.savedAt}`, desc(articles.savedAt))
  const names = presenceOf(found.map(({ id }) => id))
  return found.map((article) => ({ ...article, by: names.get(article.id) ?? [] }))
}

/** What the viewer may open and is not in the bin: the headline of what they may not is not theirs to see either. */
function onDesk(viewer: Viewer): SQL {
  return and(isNull(articles.binnedAt), isOpenTo(viewer)) as SQL
}

async function measureQueues(viewer: Viewer): Promise<QueueSize[]> {
  const [desk, comments] = await Promise.all([measureDesk(viewer), measureComments(viewer)])
  return [...desk, ...comments]
}

const DESK_QUEUES = [
  ['In review', 'in_review', 'editing'],
  ['Ready', 'ready', 'ready'],
  ['Scheduled', 'scheduled', 'scheduled'],
] as const

async function measureDesk(viewer: Viewer): Promise<QueueSize[]> {
  if (!mayPublish(viewer)) return []
  const rows = await database()
    .select({ state: articles.state, size: count() })
    .from(articles)
    .where(and(inArray(articles.state, ['in_review', 'ready', 'scheduled']), onDesk(viewer)))
    .groupBy(articles.state)
  const sizes = new Map(rows.map(({ state, size }) => [state, size]))
  return DESK_QUEUES.map(([name, state, view]) => ({
    ...{ name, size: sizes.get(state) ?? 0 },
    address: paths.deskArticles(`view=${view}`),
  }))
}

const COMMENT_QUEUES = [
  ['Comments pending', 'pending'],
  ['Comments reported', 'reported'],
] as const

async function measureComments(viewer: Viewer): Promise<QueueSize[]> {
  if (!mayModerateSomewhere(viewer)) return []
  const sizes = await countQueue(viewer, NO_FILTER)
  return COMMENT_QUEUES.map(([name, tab]) => ({
    ...{ name, size: sizes[tab] },
    address: paths.moderation(`?tab=${tab}`),
  }))
}

async function find(where: SQL, at: SQL, order: SQL): Promise<OverviewArticle[]> {
  const rows = await database()
    .select({ id: articles.id, headline: articles.headline, section: sections.name, at: at as SQL<number | null> })
    .from(articles)
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .where(where)
    .orderBy(order)
    .limit(SHOWN)
  const now = Date.now()
  return rows.map((row) => ({
    ...row,
    at: row.at === null ? null : new Date(row.at),
    isLate: row.at !== null && row.at < now,
  }))
}

async function examineHouse(): Promise<Finding[]> {
  const environment = readEnvironment()
  return [checkMail(environment), await checkQueue(), checkBackups(environment.dataDir), checkDisk(environment.dataDir)]
}

/** Whether mails go out: what waits for longer than it should, and what was given up. */
async function checkQueue(): Promise<Finding> {
  const day = new Date(Date.now() - 86_400_000)
  const isWaiting = and(isNull(mails.sentAt), isNull(mails.givenUpAt))
  const isStuck = and(isWaiting, lte(mails.createdAt, new Date(Date.now() - 5 * 60_000)))
  const total = async (where: SQL | undefined) =>
    (await database().select({ total: count() }).from(mails).where(and(sql`true`, where)))[0]?.total ?? 0
  const [stuck, lost] = [await total(isStuck), await total(and(isNotNull(mails.givenUpAt), gt(mails.givenUpAt, day)))]
  if (lost > 0)
    return { state: 'fail', about: 'mails', words: `${lost} were given up within a day: try the mail server` }
  if (stuck > 0) return { state: 'warn', about: 'mails', words: `${stuck} wait for more than five minutes` }
  return { state: 'ok', about: 'mails', words: 'none waits' }
}
