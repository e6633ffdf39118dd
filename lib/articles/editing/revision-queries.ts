import { and, asc, desc, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { database } from '@/db/client'
import { revisions } from '@/db/schema/articles'
import { people } from '@/db/schema/people'
import { Refused, type Viewer } from '../../people/viewer'
import { mayOpen } from '../article-policy'
import { type ArticleRow, findRow } from '../article-record'
import { standingOf } from '../authority'
import type { ArticleContent } from '../merge/merge-content'
import { contentAt } from './desk-content'
import { type Session, sessionsOf } from './revision-sessions'

export type RevisionLine = {
  number: number
  at: Date
  by: string
  personId: number | null
  reason: string
  keptAt: Date | null
  keptBy: string | null
}

/** How many of the latest revisions are listed. */
const LISTED = 2000

/**
 * The revisions of an article, latest first, in sessions: what one person saved in one go.
 *
 * @throws {ArticleNotFound}
 * @throws {Refused}
 */
export async function listSessions(
  viewer: Viewer,
  articleId: number,
): Promise<{ row: ArticleRow; sessions: Session[] }> {
  const row = await requireOpen(viewer, articleId)
  const keeper = alias(people, 'keeper')
  const { number, savedAt, reason, personId, keptAt } = revisions
  const found = await database()
    .select({ number, at: savedAt, by: people.name, personId, reason, keptAt, keptBy: keeper.name })
    .from(revisions)
    .leftJoin(people, eq(people.id, revisions.personId))
    .leftJoin(keeper, eq(keeper.id, revisions.keptBy))
    .where(eq(revisions.articleId, articleId))
    .orderBy(desc(revisions.number))
    .limit(LISTED)
  const lines = found.map((line): RevisionLine => ({ ...line, by: line.by ?? 'The house' }))
  return { row, sessions: sessionsOf(lines) }
}

export type RevisionText = { number: number; at: Date; content: ArticleContent }

/** Two revisions of an article, the older first; null for one that there is not. @throws {Refused} */
export async function comparedRevisions(
  viewer: Viewer,
  articleId: number,
  [one, other]: [number, number],
): Promise<[RevisionText, RevisionText] | null> {
  await requireOpen(viewer, articleId)
  const numbers = [Math.min(one, other), Math.max(one, other)] as const
  const [older, newer] = await Promise.all(numbers.map((number) => contentAt(database(), articleId, number)))
  if (!older || !newer) return null
  return [
    { number: numbers[0], content: older.content, at: older.savedAt },
    { number: numbers[1], content: newer.content, at: newer.savedAt },
  ]
}

/** The number of the first revision that there is. */
export async function firstRevision(articleId: number): Promise<number | null> {
  const [row] = await database()
    .select({ number: revisions.number })
    .from(revisions)
    .where(and(eq(revisions.articleId, articleId)))
    .orderBy(asc(revisions.number))
    .limit(1)
  return row?.number ?? null
}

async function requireOpen(viewer: Viewer, articleId: number): Promise<ArticleRow> {
  const db = database()
  const row = await findRow(db, articleId)
  if (!mayOpen(viewer, await standingOf(db, viewer, row))) throw new Refused(viewer, `see the history of ${articleId}`)
  return row
}
