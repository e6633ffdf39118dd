import { lt } from 'drizzle-orm'
import { database } from '@/db/client'
import { changes } from '@/db/schema/site'
import { write } from '../write'

/** Changes are told within milliseconds; two days are for whoever looks back. */
const KEPT_FOR = 2 * 86_400_000
const HOUR = 3_600_000

/** The duty that keeps the log of changes short. */
export function forgetOldChanges(): () => Promise<void> {
  let doneAt = 0
  return async () => {
    if (Date.now() - doneAt < HOUR) return
    doneAt = Date.now()
    const limit = new Date(doneAt - KEPT_FOR)
    const [oldest] = await database().select({ id: changes.id }).from(changes).where(lt(changes.at, limit)).limit(1)
    if (oldest) await write(async (tx) => void (await tx.delete(changes).where(lt(changes.at, limit))))
  }
}
