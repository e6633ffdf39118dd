import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type BetterSqlite3 from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import { closeDatabase, database, openDatabase, type Transaction, unsafeWritingConnection } from './client'
import { Sqlite } from './sqlite.mjs'

/** An open database of words, for tests of how it is read and written. */

export type OpenWords = {
  folder: string
  file: string
  /** A connection such as another process has. */
  other: BetterSqlite3.Database
  close: () => Promise<void>
}

export function openWords(): OpenWords {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-'))
  const file = join(folder, 'portal.db')
  openDatabase(file)
  unsafeWritingConnection().exec('create table words (word text unique)')
  const other = new Sqlite(file)
  const close = async () => {
    other.close()
    await closeDatabase()
    rmSync(folder, { recursive: true })
  }
  return { folder, file, other, close }
}

export const add = (tx: Transaction, word: string) => tx.run(sql`insert into words values (${word})`)

export const words = () =>
  database()
    .all<{ word: string }>(sql`select word from words`)
    .map(({ word }) => word)
