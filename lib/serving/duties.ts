import { sql } from 'drizzle-orm'
import { immediately } from '@/db/client'
import { pendingMigrations } from '@/db/migrate'
import { releaseDue } from '../articles/release-commands'
import { readEnvironment } from '../env'
import { deliverMail } from '../mail/mail-duty'
import { tellOthers } from '../pings/ping-duty'
import { rankInTurn } from '../reading/most-read-commands'
import { indexMissing } from '../search/search-index'
import { forgetOldChanges } from '../site/change-log-commands'
import type { PressHealth } from './press-messages'
import { Scheduler } from './scheduler'

/** The scheduler is dead when it has not been seen for this many milliseconds. */
const PATIENCE = 10_000

/** Begins what the house does by itself, again and again, until it is stopped. */
export function startDuties(): Scheduler {
  const environment = readEnvironment()
  const scheduler = new Scheduler([
    { name: 'release what is due', run: releaseDue() },
    { name: 'index what search lacks', run: indexMissing() },
    { name: 'forget old changes', run: forgetOldChanges() },
    tellOthers(environment),
    deliverMail(environment),
    { name: 'rank what is read', run: rankInTurn() },
  ])
  scheduler.start()
  return scheduler
}

/**
 * Whether what writes and keeps time can do its work.
 *
 * @param migrations the folder of the migrations that this version needs
 */
export async function examine(scheduler: Scheduler, migrations: string): Promise<PressHealth> {
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
