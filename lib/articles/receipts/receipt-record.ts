import { and, desc, eq, notInArray } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { sections } from '@/db/schema/articles'
import { receipts } from '@/db/schema/receipts'
import { dayInZone } from '../../dates'
import { readEnvironment } from '../../env'
import type { Viewer } from '../../people/viewer'
import { readSite } from '../../site/site-record'
import type { ChangeKey } from '../../write'
import type { ArticleRow } from '../article-record'
import { listAddresses, ownAddresses } from './receipt-addresses'

/** How many receipts of an article are kept. */
const KEPT = 10

/**
 * Notes, with a change and in its transaction, that every address which depends on the article is to be fetched. Of what
 * the operator's tool does there is no receipt: an import would ask for everything a thousand times.
 *
 * @param versions the article before and after the change, or one of them where its address stays
 * @param keys what the change says that it changed
 */
export async function noteReceipt(
  tx: Transaction,
  viewer: Viewer,
  { action, versions, keys }: { action: string; versions: ArticleRow[]; keys: readonly ChangeKey[] },
): Promise<void> {
  const last = versions.at(-1)
  if (!last || !isFromTheDesk(viewer)) return
  const { siteUrl } = readEnvironment()
  const own = []
  for (const row of versions) own.push(...ownAddresses({ slug: row.slug, section: await sectionOf(tx, row) }, siteUrl))
  const { zone } = await readSite(tx)
  const day = last.publishedAt ? dayInZone(last.publishedAt, zone) : null
  const addresses = [...new Set([...own, ...listAddresses(keys, day)])]
  await tx
    .insert(receipts)
    .values({ articleId: last.id, action, actor: viewer.name, keys: [...new Set(keys)], addresses })
  await forgetOld(tx, last.id)
}

function isFromTheDesk({ personId, name }: Viewer): boolean {
  return personId !== null || name === 'scheduler'
}

async function sectionOf(tx: Transaction, { sectionId }: ArticleRow): Promise<{ slug: string }> {
  const [section] = await tx.select({ slug: sections.slug }).from(sections).where(eq(sections.id, sectionId))
  return { slug: section?.slug ?? '' }
}

async function forgetOld(tx: Transaction, articleId: number): Promise<void> {
  const kept = await tx
    .select({ id: receipts.id })
    .from(receipts)
    .where(eq(receipts.articleId, articleId))
    .orderBy(desc(receipts.id))
    .limit(KEPT)
  const ids = kept.map(({ id }) => id)
  await tx.delete(receipts).where(and(eq(receipts.articleId, articleId), notInArray(receipts.id, ids)))
}
