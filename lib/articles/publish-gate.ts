import type { Transaction } from '@/db/client'
import { readEnvironment } from '../env'
import type { Viewer } from '../people/viewer'
import type { ArticleInput } from './article-input'
import type { ArticleRow } from './article-record'
import { checkFacts } from './check-facts'
import { findLock, requireUnlocked } from './editing/article-lock'
import { type Finding, findingsOf, isBlocking } from './publish-checks'

/** The publish checks found something that keeps the article from going out. */
export class ChecksFailed extends Error {
  constructor(
    id: number,
    readonly findings: Finding[],
  ) {
    super(`Article ${id} cannot go out yet: ${findings.map(({ words }) => words).join(' ')}`)
    this.name = 'ChecksFailed'
  }
}

/** What was let past the checks, and why; empty when there was nothing to let past. */
export type Waived = { waiver: string; waivedKeys: string[] }

/**
 * Everything that the checks say of a text of an article.
 *
 * @param at when it is to go out
 */
export async function lookOver(tx: Transaction, row: ArticleRow, text: ArticleInput, at: Date): Promise<Finding[]> {
  const { siteUrl } = readEnvironment()
  return findingsOf(await checkFacts(tx, { articleId: row.id, text, at, siteUrl }))
}

/**
 * The gate that every text passes on its way to readers, by whatever door. Whoever may publish may waive what it finds,
 * with a reason that stays on record. The house itself (imports, the operator's tool) is not held up: what it lets past
 * is on record in the same way.
 *
 * @param reason why what blocks is to be waived
 * @throws {ChecksFailed} when something blocks and nobody waives it
 * @throws {ArticleLocked} when somebody else holds the article
 */
export async function passGate(
  tx: Transaction,
  viewer: Viewer,
  row: ArticleRow,
  text: ArticleInput,
  { at, reason = '' }: { at: Date; reason?: string },
): Promise<Waived> {
  if (viewer.personId !== null) await requireUnlocked(tx, viewer, row.id)
  const blocking = (await lookOver(tx, row, text, at)).filter(isBlocking)
  if (blocking.length === 0) return { waiver: '', waivedKeys: [] }
  const waiver = reason.trim() || (viewer.personId === null ? `By the ${viewer.name}.` : '')
  if (!waiver) throw new ChecksFailed(row.id, blocking)
  return { waiver, waivedKeys: blocking.map(({ key }) => key) }
}

/** What blocks an article whose time has come, and was not waived when it was scheduled. */
export async function findHindrances(
  tx: Transaction,
  row: ArticleRow,
  text: ArticleInput,
  at: Date,
): Promise<Finding[]> {
  const lock = await findLock(tx, row.id)
  if (lock) return [{ level: 'blocking', key: 'held', words: `${lock.by} holds it: ${lock.reason}`, field: 'form' }]
  const blocking = (await lookOver(tx, row, text, at)).filter(isBlocking)
  return blocking.filter(({ key }) => !row.waivedKeys.includes(key))
}
