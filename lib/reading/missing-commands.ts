import { asc, count, eq, inArray, lt, sql } from 'drizzle-orm'
import { missingAddresses } from '@/db/schema/reading'
import { audit } from '../audit/audit-commands'
import { Refused, type Viewer } from '../people/viewer'
import { mayKeepRedirects } from '../site/redirect-desk'
import { write } from '../write'
import type { MissingTally } from './missing-tally'
import { knownSource } from './view-source'

/** Addresses that are remembered. Beyond them those that were asked for the least go, the oldest first. */
const MOST_KEPT = 2_000

/** Milliseconds after which an address that nobody asks for any more is forgotten: ninety days. */
const KEPT_FOR = 90 * 86_400_000

/** Adds what was asked for and not found, in one transaction. */
export async function recordMissing(tally: MissingTally, now = new Date()): Promise<void> {
  if (tally.size === 0) return
  const { path } = missingAddresses
  await write(async (tx) => {
    for (const [asked, { count: more, source: said }] of tally) {
      const source = knownSource(said)
      await tx
        .insert(missingAddresses)
        .values({ path: asked, source, count: more, firstAt: now, lastAt: now })
        .onConflictDoUpdate({
          target: path,
          set: { source, lastAt: now, count: sql`${missingAddresses.count} + ${more}` },
        })
    }
    await tx.delete(missingAddresses).where(lt(missingAddresses.lastAt, new Date(now.getTime() - KEPT_FOR)))
    const [{ total = 0 } = {}] = await tx.select({ total: count() }).from(missingAddresses)
    if (total <= MOST_KEPT) return
    const least = tx
      .select({ path })
      .from(missingAddresses)
      .orderBy(asc(missingAddresses.count), asc(missingAddresses.lastAt))
      .limit(total - MOST_KEPT)
    await tx.delete(missingAddresses).where(inArray(path, least))
  })
}

/** Forgets an address that needs no redirect; it comes back when it is asked for again. @throws {Refused} */
export async function forgetMissing(viewer: Viewer, path: string): Promise<void> {
  if (!mayKeepRedirects(viewer)) throw new Refused(viewer, 'forget addresses that lead nowhere')
  await write(async (tx) => {
    const [gone] = await tx.delete(missingAddresses).where(eq(missingAddresses.path, path)).returning()
    if (gone) await audit(tx, viewer, { action: 'missing.forget', subject: 'redirect', detail: { path } })
  })
}
