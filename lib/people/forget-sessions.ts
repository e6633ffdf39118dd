import { lt, or } from 'drizzle-orm'
import { database } from '@/db/client'
import { mailCodes, sessions } from '@/db/schema/people'
import { write } from '../write'

const HOUR = 3_600_000
/** How long it is kept that a session was: what happened is looked into within a month. */
const KEPT_FOR = 30 * 24 * HOUR

/** The duty that forgets sessions and codes that open nothing any more. */
export function forgetSessions(): () => Promise<void> {
  let doneAt = 0
  return async () => {
    if (Date.now() - doneAt < HOUR) return
    doneAt = Date.now()
    const limit = new Date(doneAt - KEPT_FOR)
    const isOld = or(lt(sessions.expiresAt, limit), lt(sessions.revokedAt, limit))
    const isStale = lt(mailCodes.expiresAt, new Date(doneAt - HOUR))
    const [session] = await database().select({ id: sessions.id }).from(sessions).where(isOld).limit(1)
    const [code] = await database().select({ id: mailCodes.id }).from(mailCodes).where(isStale).limit(1)
    if (!session && !code) return
    await write(async (tx) => {
      await tx.delete(sessions).where(isOld)
      await tx.delete(mailCodes).where(isStale)
    })
  }
}
