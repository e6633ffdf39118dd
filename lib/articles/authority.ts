import { and, eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { bylines } from '@/db/schema/articles'
import { authors } from '@/db/schema/people'
import { mayInSection } from '../people/person-policy'
import { Refused, type Viewer } from '../people/viewer'
import type { ArticleState } from './article'
import { type ArticleRow, findRow } from './article-record'
import { MOVES, type Move, obstacleTo, type Standing } from './article-states'

/** What was asked does not follow from the state the article is in. */
export class WrongState extends Error {
  constructor(id: number, state: ArticleState | 'in the bin', action: string) {
    super(`Article ${id} is ${state.replace('_', ' ')}: it cannot be ${action}.`)
    this.name = 'WrongState'
  }
}

/** Somebody saved the article after the one who asks had seen it. */
export class StaleRevision extends Error {
  constructor(
    id: number,
    readonly base: number,
    readonly current: number,
  ) {
    super(`Article ${id} was saved by somebody else meanwhile. Look at what changed, then do it again.`)
    this.name = 'StaleRevision'
  }
}

/** What the rules of moves look at, for one article and the one who asks. */
export async function standingOf(tx: Transaction, viewer: Viewer, row: ArticleRow): Promise<Standing> {
  const { state, sectionId, binnedAt } = row
  return { state, sectionId, binnedAt, isOwn: await isOwn(tx, viewer, row) }
}

/**
 * The article, when this viewer may make this move with it now.
 *
 * @param base the revision that they saw; null where nobody looked at one
 * @throws {ArticleNotFound}
 * @throws {Refused} when they may not
 * @throws {WrongState} when it does not follow from its state
 * @throws {StaleRevision} when somebody saved it since
 */
export async function findMovable(
  tx: Transaction,
  viewer: Viewer,
  id: number,
  move: Move,
  base: number | null = null,
): Promise<ArticleRow> {
  const row = await findRow(tx, id)
  const obstacle = obstacleTo(move, viewer, await standingOf(tx, viewer, row))
  const { done } = MOVES[move]
  if (obstacle === 'not allowed') throw new Refused(viewer, `have article ${id} ${done}`)
  if (obstacle === 'wrong state') throw new WrongState(id, row.binnedAt ? 'in the bin' : row.state, done)
  if (base !== null && base !== row.revision) throw new StaleRevision(id, base, row.revision)
  return row
}

/** @throws {Refused} when the section is beyond the viewer's limits */
export function requireSection(viewer: Viewer, sectionId: number): void {
  if (mayInSection(viewer, sectionId)) return
  throw new Refused(viewer, 'put an article into a section that they do not work in')
}

async function isOwn(tx: Transaction, { personId }: Viewer, row: ArticleRow): Promise<boolean> {
  if (personId === null) return false
  if (row.begunBy === personId || row.assigneeId === personId) return true
  const named = await tx
    .select({ id: bylines.authorId })
    .from(bylines)
    .innerJoin(authors, eq(authors.id, bylines.authorId))
    .where(and(eq(bylines.articleId, row.id), eq(authors.personId, personId)))
    .limit(1)
  return named.length > 0
}
