import { sql } from 'drizzle-orm'
import { immediately } from '@/db/client'
import { pendingMigrations } from '@/db/migrate'
import { fetchReceipts } from '../articles/receipts/receipt-commands'
import { releaseDue } from '../articles/release-commands'
import { tellCounts } from '../comments/count-duty'
import { readEnvironment } from '../env'
import { deliverMail } from '../mail/mail-duty'
import { forgetGoneOriginals } from '../media/gone-duty'
import { mailNotifications } from '../notifications/notification-duty'
import { forgetSessions } from '../people/forget-sessions'
import { deleteAccounts } from '../personal-data/deletion-commands'
import { packExports } from '../personal-data/export-commands'
import { tellOthers } from '../pings/ping-duty'
import { rankInTurn } from '../reading/most-read-commands'
import { tellFollowers } from '../saved/announcement-duty'
import { indexMissing } from '../search/search-index'
import { forgetOldChanges } from '../site/change-log-commands'
import type { PressHealth } from './press-messages'
import { Scheduler } from './scheduler'

/** The scheduler is dead when it has not been seen for this many milliseconds. */
const PATIENCE = 10_000

/** How often articles that are due are looked for, in milliseconds: each is out well within a second of its time. */
const RELEASE_INTERVAL = 250

/** What keeps time, until it is stopped. */
export type Clockwork = Pick<Scheduler, 'stop' | 'seenAt'>

/** Begins what the house does by itself, again and again. What must be on time waits for nothing else. */
export function startDuties(): Clockwork {
  const environment = readEnvironment()
  const schedulers = [
    new Scheduler([{ name: 'release what is due', run: releaseDue() }], RELEASE_INTERVAL),
    new Scheduler([
      { name: 'index what search lacks', run: indexMissing() },
      { name: 'forget old changes', run: forgetOldChanges() },
      { name: 'forget old sessions', run: forgetSessions() },
      { name: 'forget originals that are gone', run: forgetGoneOriginals(environment) },
      fetchReceipts(),
      tellOthers(environment),
      tellFollowers(),
      tellCounts(),
      mailNotifications(),
      packExports(environment),
      deleteAccounts(),
      deliverMail(environment),
      { name: 'rank what is read', run: rankInTurn() },
    ]),
  ]
  for (const scheduler of schedulers) scheduler.start()
  return {
    stop: async () => void (await Promise.all(schedulers.map((scheduler) => scheduler.stop()))),
    seenAt: () => Math.min(...schedulers.map((scheduler) => scheduler.seenAt())),
  }
}

/**
 * Whether what writes and keeps time can do its work.
 *
 * @param migrations the folder of the migrations that this version needs
 */
export async function examine(scheduler: Clockwork, migrations: string): Promise<PressHealth> {
  const isLate = Date.now() - scheduler.seenAt() > PATIENCE
  return {
    database: await stateOf(() => immediately(async (tx) => void tx.run(sql`select 1`))),
    migrations: await stateOf(async () => {
      if (pendingMigrations(migrations) !== 0) throw new Error('pending')
    }),
    scheduler: isLate ? 'stopped' : 'ok',
  }
}

async function stateOf(attempt: () => Promise<void>): Promise<string> {
  try {
    await attempt()
    return 'ok'
  } catch (error) {
    return (error as Error).message
  }
}
