import { and, asc, eq, inArray } from 'drizzle-orm'
import { database } from '@/db/client'
import { pings } from '@/db/schema/pings'
import { log } from '../log'
import type { Duty } from '../serving/scheduler'
import { write } from '../write'
import { type IndexNow, type Told, tellHub, tellSearchEngines } from './ping-requests'

export type PingSettings = { siteUrl: string; websubHub: string | null; indexNow: IndexNow | null }

type Ping = typeof pings.$inferSelect
type Target = Ping['target']

/** How many pages search engines are told of at once; a hub is told of one feed. */
const AT_ONCE: Record<Target, number> = { websub: 1, indexnow: 500 }

const SECOND = 1000
const LONGEST_WAIT = 3_600_000
/** With the waits between them some nine hours; after that it is news no more. */
const MOST_ATTEMPTS = 20

/**
 * The duty that tells search engines and feed hubs what changed, in the order in which it did. What was not taken stays
 * on the disk and is told again, later each time. The clock of the house does not wait for an answer: a round begins, and
 * the next look finds it under way or done.
 */
export function tellOthers(settings: PingSettings): Duty {
  const stopping = new AbortController()
  let round: Promise<void> | null = null
  return {
    name: 'tell others what changed',
    run: async () => {
      round ??= tellAll(settings, stopping.signal)
        .catch((error: unknown) => log.error({ err: error }, 'telling others failed and will be tried again'))
        .finally(() => {
          round = null
        })
    },
    stop: async () => {
      stopping.abort()
      await round
    },
  }
}

/** One round: tells everything that is due. */
export async function tellAll({ siteUrl, websubHub, indexNow }: PingSettings, signal: AbortSignal): Promise<void> {
  const addresses = (due: Ping[]) => due.map(({ path }) => siteUrl + path)
  await Promise.all([
    websubHub
      ? work('websub', (due) => tellHub(websubHub, addresses(due)[0] as string, signal), signal)
      : forgetAll('websub'),
    indexNow
      ? work('indexnow', (due) => tellSearchEngines(indexNow, siteUrl, addresses(due), signal), signal)
      : forgetAll('indexnow'),
  ])
}

/** Tells from the oldest on, until nothing is left or somebody does not take it. */
async function work(target: Target, tell: (due: Ping[]) => Promise<Told>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const due = await findOldest(target)
    if (due.length === 0) return
    const told = await tell(due)
    if (signal.aborted) return
    if (told === 'later' && (due[0] as Ping).attempts + 1 < MOST_ATTEMPTS) return postpone(due)
    if (told !== 'taken') log.warn({ target, paths: due.map(({ path }) => path), told }, 'what changed was not taken')
    await forget(due)
  }
}

/** The oldest that wait, if their time has come. One far ahead was noted before the clock was set back. */
async function findOldest(target: Target): Promise<Ping[]> {
  const waiting = await database()
    .select()
    .from(pings)
    .where(eq(pings.target, target))
    .orderBy(asc(pings.id))
    .limit(AT_ONCE[target])
  const wait = (waiting[0]?.dueAt.getTime() ?? 0) - Date.now()
  return wait > 0 && wait <= LONGEST_WAIT ? [] : waiting
}

async function postpone(due: Ping[]): Promise<void> {
  const attempts = (due[0] as Ping).attempts + 1
  const dueAt = new Date(Date.now() + Math.min(SECOND * 2 ** attempts, LONGEST_WAIT))
  const ids = due.map(({ id }) => id)
  await write(async (tx) => void (await tx.update(pings).set({ attempts, dueAt }).where(inArray(pings.id, ids))))
}

/** What changed again on its way is told again. */
async function forget(due: Ping[]): Promise<void> {
  await write(async (tx) => {
    for (const { id, version } of due) await tx.delete(pings).where(and(eq(pings.id, id), eq(pings.version, version)))
  })
}

/** Nobody is to be told: nothing waits for the day when somebody is. */
async function forgetAll(target: Target): Promise<void> {
  const [any] = await database().select({ id: pings.id }).from(pings).where(eq(pings.target, target)).limit(1)
  if (any) await write(async (tx) => void (await tx.delete(pings).where(eq(pings.target, target))))
}
