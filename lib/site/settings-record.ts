import { sql } from 'drizzle-orm'
import type { Database, Transaction } from '@/db/client'
import { prepared } from '@/db/prepared'
import { settings } from '@/db/schema/site'

/** What the newsroom set, by name. As long as nobody sets anything else it is the same object, however often it is read. */
export type Settings = Readonly<Record<string, unknown>>

const allSettings = prepared((source) =>
  source
    .select({ name: settings.name, value: sql<string>`${settings.value}` })
    .from(settings)
    .orderBy(settings.name)
    .prepare(),
)

let read: { of: string; settings: Settings } = { of: '', settings: {} }

export async function readSettings(source: Database | Transaction): Promise<Settings> {
  const rows = await allSettings(source).execute()
  const of = rows.map(({ name, value }) => `${name}\0${value}`).join('\0')
  if (of === read.of) return read.settings
  read = { of, settings: Object.fromEntries(rows.map(({ name, value }) => [name, JSON.parse(value)])) }
  return read.settings
}

/** What is made of the settings, made once for as long as they are the same. */
export function madeOnce<Made>(make: (settings: Settings) => Made): (settings: Settings) => Made {
  const made = new WeakMap<Settings, { value: Made }>()
  return (settings) => {
    const known = made.get(settings)
    if (known) return known.value
    const value = make(settings)
    made.set(settings, { value })
    return value
  }
}
