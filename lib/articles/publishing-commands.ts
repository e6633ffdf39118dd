import { eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { articles, corrections } from '@/db/schema/articles'
import type { Viewer } from '../people/viewer'
import { recordPings } from '../pings/ping-record'
import { indexArticle } from '../search/search-index'
import { type ChangeKey, changed, write } from '../write'
import type { CommentMode } from './article'
import { type ArticleRow, placesOf, recordAudit } from './article-record'
import { type Based, move, type Step, takeStep } from './article-steps'
import { findSection, textOf } from './article-text'
import { findMovable, requireSection } from './authority'
import { passGate, type Waived } from './publish-gate'
import { noteReceipt } from './receipts/receipt-record'
import { refreshRelated } from './related-commands'
import { recordRevision } from './revision-record'
import type { ChangeKind } from './version'
import { ensureRecord, moveVisibility, recordVersion } from './version-record'
import { applyWorkingCopy, deskText } from './working-copy'

/** How an article goes out; what is absent stays as it is. */
export type PublishOrder = Based & {
  /** The moment it is dated; now when absent. One that is still to come is what `schedule` is for. */
  at?: Date
  embargoUntil?: Date | null
  takeDownAt?: Date | null
  comments?: CommentMode
  /** What readers of a live article are told of its change. */
  change?: { kind: Exclude<ChangeKind, 'published'>; note: string }
  /** Why it goes out in spite of what the checks found. */
  waiver?: string
}

/**
 * Puts an article before readers; of one that is before them already, what the desk has changed since. Doing it again
 * changes nothing.
 *
 * @throws {WrongState} when it was killed, or lies in the bin
 * @throws {ChecksFailed} when something is missing and nobody waives it
 */
export async function publish(viewer: Viewer, id: number, order: PublishOrder = {}): Promise<void> {
  await write(async (tx) => {
    const before = await findMovable(tx, viewer, id, 'publish', order.base)
    if (before.state === 'published') await updateLive(tx, viewer, before, order)
    else await bringOut(tx, viewer, before, order)
  })
}

/** Has an article published at a moment to come. @throws {WrongState} when it is public already, or was killed */
export async function schedule(viewer: Viewer, id: number, at: Date, order: PublishOrder = {}): Promise<void> {
  await write(async (tx) => {
    const before = await findMovable(tx, viewer, id, 'schedule', order.base)
    if (before.state === 'scheduled' && before.publishedAt?.getTime() === at.getTime() && !hasTerms(order)) return
    const waived = await passGate(tx, viewer, before, await textOf(tx, before), { at, reason: order.waiver })
    const step: Step = { state: 'scheduled', publishedAt: at, ...waived, ...termsOf(order) }
    await takeStep(tx, viewer, before, { action: 'schedule', step, detail: { at, ...noted(waived) } })
  })
}

/** Takes an article off the schedule; it stays ready. */
export function unschedule(viewer: Viewer, id: number, { base = null }: Based = {}): Promise<void> {
  return move(viewer, id, 'unschedule', base, () => ({ state: 'ready', publishedAt: null, waiver: '', waivedKeys: [] }))
}

/** Shows an article to nobody before a moment, whatever its state; null lifts it. */
export async function embargo(viewer: Viewer, id: number, until: Date | null): Promise<void> {
  await move(viewer, id, 'embargo', null, () => ({ embargoUntil: until }), { until })
}

/** Takes an article from readers; its address answers as if it had never been. */
export function unpublish(viewer: Viewer, id: number, { base = null }: Based = {}): Promise<void> {
  return move(viewer, id, 'unpublish', base, (row) => (row.state === 'unpublished' ? null : { state: 'unpublished' }))
}

/**
 * Withdraws a published article and leaves a notice at its address.
 *
 * @param notice what readers are told, and why
 * @throws {WrongState} when it never was public
 */
export function kill(viewer: Viewer, id: number, notice: string, { base = null }: Based = {}): Promise<void> {
  return move(viewer, id, 'kill', base, (row) =>
    row.state === 'killed' ? null : { state: 'killed', killedAt: new Date(), killNotice: notice },
  )
}

/** Takes back a withdrawal: the notice goes, and the article lies with the desk, unpublished. */
export function reinstate(viewer: Viewer, id: number, { base = null }: Based = {}): Promise<void> {
  return move(viewer, id, 'reinstate', base, () => ({ state: 'unpublished', killedAt: null, killNotice: '' }))
}

/** Adds a correction to the record of an article. */
export async function correct(
  viewer: Viewer,
  id: number,
  { kind, text, at = new Date() }: { kind: 'correction' | 'clarification' | 'note'; text: string; at?: Date },
): Promise<void> {
  await write(async (tx) => {
    const row = await findMovable(tx, viewer, id, 'correct')
    await ensureRecord(tx, viewer, row)
    await tx.insert(corrections).values({ articleId: id, kind, text, personId: viewer.personId, publishedAt: at })
    if (row.state === 'published' && kind !== 'note' && at <= new Date())
      await recordVersion(tx, viewer, row, { kind, note: text }, at)
    await recordAudit(tx, viewer, 'article.correct', `article:${id}`, { kind, text })
    changed(`article:${id}`, 'corrections')
    const places = await placesOf(tx, id)
    if (at <= new Date()) await recordPings(tx, [row], places)
    if (row.state === 'published')
      await noteReceipt(tx, viewer, { action: kind, versions: [row], keys: [...places, 'corrections'] })
  })
}

async function bringOut(tx: Transaction, viewer: Viewer, before: ArticleRow, order: PublishOrder): Promise<void> {
  const at = order.at ?? new Date()
  const publishedAt = before.publishedAt && before.state === 'unpublished' ? before.publishedAt : at
  // A time to take it down that has passed would take it down again at once.
  const passed = before.takeDownAt !== null && before.takeDownAt <= new Date() ? { takeDownAt: null } : {}
  const waived = await passGate(tx, viewer, before, await textOf(tx, before), { at: new Date(), reason: order.waiver })
  const step: Step = { state: 'published', publishedAt, ...passed, ...waived, ...termsOf(order) }
  await takeStep(tx, viewer, before, { action: 'publish', step, detail: noted(waived) })
}

/** The desk's text takes the place of what readers have, and readers are told what kind of a change it is. */
async function updateLive(tx: Transaction, viewer: Viewer, before: ArticleRow, order: PublishOrder): Promise<void> {
  const { kind, note } = order.change ?? { kind: 'minor', note: '' }
  const { text, isCopy } = await deskText(tx, before)
  const isTold = kind === 'clarification' || kind === 'correction'
  if (!isCopy && !isTold && !hasTerms(order)) return
  requireSection(viewer, await findSection(tx, text.section))
  const now = new Date()
  const waived = await passGate(tx, viewer, before, text, { at: now, reason: order.waiver })
  await ensureRecord(tx, viewer, before)
  const placesBefore = await placesOf(tx, before.id)
  const more = {
    ...{ revision: before.revision + 1, savedAt: now, ...(kind !== 'minor' && { updatedAt: now }) },
    ...{ ...waived, ...termsOf(order) },
  }
  const row = (await applyWorkingCopy(tx, before, more)) ?? (await updateRow(tx, before.id, more))
  if (isTold) {
    await tx
      .insert(corrections)
      .values({ articleId: row.id, kind, text: note, personId: viewer.personId, publishedAt: now })
    changed('corrections')
  }
  await recordRevision(tx, viewer, row, kind)
  await recordVersion(tx, viewer, row, { kind, note }, now)
  await recordAudit(tx, viewer, 'article.update', `article:${row.id}`, { kind, note, ...noted(waived) })
  // Sitemaps say when it was changed, whether or not its text was.
  changed(`article:${row.id}`, 'articles')
  const places = [...placesBefore, ...(await placesOf(tx, row.id))]
  if (Number(before.embargoUntil) !== Number(row.embargoUntil)) await moveEmbargo(tx, row, places)
  await recordPings(tx, [before, row], places)
  const keys = [...places, ...(isTold ? (['corrections'] as const) : [])]
  await noteReceipt(tx, viewer, { action: kind, versions: [before, row], keys })
}

/** An embargo takes a live article from its readers, or gives it back to them, wherever it stands. */
async function moveEmbargo(tx: Transaction, row: ArticleRow, places: ChangeKey[]): Promise<void> {
  await moveVisibility(tx, row)
  changed(...places)
  await refreshRelated(tx, row.id)
  await indexArticle(tx, row.id)
}

async function updateRow(tx: Transaction, id: number, set: Partial<ArticleRow>): Promise<ArticleRow> {
  const [row] = await tx.update(articles).set(set).where(eq(articles.id, id)).returning()
  return row as ArticleRow
}

function termsOf({ embargoUntil, takeDownAt, comments }: PublishOrder): Step {
  return {
    ...(embargoUntil !== undefined && { embargoUntil }),
    ...(takeDownAt !== undefined && { takeDownAt }),
    ...(comments !== undefined && { comments }),
  }
}

function hasTerms(order: PublishOrder): boolean {
  return Object.keys(termsOf(order)).length > 0
}

/** What the record says of findings that were waived; nothing where there were none. */
function noted({ waiver, waivedKeys }: Waived): Record<string, unknown> {
  return waivedKeys.length > 0 ? { waiver, waivedKeys } : {}
}
