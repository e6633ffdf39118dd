import { and, eq, gt, inArray, isNotNull, lte, type SQL } from 'drizzle-orm'
import { database, type Transaction } from '@/db/client'
import { articles } from '@/db/schema/articles'
import { settings } from '@/db/schema/site'
import { log } from '../log'
import { unsafeOperator } from '../people/viewer'
import { recordPings } from '../pings/ping-record'
import { noteArrival } from '../saved/announcement-commands'
import { changed, write } from '../write'
import { findRow, placesOf } from './article-record'
import { takeStep } from './article-steps'
import { textOf } from './article-text'
import { findHindrances } from './publish-gate'
import { noteReceipt } from './receipts/receipt-record'

/**
 * The duty that lets articles out in time: those scheduled are published, pages learn of an embargo that ended, and what
 * has a time to be taken down is taken down. What is due is asked of the clock each time, so that a stopped server or a
 * clock set forward only means that it happens at the next look; each step asks the state again inside its transaction,
 * so that it happens once.
 */
export function releaseDue(): () => Promise<void> {
  let lookedAt: Date | null = null
  let notedAt: Date | null = null
  return async () => {
    const now = new Date()
    lookedAt ??= (await lastLook()) ?? now
    await publishScheduled(now)
    // A clock that was set back must not announce again what it announced.
    const hasAnnounced = now > lookedAt && (await announceCrossed(lookedAt, now))
    await takeDownDue(now)
    lookedAt = now
    if (hasAnnounced || isLongAgo(notedAt, now)) {
      await noteLook(now)
      notedAt = now
    }
  }
}

const clock = () => unsafeOperator('scheduler')

/** The setting that says when the duty last looked: what came due since then, while nothing ran, was told to nobody. */
const LOOKED_AT = 'release.looked-at'

/** A look that found nothing is noted this often, in milliseconds. */
const NOTED_EVERY = 60_000

async function lastLook(): Promise<Date | null> {
  const [row] = await database().select().from(settings).where(eq(settings.name, LOOKED_AT))
  return typeof row?.value === 'number' ? new Date(row.value) : null
}

function isLongAgo(notedAt: Date | null, now: Date): boolean {
  return notedAt === null || Math.abs(now.getTime() - notedAt.getTime()) >= NOTED_EVERY
}

async function noteLook(now: Date): Promise<void> {
  const value = now.getTime()
  await write(async (tx) => {
    const row = { name: LOOKED_AT, value }
    await tx.insert(settings).values(row).onConflictDoUpdate({ target: settings.name, set: { value } })
  })
}

async function publishScheduled(now: Date): Promise<void> {
  const due = await idsWhere(and(eq(articles.state, 'scheduled'), lte(articles.publishedAt, now)))
  for (const id of due) await inItsOwnTurn(id, () => write((tx) => releaseInside(tx, id, now)))
}

/** One article that cannot be let out must not keep the next one in. */
async function inItsOwnTurn(id: number, work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    log.error({ article: id, err: error }, 'an article that is due could not be moved and will be tried again')
  }
}

/** Publishes one whose time has come; what was found since it was scheduled sends it back to the desk instead. */
async function releaseInside(tx: Transaction, id: number, now: Date): Promise<void> {
  const row = await findRow(tx, id)
  if (row.state !== 'scheduled' || row.publishedAt === null || row.publishedAt > now) return
  const hindrances = await findHindrances(tx, row, await textOf(tx, row), now)
  if (hindrances.length === 0) {
    await takeStep(tx, clock(), row, { action: 'publish', step: { state: 'published' } })
    return
  }
  const detail = { due: row.publishedAt, findings: hindrances.map(({ words }) => words) }
  await takeStep(tx, clock(), row, { action: 'hold', step: { state: 'ready' }, detail })
}

async function takeDownDue(now: Date): Promise<void> {
  const due = await idsWhere(and(lte(articles.takeDownAt, now), eq(articles.state, 'published')))
  for (const id of due) {
    await inItsOwnTurn(id, () =>
      write(async (tx) => {
        const row = await findRow(tx, id)
        if (row.state !== 'published' || row.takeDownAt === null || row.takeDownAt > now) return
        await takeStep(tx, clock(), row, { action: 'take-down', step: { state: 'unpublished' } })
      }),
    )
  }
}

/** Articles that readers may see from now on, or no longer, without anything having been written; whether there were any. */
async function announceCrossed(since: Date, now: Date): Promise<boolean> {
  const isPublished = eq(articles.state, 'published')
  const crossed: number[] = []
  // One question each: together they would be answered by looking at every article.
  for (const moment of [articles.embargoUntil, articles.takeDownAt, articles.publishedAt]) {
    crossed.push(...(await idsWhere(and(isPublished, isNotNull(moment), gt(moment, since), lte(moment, now)))))
  }
  if (crossed.length === 0) return false
  await write(async (tx) => {
    const rows = await tx.select().from(articles).where(inArray(articles.id, crossed))
    for (const row of rows) {
      const places = await placesOf(tx, row.id)
      changed(...places)
      await recordPings(tx, [row], places, [since, now])
      await noteArrival(tx, row, now)
      // What was published just now has its receipt already.
      if (row.savedAt <= since || isBetween(row.embargoUntil, since, now) || isBetween(row.takeDownAt, since, now))
        await noteReceipt(tx, clock(), { action: 'release', versions: [row], keys: places })
    }
  })
  return true
}

function isBetween(moment: Date | null, since: Date, now: Date): boolean {
  return moment !== null && moment > since && moment <= now
}

async function idsWhere(condition: SQL | undefined): Promise<number[]> {
  const rows = await database().select({ id: articles.id }).from(articles).where(condition)
  return rows.map(({ id }) => id)
}
