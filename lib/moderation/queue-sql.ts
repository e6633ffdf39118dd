import { type AnyColumn, and, count, eq, exists, gt, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles, sections } from '@/db/schema/articles'
import { commentReports, comments } from '@/db/schema/comments'
import { contains } from '../contains'
import type { Viewer } from '../people/viewer'
import { moderatedSections } from './moderation-policy'
import type { QueueFilter, Tab } from './queue'
import { withinSections } from './within-sections'

/** A comment that nobody looked at is new for so many days. */
const NEW_DAYS = 7

/** A moment is set. SQLite finds such rows by an index when they are asked for like this, and not by “is not null”. */
const isSet = (moment: AnyColumn) => gt(moment, new Date(0))

/** What is asked for, with the names that the person's is a part of; null as long as nobody looked for them. */
export type Asked = QueueFilter & { signers: string[] | null }

/** The comments of a tab, in the sections that the viewer moderates; over comments. */
function inQueue(viewer: Viewer, tab: Tab, filter: Asked): SQL {
  return and(ofTab(tab), isSigned(filter), underArticles(articlesAsked(viewer, filter))) as SQL
}

const ofTab = (tab: Tab) => and(inTab(tab), isNull(comments.deletedAt)) as SQL

function isSigned({ person, signers }: Asked): SQL | undefined {
  if (person === null || signers === null) return person === null ? undefined : contains(comments.signature, person)
  // With a plus it is looked at in the order of the list, and not found by the index of names.
  return sql`+${comments.signature} in (select value from ${each(signers)})`
}

const each = (names: string[]) => sql`json_each(${JSON.stringify(names)}) as signer`

/** The names with this part in them that comments are signed with: from one to the next in their index, as most sign many. */
export async function findSigners(part: string): Promise<string[]> {
  const { signature, deletedAt } = comments
  const rows = database().all<{ name: string }>(sql`
    with recursive signer(name) as (
      select min(${signature}) from ${comments} where ${deletedAt} is null
      union all
      select (select min(${signature}) from ${comments} where ${deletedAt} is null and ${signature} > signer.name)
      from signer where name is not null
    ) select name from signer where ${contains(sql`name`, part)}`)
  return rows.map(({ name }) => name)
}

/** The articles whose comments are asked for; over articles, and null for all of them. */
function articlesAsked(viewer: Viewer, { section, story }: QueueFilter): SQL | null {
  if (moderatedSections(viewer) === null && section === null && story === null) return null
  const ofSection = database()
    .select({ id: sections.id })
    .from(sections)
    .where(eq(sections.slug, section ?? ''))
  return and(
    withinSections(viewer),
    section === null ? undefined : inArray(articles.sectionId, ofSection),
    story === null ? undefined : or(eq(articles.slug, story), contains(articles.headline, story)),
  ) as SQL
}

/** Not a join: few comments wait under many articles, and each of them is looked at, not each article. */
function underArticles(asked: SQL | null): SQL | undefined {
  if (asked === null) return undefined
  const isTheirs = and(eq(articles.id, comments.articleId), asked)
  return exists(database().select({ id: articles.id }).from(articles).where(isTheirs))
}

/**
 * What is decided is nearly all that was ever said. Where only some people or articles are asked for, it is found along
 * them, by an index that has all that is asked (`comments_signed`, `comments_recorded`): the others are not touched.
 */
const RECORDS: ReadonlySet<Tab> = new Set(['approved', 'rejected'])

/** Whether the names of a person are looked for before their comments are. */
export const isRecord = (tab: Tab): boolean => RECORDS.has(tab)

/** The comments of a record along the people or the articles that are asked for; null where neither is. */
function alongRecord(viewer: Viewer, tab: Tab, filter: Asked) {
  const asked = articlesAsked(viewer, filter)
  if (!RECORDS.has(tab)) return null
  if (filter.signers !== null) {
    const isTheirs = eq(comments.signature, sql`signer.value`)
    return database()
      .select({ id: comments.id })
      .from(each(filter.signers))
      .crossJoin(comments)
      .where(and(isTheirs, ofTab(tab), underArticles(asked)))
  }
  if (asked === null) return null
  return database()
    .select({ id: comments.id })
    .from(articles)
    .crossJoin(comments)
    .where(and(eq(comments.articleId, articles.id), ofTab(tab), asked))
}

/** How many comments are in a tab. */
export async function countInQueue(viewer: Viewer, tab: Tab, filter: Asked): Promise<number> {
  const found = alongRecord(viewer, tab, filter)
  const counted = database().select({ total: count() })
  const [row] = await (found
    ? counted.from(found.as('found'))
    : counted.from(comments).where(inQueue(viewer, tab, filter)))
  return row?.total ?? 0
}

/** So few are put in order faster than they are found among all others in their order. */
const FEW = 2000

/** The comments of a tab as a condition, found in the way that suits how many they are; over comments. */
export function inQueueOf(total: number, viewer: Viewer, tab: Tab, filter: Asked): SQL {
  const found = total > FEW ? null : alongRecord(viewer, tab, filter)
  return found ? inArray(comments.id, found) : inQueue(viewer, tab, filter)
}

function inTab(tab: Tab): SQL | undefined {
  switch (tab) {
    case 'pending':
      return and(eq(comments.state, 'pending'), isNull(comments.escalatedAt))
    case 'reported':
      return gt(comments.openReports, 0)
    case 'illegal': {
      const open = and(eq(commentReports.isIllegal, true), isNull(commentReports.decidedAt))
      const ids = database().select({ id: commentReports.commentId }).from(commentReports).where(open)
      return inArray(comments.id, ids)
    }
    case 'new': {
      const since = new Date(Date.now() - NEW_DAYS * 86_400_000)
      return and(eq(comments.state, 'approved'), isNull(comments.decidedAt), gt(comments.createdAt, since))
    }
    case 'approved':
      return and(eq(comments.state, 'approved'), isSet(comments.decidedAt))
    case 'rejected':
      return inArray(comments.state, ['rejected', 'spam'])
    case 'escalated':
      return isSet(comments.escalatedAt)
    case 'appeals':
      return and(isSet(comments.appealedAt), isNull(comments.appealDecidedAt))
  }
}
