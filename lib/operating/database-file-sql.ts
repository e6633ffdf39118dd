import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type BetterSqlite3 from 'better-sqlite3'
import { unsafeReadingConnection } from '@/db/client'
import { Sqlite } from '@/db/sqlite.mjs'
import { MISCOUNTED } from '../media/placed-count-sql'

/** Work on a SQLite file as a whole, beside whoever has it open. The raw SQL here is SQLite's own. */

/** Copies a database as it stands at one moment, without disturbing who writes to it. The copy is one file. */
export function copyDatabaseFile(file: string, target: string): void {
  const connection = new Sqlite(file, { readonly: true, fileMustExist: true, timeout: 15_000 })
  try {
    connection.prepare('vacuum into ?').run(target)
  } finally {
    connection.close()
  }
}

/**
 * What is wrong with a database, each in a line; nothing when it is whole.
 *
 * @param migrations the folder of this version's migrations
 */
export function inspectDatabaseFile(file: string, migrations: string): { problems: string[]; pending: number } {
  let connection: BetterSqlite3.Database
  try {
    connection = new Sqlite(file, { readonly: true, fileMustExist: true, timeout: 15_000 })
  } catch (error) {
    return { problems: [(error as Error).message], pending: 0 }
  }
  try {
    const integrity = connection.pragma('integrity_check(5)') as { integrity_check: string }[]
    const foreign = connection.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[]
    const { unknown, pending } = compareMigrations(connection, migrations)
    const problems = [
      ...integrity.map((row) => row.integrity_check).filter((line) => line !== 'ok'),
      ...foreign
        .slice(0, 5)
        .map(({ table, rowid, parent }) => `row ${rowid} of ${table} names a row of ${parent} that is not there`),
      ...(unknown > 0
        ? [`it was made by a newer version of Broadsheet (${unknown} migrations are not known here)`]
        : []),
    ]
    return { problems, pending }
  } catch (error) {
    return { problems: [(error as Error).message], pending: 0 }
  } finally {
    connection.close()
  }
}

/** Whether another process has the database open. One that cannot be read is open to nobody. */
export function isDatabaseInUse(file: string): boolean {
  if (!existsSync(file)) return false
  let connection: BetterSqlite3.Database | undefined
  try {
    connection = new Sqlite(file, { fileMustExist: true, timeout: 0 })
    // Every connection to a database in WAL mode keeps a lock that is in the way of this one.
    connection.pragma('locking_mode = EXCLUSIVE')
    connection.exec('BEGIN EXCLUSIVE; ROLLBACK')
    connection.pragma('wal_checkpoint(TRUNCATE)')
    return false
  } catch (error) {
    return String((error as { code?: string }).code).startsWith('SQLITE_BUSY')
  } finally {
    connection?.close()
  }
}

/** Runs reads of the open database that all see one moment of it, whatever is written meanwhile. */
export async function atOneMoment<Result>(work: () => Promise<Result>): Promise<Result> {
  const connection = unsafeReadingConnection()
  connection.exec('BEGIN')
  try {
    return await work()
  } finally {
    connection.exec('COMMIT')
  }
}

/** The hashes of the pictures that a database knows. */
export function pictureHashes(file: string): string[] {
  const connection = new Sqlite(file, { readonly: true, fileMustExist: true, timeout: 15_000 })
  try {
    return connection.prepare('select hash from media order by id').pluck().all() as string[]
  } finally {
    connection.close()
  }
}

/** Pictures of which a database has kept another number of uses than it has. */
export function miscountedPictures(file: string): { id: number; placed: number; counted: number }[] {
  const connection = new Sqlite(file, { readonly: true, fileMustExist: true, timeout: 15_000 })
  try {
    return connection.prepare(MISCOUNTED).all() as { id: number; placed: number; counted: number }[]
  } finally {
    connection.close()
  }
}

/** Migrations are known by the hash of their text, as Drizzle notes it. */
function compareMigrations(connection: BetterSqlite3.Database, folder: string): { unknown: number; pending: number } {
  const journal = JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8')) as { entries: { tag: string }[] }
  const known = journal.entries.map(({ tag }) =>
    createHash('sha256')
      .update(readFileSync(join(folder, `${tag}.sql`)))
      .digest('hex'),
  )
  const applied = connection.prepare('select hash from __drizzle_migrations').pluck().all() as string[]
  const unknown = applied.filter((hash) => !known.includes(hash)).length
  return { unknown, pending: known.length - (applied.length - unknown) }
}
