import type { Database, Transaction } from '@/db/client'
import { madeOnce, readSettings } from './settings-record'
import { type Site, siteSchema } from './site'

/** What the newsroom says of itself, among everything that it has set. */
export const siteOf = madeOnce((settings): Readonly<Site> => Object.freeze(siteSchema.parse(settings)))

/** What the newsroom says of itself, as a transaction finds it. */
export async function readSite(source: Database | Transaction): Promise<Site> {
  return siteOf(await readSettings(source))
}
