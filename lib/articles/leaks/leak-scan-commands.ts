import { and, desc, eq, notInArray } from 'drizzle-orm'
import { leakScans } from '@/db/schema/leak-scans'
import { readEnvironment } from '../../env'
import { paths } from '../../paths'
import type { Viewer } from '../../people/viewer'
import { processWide } from '../../process-wide'
import { getSections } from '../../site/site-queries'
import { write } from '../../write'
import { isPublicArticle } from '../article-policy'
import { type ArticleRow, recordAudit } from '../article-record'
import { openArticle } from '../editing/desk-content'
import { askOutside, type Told } from './ask-outside'
import { addressesToAsk, scan } from './scan'
import { knowArticle } from './secrets'
import { distinctive, findTraces, type Traces } from './traces'

/** How many scans of an article are kept. */
const KEPT = 5

/** What says the same whatever is published: words that stand there are words of the paper. */
const FIXED = [
  '/api/v1/openapi.json',
  '/llms.txt',
  '/manifest.webmanifest',
  '/offline',
  '/robots.txt',
  '/saved',
  '/search',
]

/** Before readers or withdrawn from them, an article has nothing that could leak. */
export class NothingToHide extends Error {
  constructor() {
    super('This article is not kept from readers: there is nothing to look for.')
    this.name = 'NothingToHide'
  }
}

/** Whether an article is to be found nowhere. */
export function isHidden(row: ArticleRow): boolean {
  return row.state !== 'killed' && row.binnedAt === null && !isPublicArticle(row, new Date())
}

/** Scans that go on, by article: whoever asks for the same one waits for it. */
const inHand = processWide('leak-scans-in-hand', () => new Map<number, Promise<void>>())

/**
 * Asks every public surface, as an outsider, for an article that is not for readers, and keeps what was found.
 *
 * @throws {ArticleNotFound}
 * @throws {Refused} when the viewer may not look at it
 * @throws {NothingToHide} when readers may
 */
export async function scanForLeaks(viewer: Viewer, articleId: number): Promise<void> {
  const { row } = await openArticle(viewer, articleId)
  if (!isHidden(row)) throw new NothingToHide()
  const known = inHand.get(articleId)
  if (known) return known
  const work = look(viewer, row).finally(() => inHand.delete(articleId))
  inHand.set(articleId, work)
  return work
}

async function look(viewer: Viewer, row: ArticleRow): Promise<void> {
  const began = performance.now()
  const ask = (address: string) => askOutside(readEnvironment(), address)
  const { secrets, traces } = await knowArticle(row)
  const fronts = (await getSections()).map(({ slug }) => paths.section(slug))
  const lines = await scan(addressesToAsk(secrets, fronts), await told(traces, ask), ask)
  const milliseconds = Math.round(performance.now() - began)
  const count = (verdict: string) => lines.filter((line) => line.verdict === verdict).length
  await write(async (tx) => {
    await tx.insert(leakScans).values({ articleId: row.id, actor: viewer.name, milliseconds, lines })
    const kept = await tx
      .select({ id: leakScans.id })
      .from(leakScans)
      .where(eq(leakScans.articleId, row.id))
      .orderBy(desc(leakScans.id))
      .limit(KEPT)
    const ids = kept.map(({ id }) => id)
    await tx.delete(leakScans).where(and(eq(leakScans.articleId, row.id), notInArray(leakScans.id, ids)))
    const detail = { addresses: lines.length, leaks: count('leak'), failed: count('failed') }
    await recordAudit(tx, viewer, 'article.scan', `article:${row.id}`, detail)
  })
}

/** The traces without those words that are the paper's own. */
async function told(traces: Traces, ask: (address: string) => Promise<Told>): Promise<Traces> {
  const bodies = await Promise.all(
    FIXED.map((address) =>
      ask(address).then(
        ({ body }) => body,
        () => '',
      ),
    ),
  )
  const all = bodies.join('\n')
  const isOfThePaper = (word: string) =>
    findTraces({ slug: '\0', phrases: [], words: [word], pictures: [] }, '', all).length > 0
  return { ...traces, words: distinctive(traces.words, isOfThePaper) }
}
