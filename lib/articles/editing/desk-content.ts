import { and, eq } from 'drizzle-orm'
import { database, type Transaction } from '@/db/client'
import { revisions } from '@/db/schema/articles'
import { Refused, type Viewer } from '../../people/viewer'
import { articleContentSchema } from '../article-input'
import { mayOpen } from '../article-policy'
import { type ArticleRow, findRow } from '../article-record'
import { type Move, movesFor } from '../article-states'
import { standingOf } from '../authority'
import { identified } from '../merge/block-ids'
import type { ArticleContent } from '../merge/merge-content'
import { deskText, isLive } from '../working-copy'
import { findLock, type Lock } from './article-lock'

/**
 * What the desk's text says now, with an id for each block. It is read by the rules that a revision is read by: what an
 * earlier version let in would be taken for what somebody changed.
 */
export async function currentContent(
  tx: Transaction,
  row: ArticleRow,
): Promise<{ content: ArticleContent; isCopy: boolean }> {
  const { text, isCopy } = await deskText(tx, row)
  const content = articleContentSchema.parse(text)
  return { content: { ...content, body: identified(content.body) }, isCopy }
}

/** What it said at a revision; null when there is no such one. */
export async function contentAt(
  tx: Transaction,
  articleId: number,
  number: number,
): Promise<{ content: ArticleContent; savedAt: Date } | null> {
  const [revision] = await tx
    .select({ content: revisions.content, savedAt: revisions.savedAt })
    .from(revisions)
    .where(and(eq(revisions.articleId, articleId), eq(revisions.number, number)))
  if (!revision) return null
  const content = articleContentSchema.parse(revision.content)
  return { content: { ...content, body: identified(content.body) }, savedAt: revision.savedAt }
}

/** An article as somebody has it open on the desk. */
export type OpenArticle = {
  row: ArticleRow
  content: ArticleContent
  /** It is before readers, and what is written now is not yet. */
  isLive: boolean
  hasChangesNotLive: boolean
  moves: Move[]
  mayWrite: boolean
  lock: Lock | null
}

/**
 * Opens an article on the desk.
 *
 * @throws {ArticleNotFound}
 * @throws {Refused} when the viewer may not look at it
 */
export async function openArticle(viewer: Viewer, articleId: number): Promise<OpenArticle> {
  const db = database()
  const row = await findRow(db, articleId)
  const standing = await standingOf(db, viewer, row)
  if (!mayOpen(viewer, standing)) throw new Refused(viewer, `open article ${articleId}`)
  const { content, isCopy } = await currentContent(db, row)
  const moves = movesFor(viewer, standing)
  const lock = await findLock(db, articleId)
  const isHeld = lock !== null && lock.personId !== viewer.personId
  return {
    ...{ row, content, moves, lock, isLive: isLive(row), hasChangesNotLive: isCopy },
    mayWrite: moves.includes('write') && !isHeld,
  }
}
