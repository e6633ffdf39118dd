import { desc, eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { type LeakLine, leakScans } from '@/db/schema/leak-scans'
import type { Viewer } from '../../people/viewer'
import { openArticle } from '../editing/desk-content'

/** A scan as the desk reads it: what is not clean first. */
export type LeakScan = {
  id: number
  actor: string
  at: Date
  milliseconds: number
  lines: LeakLine[]
  leaks: number
  failed: number
}

const ORDER: LeakLine['verdict'][] = ['leak', 'failed', 'clean']

/**
 * The last scan of an article for leaks; null when there was none.
 *
 * @throws {ArticleNotFound}
 * @throws {Refused} when the viewer may not look at the article
 */
export async function getLeakScan(viewer: Viewer, articleId: number): Promise<LeakScan | null> {
  await openArticle(viewer, articleId)
  const [row] = await database()
    .select()
    .from(leakScans)
    .where(eq(leakScans.articleId, articleId))
    .orderBy(desc(leakScans.id))
    .limit(1)
  if (!row) return null
  const { id, actor, at, milliseconds, lines } = row
  const of = (verdict: LeakLine['verdict']) => lines.filter((line) => line.verdict === verdict)
  const sorted = ORDER.flatMap(of)
  return { id, actor, at, milliseconds, lines: sorted, leaks: of('leak').length, failed: of('failed').length }
}
