import type { Transaction } from '@/db/client'
import { articles } from '@/db/schema/articles'
import { Refused, type Viewer } from '../people/viewer'
import { recordPings } from '../pings/ping-record'
import { changed, write } from '../write'
import { type ArticleDraft, type ArticleInput, articleInputSchema, LONGEST_HEADLINE } from './article-input'
import { mayOpen, mayPublish, mayWrite } from './article-policy'
import { type ArticleRow, findRow, freeSlug, placesOf, recordAudit } from './article-record'
import { attach, columnsOf, findSection } from './article-text'
import { findMovable, requireSection, standingOf } from './authority'
import { passGate } from './publish-gate'
import { noteReceipt } from './receipts/receipt-record'
import { recordRevision } from './revision-record'
import { ensureRecord, recordVersion } from './version-record'
import { deskText, dropWorkingCopy, putBeforeReaders } from './working-copy'

/**
 * Makes a draft.
 *
 * @returns the new article's id and where it will be found
 * @throws {Refused} when the viewer may not write, or not in its section
 * @throws {SectionNotFound} when its section does not exist
 */
export async function createArticle(viewer: Viewer, draft: ArticleDraft): Promise<{ id: number; slug: string }> {
  if (!mayWrite(viewer)) throw new Refused(viewer, 'write articles')
  const input = articleInputSchema.parse(draft)
  return write(async (tx) => {
    requireSection(viewer, await findSection(tx, input.section))
    return insertArticle(tx, viewer, input)
  })
}

/**
 * Makes a draft of what the desk has of an article. It is another one: unpublished, with an address, a history and a
 * conversation of its own.
 *
 * @returns the new article's id and where it will be found
 * @throws {ArticleNotFound}
 * @throws {Refused} when the viewer may not open it, or not write in its section
 */
export async function duplicateArticle(viewer: Viewer, id: number): Promise<{ id: number; slug: string }> {
  if (!mayWrite(viewer)) throw new Refused(viewer, 'write articles')
  return write(async (tx) => {
    const row = await findRow(tx, id)
    if (!mayOpen(viewer, await standingOf(tx, viewer, row))) throw new Refused(viewer, `open article ${id}`)
    const { text } = await deskText(tx, row)
    requireSection(viewer, await findSection(tx, text.section))
    const headline = `Copy of ${text.headline}`.slice(0, LONGEST_HEADLINE).trim()
    const made = await insertArticle(tx, viewer, { ...text, headline, slug: null })
    await recordAudit(tx, viewer, 'article.duplicate', `article:${made.id}`, { of: id })
    return made
  })
}

/** Makes a draft inside an open transaction, for commands that do more in one. The caller has checked who asks. */
export async function insertArticle(
  tx: Transaction,
  viewer: Viewer,
  input: ArticleInput,
): Promise<{ id: number; slug: string }> {
  const sectionId = await findSection(tx, input.section)
  const slug = await freeSlug(tx, input.slug ?? input.headline, null)
  const [made] = await tx
    .insert(articles)
    .values({ ...(await columnsOf(tx, input)), sectionId, slug, begunBy: viewer.personId, savedAt: new Date() })
    .returning()
  const row = made as ArticleRow
  await attach(tx, row, input)
  await recordRevision(tx, viewer, row, 'created')
  await recordAudit(tx, viewer, 'article.create', `article:${row.id}`, { headline: row.headline })
  changed(`related:${row.id}`, ...(await placesOf(tx, row.id)))
  return { id: row.id, slug }
}

/**
 * Saves an article anew, whole. A published one changes before its readers' eyes; its old address leads to the new one.
 *
 * @param update when readers are to be told of a substantive update
 * @throws {Refused} when the viewer may not
 * @throws {ChecksFailed} when readers would get it with something missing
 */
export async function rewriteArticle(
  viewer: Viewer,
  id: number,
  draft: ArticleDraft,
  { update = false }: { update?: boolean } = {},
): Promise<void> {
  if (!mayPublish(viewer)) throw new Refused(viewer, `change article ${id}`)
  const input = articleInputSchema.parse(draft)
  await write(async (tx) => {
    const before = await findMovable(tx, viewer, id, 'write')
    requireSection(viewer, await findSection(tx, input.section))
    const savedAt = new Date()
    if (before.state === 'published') await passGate(tx, viewer, before, input, { at: savedAt })
    const placesBefore = await placesOf(tx, id)
    await ensureRecord(tx, viewer, before)
    const more = { savedAt, revision: before.revision + 1, ...(update && { updatedAt: savedAt }) }
    const row = await putBeforeReaders(tx, before, input, more)
    await dropWorkingCopy(tx, id)
    await recordRevision(tx, viewer, row, update ? 'update' : 'minor')
    if (row.state === 'published')
      await recordVersion(tx, viewer, row, { kind: update ? 'update' : 'minor', note: '' }, savedAt)
    await recordAudit(tx, viewer, 'article.rewrite', `article:${id}`, { update })
    const places = [...placesBefore, ...(await placesOf(tx, id))]
    await recordPings(tx, [before, row], places)
    if (row.state === 'published')
      await noteReceipt(tx, viewer, { action: update ? 'update' : 'minor', versions: [before, row], keys: places })
  })
}
