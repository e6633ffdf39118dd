import { and, eq, inArray } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { articles } from '@/db/schema/articles'
import { media } from '@/db/schema/media'
import { workingCopies, workingCopyMedia } from '@/db/schema/publishing'
import type { Viewer } from '../people/viewer'
import { indexArticle } from '../search/search-index'
import { type ChangeKey, changed } from '../write'
import { type ArticleInput, articleContentSchema } from './article-input'
import { type ArticleRow, picturesOf, placesOf } from './article-record'
import { movedKeys, textOf, writeText } from './article-text'
import { cardText } from './card-text'
import { refreshRelated } from './related-commands'
import { recordRevision } from './revision-record'

/**
 * Where a save goes. What is before readers stays as it is: its text is saved into a working copy, which publishing
 * applies. Of everything else the article's own row is the text. `articles.revision` counts both.
 */

/** Whether readers may be reading it, or its notice, now or by its date: a save must not change it. */
export function isLive({ state }: Pick<ArticleRow, 'state'>): boolean {
  return state === 'published' || state === 'killed'
}

/** The article as its desk has it: the working copy where there is one, else its own row. */
export async function deskText(tx: Transaction, row: ArticleRow): Promise<{ text: ArticleInput; isCopy: boolean }> {
  const copy = await findWorkingCopy(tx, row.id)
  return copy ? { text: copy.text, isCopy: true } : { text: await textOf(tx, row), isCopy: false }
}

export async function findWorkingCopy(
  tx: Transaction,
  articleId: number,
): Promise<{ text: ArticleInput; savedAt: Date; personId: number | null } | null> {
  const [row] = await tx.select().from(workingCopies).where(eq(workingCopies.articleId, articleId))
  if (!row) return null
  return { text: articleContentSchema.parse(row.input), savedAt: row.savedAt, personId: row.personId }
}

/**
 * Saves an article's text where it belongs, as a new revision. The caller has checked who asks and on what base.
 *
 * @returns the article's row as it is now; of a live one only its revision moved
 */
export async function keepText(
  tx: Transaction,
  viewer: Viewer,
  before: ArticleRow,
  input: ArticleInput,
  reason: string,
): Promise<ArticleRow> {
  return isLive(before) ? keepCopy(tx, viewer, before, input, reason) : keepOwn(tx, viewer, before, input, reason)
}

/**
 * Puts a working copy before readers, in the place of what they had.
 *
 * @returns the article's row as it is now, with what lists and pages learn of it; null when there is no working copy
 */
export async function applyWorkingCopy(
  tx: Transaction,
  before: ArticleRow,
  more: Partial<ArticleRow>,
): Promise<ArticleRow | null> {
  const copy = await findWorkingCopy(tx, before.id)
  if (!copy) return null
  const row = await putBeforeReaders(tx, before, copy.text, more)
  await dropWorkingCopy(tx, before.id)
  return row
}

/** Writes a text to the article's own rows, and says what that changes for readers. */
export async function putBeforeReaders(
  tx: Transaction,
  before: ArticleRow,
  text: ArticleInput,
  more: Partial<ArticleRow>,
): Promise<ArticleRow> {
  const [placesBefore, cardBefore] = [await placesOf(tx, before.id), await cardText(tx, before)]
  const row = await writeText(tx, before, text, more)
  const keys: ChangeKey[] = [`article:${before.id}`, `related:${before.id}`, 'articles']
  if ((await cardText(tx, row)) !== cardBefore) keys.push(`card:${row.id}`)
  changed(...keys, ...movedKeys(placesBefore, await placesOf(tx, row.id)))
  await refreshRelated(tx, row.id)
  await indexArticle(tx, row.id)
  return row
}

/** Throws away what the desk had made of a live article since it was last published. */
export async function dropWorkingCopy(tx: Transaction, articleId: number): Promise<void> {
  await tx.delete(workingCopies).where(eq(workingCopies.articleId, articleId))
}

async function keepCopy(tx: Transaction, viewer: Viewer, before: ArticleRow, input: ArticleInput, reason: string) {
  const savedAt = new Date()
  const copy = { articleId: before.id, input, personId: viewer.personId, savedAt }
  await tx
    .insert(workingCopies)
    .values(copy)
    .onConflictDoUpdate({ target: workingCopies.articleId, set: { input, personId: viewer.personId, savedAt } })
  await noteMedia(tx, before.id, picturesOf(input.body, input.leadImage?.media ?? null))
  const [row] = await tx
    .update(articles)
    .set({ revision: before.revision + 1, savedAt })
    .where(eq(articles.id, before.id))
    .returning()
  await recordRevision(tx, viewer, row as ArticleRow, reason, input)
  return row as ArticleRow
}

/** Which pictures a working copy shows: they stay in the library as long as it does. One that is gone already is none. */
async function noteMedia(tx: Transaction, articleId: number, wanted: Set<number>): Promise<void> {
  const rows = await tx
    .select({ id: workingCopyMedia.mediaId })
    .from(workingCopyMedia)
    .where(eq(workingCopyMedia.articleId, articleId))
  const known = new Set(rows.map(({ id }) => id))
  const gone = [...known].filter((id) => !wanted.has(id))
  const come = [...wanted].filter((id) => !known.has(id))
  if (gone.length > 0)
    await tx
      .delete(workingCopyMedia)
      .where(and(eq(workingCopyMedia.articleId, articleId), inArray(workingCopyMedia.mediaId, gone)))
  if (come.length === 0) return
  const there = await tx.select({ id: media.id }).from(media).where(inArray(media.id, come))
  for (const { id } of there) await tx.insert(workingCopyMedia).values({ articleId, mediaId: id })
}

async function keepOwn(tx: Transaction, viewer: Viewer, before: ArticleRow, input: ArticleInput, reason: string) {
  // No reader sees it before a step lets it out, and the step says everything: saving a draft drops no page.
  const row = await writeText(tx, before, input, { revision: before.revision + 1, savedAt: new Date() })
  await recordRevision(tx, viewer, row, reason)
  return row
}
