import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { and, count, eq, isNotNull, lt, or, type SQL } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles } from '@/db/schema/articles'
import { media } from '@/db/schema/media'
import { oneTimeTokens } from '@/db/schema/people'
import { changes } from '@/db/schema/site'
import { placesOf, recordAudit } from '../articles/article-record'
import { findGoneOriginals, removeGone, setAside } from '../media/gone-originals'
import { MediaStore } from '../media/media-store'
import { miscounted, recountPlaced } from '../media/placed-count-sql'
import { Refused, type Viewer } from '../people/viewer'
import { changed, write } from '../write'

export type PurgeReport = {
  links: number
  articles: number
  changes: number
  renditions: number
  originals: number
  leftovers: number
  /** Pictures whose uses were counted wrongly. */
  recounted: number
}

const DAY = 86_400_000
const IN_BIN = 30 * DAY
const IN_LOG = 2 * DAY
const LEFT_OVER = DAY

/**
 * Removes for good what is past its time: links that were used or are too old, articles that were in the bin for more
 * than 30 days, the log of changes after two days, pictures that are gone with what was made of them, and what commands
 * that were killed left behind. Originals are set aside at first, and removed by a purge 30 days later.
 *
 * @param dryRun counts what would go, and removes nothing
 */
export async function purge(
  viewer: Viewer,
  dataDir: string,
  { dryRun = false, now = new Date() } = {},
): Promise<PurgeReport> {
  if (viewer.role !== 'admin') throw new Refused(viewer, 'purge')
  const before = (age: number) => new Date(now.getTime() - age)
  const renditions = await orphanedRenditions(join(dataDir, 'media/renditions'))
  const store = new MediaStore(join(dataDir, 'media'))
  const originals = await findGoneOriginals(store, now)
  const leftovers = leftBehind(join(dataDir, 'backups'), before(LEFT_OVER))
  const report = {
    ...(await purgeRows(viewer, dryRun, now, before)),
    renditions: renditions.length,
    originals: originals.removable.length,
    leftovers: leftovers.length,
    recounted: miscounted(),
  }
  if (dryRun) return report
  for (const path of [...renditions, ...leftovers]) rmSync(path, { recursive: true, force: true })
  removeGone(store, originals.removable)
  await setAside(store, originals.setAside, now)
  if (report.recounted > 0) await write(recountPlaced)
  return report
}

async function purgeRows(viewer: Viewer, dryRun: boolean, now: Date, before: (age: number) => Date) {
  const isSpent = or(isNotNull(oneTimeTokens.usedAt), lt(oneTimeTokens.expiresAt, now)) as SQL
  const isOld = lt(changes.at, before(IN_LOG))
  const isBinned = and(isNotNull(articles.binnedAt), lt(articles.binnedAt, before(IN_BIN))) as SQL
  const [[links], [logged], binned] = await Promise.all([
    database().select({ total: count() }).from(oneTimeTokens).where(isSpent),
    database().select({ total: count() }).from(changes).where(isOld),
    database().select({ id: articles.id }).from(articles).where(isBinned),
  ])
  if (!dryRun) {
    await write(async (tx) => void (await tx.delete(oneTimeTokens).where(isSpent)))
    await write(async (tx) => void (await tx.delete(changes).where(isOld)))
    for (const { id } of binned) await purgeArticle(viewer, id, isBinned)
  }
  return { links: links?.total ?? 0, changes: logged?.total ?? 0, articles: binned.length }
}

/** Asks again inside its transaction: an editor may have taken it out of the bin meanwhile. */
async function purgeArticle(viewer: Viewer, id: number, isBinned: SQL): Promise<void> {
  await write(async (tx) => {
    const [row] = await tx
      .select({ headline: articles.headline })
      .from(articles)
      .where(and(eq(articles.id, id), isBinned))
    if (!row) return
    changed(...(await placesOf(tx, id)))
    await tx.delete(articles).where(eq(articles.id, id))
    await recordAudit(tx, viewer, 'article.purge', `article:${id}`, { headline: row.headline })
  })
}

async function orphanedRenditions(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return []
  const known = new Set((await database().select({ hash: media.hash }).from(media)).map(({ hash }) => hash))
  return readdirSync(folder).flatMap((group) =>
    readdirSync(join(folder, group))
      .filter((hash) => !known.has(hash))
      .map((hash) => join(folder, group, hash)),
  )
}

function leftBehind(backups: string, before: Date): string[] {
  if (!existsSync(backups)) return []
  return readdirSync(backups)
    .filter((name) => /^\.(?:packing|restoring)-/.test(name))
    .map((name) => join(backups, name))
    .filter((path) => statSync(path).mtime < before)
}
