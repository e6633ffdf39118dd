import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { unsafeWritingConnection } from './client'

export type MigrationReport = { applied: number; backup: string | null }

/**
 * Brings the open database to this version's schema. When there is anything to change in a database that holds data, a
 * copy of it is made first.
 *
 * @param folder where the migrations lie
 * @param backups folder that the copy goes to
 * @returns how many migrations were applied, and where the copy is
 */
export function migrateDatabase(folder: string, backups: string): MigrationReport {
  const pending = pendingMigrations(folder)
  if (pending === 0) return { applied: 0, backup: null }
  const connection = unsafeWritingConnection()
  const backup = hasTables() ? copyDatabase(backups) : null
  migrate(drizzle(connection), { migrationsFolder: folder })
  return { applied: pending, backup }
}

/** How many migrations of this version the open database lacks. */
export function pendingMigrations(folder: string): number {
  const journal = JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')) as { entries: unknown[] }
  return journal.entries.length - appliedMigrations()
}

function appliedMigrations(): number {
  const connection = unsafeWritingConnection()
  const known = connection.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get()
  if (!known) return 0
  return connection.prepare('select count(*) from __drizzle_migrations').pluck().get() as number
}

function hasTables(): boolean {
  return unsafeWritingConnection().prepare("select 1 from sqlite_master where name = 'articles'").get() !== undefined
}

function copyDatabase(backups: string): string {
  mkdirSync(backups, { recursive: true })
  const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-')
  const target = join(backups, `before-migration-${stamp}.db`)
  if (existsSync(target)) throw new Error(`The backup ${target} exists already.`)
  unsafeWritingConnection().prepare('vacuum into ?').run(target)
  return target
}
