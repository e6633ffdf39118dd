import { eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { articles } from '@/db/schema/articles'
import type { Viewer } from '../people/viewer'
import { recordPings } from '../pings/ping-record'
import { noteArrival } from '../saved/announcement-commands'
import { indexArticle } from '../search/search-index'
import { changed, write } from '../write'
import { type ArticleRow, findRow, placesOf, recordAudit } from './article-record'
import type { Move } from './article-states'
import { findMovable } from './authority'
import { noteReceipt } from './receipts/receipt-record'
import { refreshRelated } from './related-commands'
import { recordRevision } from './revision-record'
import { moveVisibility, recordVersion } from './version-record'
import { applyWorkingCopy, isLive } from './working-copy'

/** What every move takes beside its own words: the revision that was looked at; null where nobody looked. */
export type Based = { base?: number | null }

export type Step = Partial<
  Pick<
    ArticleRow,
    | 'state'
    | 'publishedAt'
    | 'embargoUntil'
    | 'takeDownAt'
    | 'killedAt'
    | 'killNotice'
    | 'binnedAt'
    | 'waiver'
    | 'waivedKeys'
    | 'comments'
  >
>

/**
 * One move of an article, as one transaction; a move to where it is already writes nothing.
 *
 * @param base the revision that was looked at
 * @param decide what changes; null for nothing
 * @throws {Refused}
 * @throws {WrongState}
 * @throws {StaleRevision}
 */
export async function move(
  viewer: Viewer,
  id: number,
  name: Move,
  base: number | null,
  decide: (row: ArticleRow) => Step | null,
  detail: Record<string, unknown> = {},
): Promise<void> {
  await write(async (tx) => {
    const before = await findMovable(tx, viewer, id, name, base)
    const step = decide(before)
    if (step) await takeStep(tx, viewer, before, { action: name, step, detail })
  })
}

/** A move inside an open transaction, for the clock and for imports. The caller has checked who asks. */
export async function moveInside(
  tx: Transaction,
  viewer: Viewer,
  id: number,
  action: string,
  decide: (tx: Transaction, row: ArticleRow) => Promise<Step | null>,
): Promise<void> {
  const before = await findRow(tx, id)
  const step = await decide(tx, before)
  if (step) await takeStep(tx, viewer, before, { action, step })
}

/**
 * Writes a step of an article and everything that goes with it: a revision, its place in the record of versions, an audit
 * row, and word of it to pages, searches and other sites.
 *
 * @returns the article as it is now
 */
export async function takeStep(
  tx: Transaction,
  viewer: Viewer,
  before: ArticleRow,
  { action, step, detail = {} }: { action: string; step: Step; detail?: Record<string, unknown> },
): Promise<ArticleRow> {
  const now = new Date()
  const [moved] = await tx
    .update(articles)
    .set({ ...step, revision: before.revision + 1, savedAt: now })
    .where(eq(articles.id, before.id))
    .returning()
  let row = moved as ArticleRow
  // What no reader sees any more has one text: the desk's.
  if (isLive(before) && !isLive(row)) row = (await applyWorkingCopy(tx, row, {})) ?? row
  await recordRevision(tx, viewer, row, action)
  if (row.state === 'published' && before.state !== 'published') {
    // What is dated back was before readers then; what is dated ahead is seen when its time comes.
    const at = row.publishedAt && row.publishedAt < now ? row.publishedAt : now
    await recordVersion(tx, viewer, row, { kind: 'update', note: '' }, at)
  }
  if (step.embargoUntil !== undefined || step.publishedAt !== undefined) await moveVisibility(tx, row)
  await recordAudit(tx, viewer, `article.${action}`, `article:${row.id}`, { from: before.state, ...detail })
  const places = await placesOf(tx, row.id)
  changed(...places)
  await recordPings(tx, [before, row], places)
  await noteArrival(tx, row, now)
  await refreshRelated(tx, row.id)
  await indexArticle(tx, row.id)
  if (isLive(before) || isLive(row)) {
    const keys = [...places, `related:${row.id}` as const, 'corrections' as const]
    await noteReceipt(tx, viewer, { action, versions: [row], keys })
  }
  return row
}
