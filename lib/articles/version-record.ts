import { and, desc, eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { versions } from '@/db/schema/publishing'
import type { Viewer } from '../people/viewer'
import type { ArticleRow } from './article-record'
import { textOf } from './article-text'
import { contentHashOf, linkHash } from './revision-chain'
import { type ChangeKind, versionOf } from './version'

/** The record of what readers got to read. Each works inside an open transaction. */

export type VersionRow = typeof versions.$inferSelect

type Change = { kind: ChangeKind; note: string }

/**
 * Adds what an article says now to the record. A version that no reader has seen yet gives way to the new one: what was
 * changed under an embargo is nobody's business.
 *
 * @param row the article as it is from now on
 * @param at when it was changed
 */
export async function recordVersion(
  tx: Transaction,
  viewer: Viewer,
  row: ArticleRow,
  { kind, note }: Change,
  at: Date,
): Promise<void> {
  const content = versionOf(await textOf(tx, row))
  const contentHash = contentHashOf(content)
  const before = await lastSeenVersion(tx, row.id)
  if (before?.contentHash === contentHash && note === '') return
  const link = {
    ...{ number: (before?.number ?? 0) + 1, previousHash: before?.hash ?? '', contentHash, at, note },
    kind: before ? kind : ('published' as const),
  }
  await tx.insert(versions).values({
    ...link,
    ...{ articleId: row.id, personId: viewer.personId, content, hash: linkHash(link) },
    visibleFrom: visibleFrom(row, at),
  })
}

/** Begins the record of an article that was published before records were kept. */
export async function ensureRecord(tx: Transaction, viewer: Viewer, row: ArticleRow): Promise<void> {
  if (row.publishedAt === null || row.state !== 'published' || (await lastVersion(tx, row.id))) return
  await recordVersion(tx, viewer, row, { kind: 'published', note: '' }, row.publishedAt)
}

/** Notes that the moment moved from which on readers see the newest version. */
export async function moveVisibility(tx: Transaction, row: ArticleRow): Promise<void> {
  const last = await lastVersion(tx, row.id)
  if (!last || last.visibleFrom <= new Date()) return
  await tx
    .update(versions)
    .set({ visibleFrom: visibleFrom(row, last.at) })
    .where(eq(versions.id, last.id))
}

async function lastSeenVersion(tx: Transaction, articleId: number): Promise<VersionRow | null> {
  const last = await lastVersion(tx, articleId)
  if (!last || last.visibleFrom <= new Date()) return last
  await tx.delete(versions).where(eq(versions.id, last.id))
  return lastSeenVersion(tx, articleId)
}

async function lastVersion(tx: Transaction, articleId: number): Promise<VersionRow | null> {
  const [row] = await tx
    .select()
    .from(versions)
    .where(and(eq(versions.articleId, articleId)))
    .orderBy(desc(versions.number))
    .limit(1)
  return row ?? null
}

function visibleFrom({ publishedAt, embargoUntil }: ArticleRow, at: Date): Date {
  return new Date(Math.max(at.getTime(), publishedAt?.getTime() ?? 0, embargoUntil?.getTime() ?? 0))
}
