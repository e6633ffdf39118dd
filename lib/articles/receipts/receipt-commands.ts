import { and, asc, desc, eq, isNull, lte, type SQL } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles } from '@/db/schema/articles'
import { receipts } from '@/db/schema/receipts'
import { readEnvironment } from '../../env'
import { SITEMAP_LIMIT } from '../../feeds/sitemap'
import { log } from '../../log'
import { paths } from '../../paths'
import type { Viewer } from '../../people/viewer'
import { processWide } from '../../process-wide'
import { type CounterLine, counterLine } from '../../serving/counter-line'
import { askOwnPort } from '../../serving/own-port'
import type { Duty } from '../../serving/scheduler'
import { type ChangeKey, write } from '../../write'
import { countArticles } from '../article-cards'
import { isPublic } from '../article-policy'
import { ArticleNotFound, findRow } from '../article-record'
import { findMovable } from '../authority'
import { checkAddresses } from './receipt-check'

/** How many addresses of one receipt are fetched; a story that more pages show is looked at in these. */
const MOST = 400

type Receipt = typeof receipts.$inferSelect

/** Receipts that are being fetched, by id: whoever asks for the same one waits for the same work. */
const inHand = processWide('receipts-in-hand', () => new Map<number, Promise<void>>())

/**
 * Fetches what the last change of an article had noted, and waits for it.
 *
 * @param patience how long, in milliseconds; what takes longer goes on by itself
 */
export async function awaitReceipt(articleId: number, patience: number): Promise<void> {
  const [last] = await database()
    .select()
    .from(receipts)
    .where(and(eq(receipts.articleId, articleId), isNull(receipts.fetchedAt)))
    .orderBy(desc(receipts.id))
    .limit(1)
  if (!last) return
  const enough = new Promise<void>((resolve) => setTimeout(resolve, patience).unref())
  await Promise.race([complete(last), enough])
}

/**
 * Has everything of an article's last receipt fetched anew; `awaitReceipt` waits for it.
 *
 * @throws {ArticleNotFound} when there is no such article, or nothing of it was ever before readers
 * @throws {Refused} when the viewer may not publish it
 */
export async function fetchAgain(viewer: Viewer, articleId: number): Promise<void> {
  await write(async (tx) => {
    await findMovable(tx, viewer, articleId, 'correct')
    const [last] = await tx
      .select({ id: receipts.id })
      .from(receipts)
      .where(eq(receipts.articleId, articleId))
      .orderBy(desc(receipts.id))
      .limit(1)
    if (!last) throw new ArticleNotFound(articleId)
    await tx.update(receipts).set({ fetchedAt: null }).where(eq(receipts.id, last.id))
  })
}

/** The duty that fetches what nobody waits for: what the clock let out, and what a stopped server left undone. */
export function fetchReceipts(): Duty {
  let round: Promise<void> | null = null
  return {
    name: 'fetch what was published',
    run: async () => {
      round ??= completeAll().finally(() => {
        round = null
      })
    },
    stop: async () => void (await round),
  }
}

async function completeAll(): Promise<void> {
  const open = await database()
    .select()
    .from(receipts)
    .where(isNull(receipts.fetchedAt))
    .orderBy(asc(receipts.id))
    .limit(20)
  for (const receipt of open) {
    if (!counterLine()) return
    await complete(receipt).catch((error: unknown) =>
      log.error(
        { article: receipt.articleId, err: error },
        'a publish receipt could not be made and will be tried again',
      ),
    )
  }
}

function complete(receipt: Receipt): Promise<void> {
  const known = inHand.get(receipt.id)
  if (known) return known
  const work = fetchAll(receipt).finally(() => inHand.delete(receipt.id))
  inHand.set(receipt.id, work)
  return work
}

async function fetchAll(receipt: Receipt): Promise<void> {
  const line = counterLine()
  if (!line) return
  const all = await addressesOf(receipt, line)
  const house = { fetch: (address: string) => askOwnPort(readEnvironment(), address), renderAnew: line.renderAnew }
  const { lines, milliseconds } = await checkAddresses(all.slice(0, MOST), house)
  // What was not answered because the house closed is asked for after the next start.
  if (counterLine() !== line) return
  const set = { lines, milliseconds, fetchedAt: new Date(), leftOut: Math.max(0, all.length - MOST) }
  await write((tx) => tx.update(receipts).set(set).where(eq(receipts.id, receipt.id)))
  const old = lines.filter(({ verdict }) => verdict !== 'fresh').map(({ address }) => address)
  if (old.length > 0) log.error({ article: receipt.articleId, addresses: old }, 'still old after a change')
}

/** The article's own addresses first, its lists, and then whatever the counter knows to have shown it. */
async function addressesOf({ articleId, keys, addresses }: Receipt, { dependants }: CounterLine): Promise<string[]> {
  const known = await dependants(keys as ChangeKey[])
  return [...new Set([...addresses, await sitemapOf(articleId), ...known.sort()])]
}

async function sitemapOf(articleId: number): Promise<string> {
  const row = await findRow(database(), articleId)
  const before = await countArticles(and(isPublic(new Date()), lte(articles.id, row.id)) as SQL)
  return paths.sitemap(`articles-${Math.max(1, Math.ceil(before / SITEMAP_LIMIT))}.xml`)
}
