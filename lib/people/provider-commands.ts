import { and, eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { providerAccounts } from '@/db/schema/people'
import { changed, write } from '../write'
import { isProviderId, type ProviderId } from './providers'
import type { Viewer } from './viewer'

/** Has the viewer's account at a service no longer open the one here. A code by mail always does. */
export async function disconnectProvider({ personId }: Viewer, provider: string): Promise<void> {
  if (personId === null || !isProviderId(provider)) return
  await write(async (tx) => {
    await tx
      .delete(providerAccounts)
      .where(and(eq(providerAccounts.personId, personId), eq(providerAccounts.provider, provider)))
    changed(`person:${personId}`)
  })
}

/** The services whose account opens the viewer's own. */
export async function listConnectedProviders({ personId }: Viewer): Promise<ProviderId[]> {
  const rows = await database()
    .select({ provider: providerAccounts.provider })
    .from(providerAccounts)
    .where(eq(providerAccounts.personId, personId ?? 0))
  return [...new Set(rows.map(({ provider }) => provider))]
}
