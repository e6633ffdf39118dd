import { desc, eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { type ReceiptLine, receipts } from '@/db/schema/receipts'
import type { Viewer } from '../../people/viewer'
import { openArticle } from '../editing/desk-content'

/** A receipt as the desk reads it: what is not fresh first. */
export type Receipt = {
  id: number
  action: string
  actor: string
  madeAt: Date
  /** Null while it is being fetched. */
  fetchedAt: Date | null
  milliseconds: number
  lines: ReceiptLine[]
  leftOut: number
  /** How many addresses are not fresh. */
  troubles: number
}

/**
 * The last receipts of an article, the newest first.
 *
 * @throws {ArticleNotFound}
 * @throws {Refused} when the viewer may not look at the article
 */
export async function getReceipts(viewer: Viewer, articleId: number): Promise<Receipt[]> {
  await openArticle(viewer, articleId)
  const rows = await database()
    .select()
    .from(receipts)
    .where(eq(receipts.articleId, articleId))
    .orderBy(desc(receipts.id))
  return rows.map(({ id, action, actor, madeAt, fetchedAt, milliseconds, lines, leftOut }) => {
    const troubled = lines.filter(({ verdict }) => verdict !== 'fresh')
    const sorted = [...troubled, ...lines.filter(({ verdict }) => verdict === 'fresh')]
    return { id, action, actor, madeAt, fetchedAt, milliseconds, lines: sorted, leftOut, troubles: troubled.length }
  })
}
