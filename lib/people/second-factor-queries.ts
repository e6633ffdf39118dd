import { and, asc, count, eq, isNotNull, isNull } from 'drizzle-orm'
import { database, type Transaction } from '@/db/client'
import { authenticators, passkeys, recoveryCodes } from '@/db/schema/staff'
import type { Viewer } from './viewer'

/** A passkey as its owner sees it. */
export type PasskeySummary = { id: number; name: string; isSynced: boolean; createdAt: Date; usedAt: Date | null }

/** What the viewer can show besides a password. */
export type SecondFactors = {
  /** Since when an app's codes are taken; null without one. */
  authenticatorSince: Date | null
  passkeys: PasskeySummary[]
  /** How many recovery codes are left. */
  recoveryCodes: number
}

/** The viewer's own second factors. */
export async function getSecondFactors(viewer: Viewer): Promise<SecondFactors> {
  const personId = viewer.personId ?? 0
  const { id, name, isSynced, createdAt, usedAt } = passkeys
  const [apps, keys, codes] = await Promise.all([
    database().select().from(authenticators).where(eq(authenticators.personId, personId)),
    database()
      .select({ id, name, isSynced, createdAt, usedAt })
      .from(passkeys)
      .where(eq(passkeys.personId, personId))
      .orderBy(asc(createdAt), asc(id)),
    database()
      .select({ left: count() })
      .from(recoveryCodes)
      .where(and(eq(recoveryCodes.personId, personId), isNull(recoveryCodes.usedAt))),
  ])
  return { authenticatorSince: apps[0]?.confirmedAt ?? null, passkeys: keys, recoveryCodes: codes[0]?.left ?? 0 }
}

/** How many second factors somebody has; recovery codes are none, they only stand in for one. */
export async function countFactors(tx: Transaction, personId: number): Promise<number> {
  const [app] = await tx
    .select({ total: count() })
    .from(authenticators)
    .where(and(eq(authenticators.personId, personId), isNotNull(authenticators.confirmedAt)))
  const [keys] = await tx.select({ total: count() }).from(passkeys).where(eq(passkeys.personId, personId))
  return (app?.total ?? 0) + (keys?.total ?? 0)
}
