import { eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { articles, corrections } from '@/db/schema/articles'
import { Refused, type Viewer } from '../people/viewer'
import { recordPings } from '../pings/ping-record'
import { indexArticle } from '../search/search-index'
import { changed, write } from '../write'
import type { ArticleState } from './article'
import { mayPublish } from './article-policy'
import { type ArticleRow, findRow, placesOf, recordAudit, recordRevision } from './article-record'
import { refreshRelated } from './related-commands'

/** What was asked does not follow from the state the article is in. */
export class WrongState extends Error {
  constructor(id: number, state: ArticleState, action: string) {
    super(`Article ${id} is ${state.replace('_', ' ')}: it cannot be ${action}.`)
    this.name = 'WrongState'
  }
}

/**
 * Puts an article before readers. Doing it again changes nothing.
 *
 * @param at the moment it is dated; now when absent. One that is still to come is what `schedule` is for.
 * @throws {WrongState} when it was killed
 */
export function publish(viewer: Viewer, id: number, { at = new Date() }: { at?: Date } = {}): Promise<void> {
  return move(viewer, id, 'published', async (_, row) => {
    if (row.state === 'killed') throw new WrongState(id, row.state, 'published')
    if (row.state === 'published') return null
    return { state: 'published', publishedAt: row.publishedAt && row.state === 'unpublished' ? row.publishedAt : at }
  })
}

/** Has an article published at a moment to come. @throws {WrongState} when it is public already, or was killed */
export function schedule(viewer: Viewer, id: number, at: Date): Promise<void> {
  return move(viewer, id, 'scheduled', async (_, row) => {
    if (row.state === 'published' || row.state === 'killed') throw new WrongState(id, row.state, 'scheduled')
    return { state: 'scheduled', publishedAt: at }
  })
}

/** Shows an article to nobody before a moment, whatever its state; null lifts it. */
export function embargo(viewer: Viewer, id: number, until: Date | null): Promise<void> {
  return move(viewer, id, 'embargoed', async () => ({ embargoUntil: until }))
}

/** Takes an article from readers; its address answers as if it had never been. */
export function unpublish(viewer: Viewer, id: number): Promise<void> {
  return move(viewer, id, 'unpublished', async (_, row) => {
    if (row.state === 'killed') throw new WrongState(id, row.state, 'unpublished')
    return row.state === 'unpublished' ? null : { state: 'unpublished' }
  })
}

/**
 * Withdraws a published article and leaves a notice at its address.
 *
 * @param notice what readers are told, and why
 * @throws {WrongState} when it never was public
 */
export function kill(viewer: Viewer, id: number, notice: string): Promise<void> {
  return move(viewer, id, 'killed', async (_, row) => {
    if (row.state === 'killed') return null
    if (row.state !== 'published') throw new WrongState(id, row.state, 'killed')
    return { state: 'killed', killedAt: new Date(), killNotice: notice }
  })
}

/** Adds a correction to the record of an article. */
export async function correct(
  viewer: Viewer,
  id: number,
  { kind, text, at = new Date() }: { kind: 'correction' | 'clarification' | 'note'; text: string; at?: Date },
): Promise<void> {
  if (!mayPublish(viewer)) throw new Refused(viewer, `correct article ${id}`)
  await write(async (tx) => {
    const row = await findRow(tx, id)
    await tx.insert(corrections).values({ articleId: id, kind, text, personId: viewer.personId, publishedAt: at })
    await recordAudit(tx, viewer, 'article.correct', `article:${id}`, { kind, text })
    changed(`article:${id}`, 'corrections')
    if (at <= new Date()) await recordPings(tx, [row], await placesOf(tx, id))
  })
}

type Step = Partial<Pick<ArticleRow, 'state' | 'publishedAt' | 'embargoUntil' | 'killedAt' | 'killNotice'>>

/** One move of an article between states, as one transaction; a move to where it is already writes nothing. */
async function move(
  viewer: Viewer,
  id: number,
  action: string,
  decide: (tx: Transaction, row: ArticleRow) => Promise<Step | null>,
): Promise<void> {
  if (!mayPublish(viewer)) throw new Refused(viewer, `have article ${id} ${action}`)
  await write((tx) => moveInside(tx, viewer, id, action, decide))
}

/** The same inside an open transaction. The caller has checked who asks. */
export async function moveInside(
  tx: Transaction,
  viewer: Viewer,
  id: number,
  action: string,
  decide: (tx: Transaction, row: ArticleRow) => Promise<Step | null>,
): Promise<void> {
  const before = await findRow(tx, id)
  const step = await decide(tx, before)
  if (!step) return
  const [row] = await tx
    .update(articles)
    .set({ ...step, revision: before.revision + 1, savedAt: new Date() })
    .where(eq(articles.id, id))
    .returning()
  await recordRevision(tx, viewer, row as ArticleRow, action)
  await recordAudit(tx, viewer, `article.${action}`, `article:${id}`, { from: before.state })
  const places = await placesOf(tx, id)
  changed(...places)
  await recordPings(tx, [before, row as ArticleRow], places)
  await refreshRelated(tx, id)
  await indexArticle(tx, id)
}
