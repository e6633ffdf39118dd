import type { Database, Transaction } from '@/db/client'
import { settings } from '@/db/schema/site'
import { type Site, siteSchema } from './site'

/** What the newsroom says of itself, as a transaction finds it. */
export async function readSite(source: Database | Transaction): Promise<Site> {
  const rows = await source.select().from(settings)
  return siteSchema.parse(Object.fromEntries(rows.map(({ name, value }) => [name, value])))
}
