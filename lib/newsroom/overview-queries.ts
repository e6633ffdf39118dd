import { and, asc, count, desc, eq, gt, inArray, isNotNull, isNull, lte, type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles, bylines, sections } from '@/db/schema/articles'
import { comments } from '@/db/schema/comments'
import { mails } from '@/db/schema/mails'
import { authors } from '@/db/schema/people'
import { mayPublish } from '../articles/article-policy'
import { readEnvironment } from '../env'
import { checkBackups, checkDisk, checkMail, type Finding } from '../operating/health-check'
import { isStaff } from '../people/person-policy'
import { Refused, type Viewer } from '../people/viewer'

/** An article as the overview names it. */
export type OverviewArticle = { id: number; headline: string; section: string; at: Date | null; isLate: boolean }

export type Overview = {
  /** Scheduled, the next one first; late is what should be out already. */
  due: OverviewArticle[]
  /** For an editor what was handed in, for an author their own drafts; the latest first. */
  waiting: OverviewArticle[]
  /** Comments that wait for a moderator; null for whoever does not moderate. */
  pendingComments: number | null
  /** How the house is, for admins; empty for everyone else. */
  health: Finding[]
}

const SHOWN = 8

/** What the viewer should know first. @throws {Refused} when the viewer is no staff */
export async function getOverview(viewer: Viewer): Promise<Overview> {
  if (!isStaff(viewer)) throw new Refused(viewer, 'see the newsroom')
  const [due, waiting, pendingComments, health] = await Promise.all([
    findDue(viewer),
    findWaiting(viewer),
    countPending(viewer),
    viewer.role === 'admin' ? examineHouse() : [],
  ])
  return { due, waiting, pendingComments, health }
}

function findDue(viewer: Viewer): Promise<OverviewArticle[]> {
  const where = and(eq(articles.state, 'scheduled'), isNull(articles.binnedAt), within(viewer)) as SQL
  return find(where, sql`${articles.publishedAt}`, asc(articles.publishedAt))
}

function findWaiting(viewer: Viewer): Promise<OverviewArticle[]> {
  if (viewer.role === 'moderator') return Promise.resolve([])
  const states = mayPublish(viewer) ? (['in_review', 'ready'] as const) : (['draft', 'in_review'] as const)
  const where = and(inArray(articles.state, [...states]), isNull(articles.binnedAt), within(viewer)) as SQL
  return find(where, sql`${articles.savedAt}`, desc(articles.savedAt))
}

/** What is within the viewer's limits: an author's own, an editor's sections. Never nothing. */
function within(viewer: Viewer): SQL {
  if (viewer.role === 'author') {
    return sql`exists (select 1 from ${bylines} join ${authors} on ${authors.id} = ${bylines.authorId}
      where ${bylines.articleId} = ${articles.id} and ${authors.personId} = ${viewer.personId ?? 0})`
  }
  if (viewer.role === 'admin' || viewer.sections === null) return sql`true`
  return viewer.sections.length > 0 ? inArray(articles.sectionId, [...viewer.sections]) : sql`false`
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

async function countPending(viewer: Viewer): Promise<number | null> {
  if (viewer.role === 'author') return null
  const inSections =
    viewer.role === 'admin' || viewer.sections === null
      ? sql`true`
      : inArray(articles.sectionId, viewer.sections.length > 0 ? [...viewer.sections] : [0])
  const [row] = await database()
    .select({ total: count() })
    .from(comments)
    .innerJoin(articles, eq(articles.id, comments.articleId))
    .where(and(eq(comments.state, 'pending'), isNull(comments.deletedAt), inSections))
  return row?.total ?? 0
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
