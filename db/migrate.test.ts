import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type BetterSqlite3 from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closeDatabase, openDatabase, unsafeWritingConnection } from './client'
import { migrateDatabase, pendingMigrations } from './migrate'
import { Sqlite } from './sqlite.mjs'

const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url))

/** Small migrations that begin with a table of the same name as ours. */
const STEPS = [
  'create table articles (headline text)',
  "alter table articles add column slug text default 'none'",
  'create table tags (word text)',
]

let folder: string
let backups: string

/** A version of the application that has these migrations. */
function version(...statements: string[]): string {
  const target = join(folder, 'migrations')
  mkdirSync(join(target, 'meta'), { recursive: true })
  const entries = statements.map((statement, idx) => {
    const tag = `000${idx}_step`
    writeFileSync(join(target, `${tag}.sql`), statement)
    return { idx, version: '6', when: 1_700_000_000_000 + idx, tag, breakpoints: true }
  })
  writeFileSync(join(target, 'meta/_journal.json'), JSON.stringify({ version: '7', dialect: 'sqlite', entries }))
  return target
}

function columns(database: BetterSqlite3.Database): string[] {
  return database.prepare("select name from pragma_table_info('articles')").pluck().all() as string[]
}

function inBackup<Result>(file: string | null, look: (backup: BetterSqlite3.Database) => Result): Result {
  const backup = new Sqlite(file as string, { readonly: true })
  try {
    return look(backup)
  } finally {
    backup.close()
  }
}

const backupsMade = () => {
  try {
    return readdirSync(backups)
  } catch {
    return []
  }
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-'))
  backups = join(folder, 'data/backups')
  openDatabase(join(folder, 'portal.db'))
})

afterEach(async () => {
  await closeDatabase()
  rmSync(folder, { recursive: true })
})

describe('migrateDatabase', () => {
  it('makes every table in a fresh database, without a backup of nothing', () => {
    const pending = pendingMigrations(MIGRATIONS)
    expect(pending).toBeGreaterThan(0)
    expect(migrateDatabase(MIGRATIONS, backups)).toEqual({ applied: pending, backup: null })
    expect(columns(unsafeWritingConnection())).toEqual(expect.arrayContaining(['id', 'headline', 'slug']))
    expect([pendingMigrations(MIGRATIONS), backupsMade()]).toEqual([0, []])
  })

  it('leaves references whole', () => {
    migrateDatabase(MIGRATIONS, backups)
    expect(unsafeWritingConnection().pragma('foreign_key_check')).toEqual([])
    expect(unsafeWritingConnection().pragma('integrity_check', { simple: true })).toBe('ok')
  })

  it('does nothing when there is nothing to do', () => {
    migrateDatabase(MIGRATIONS, backups)
    expect(migrateDatabase(MIGRATIONS, backups)).toEqual({ applied: 0, backup: null })
    expect(backupsMade()).toEqual([])
  })

  it('does nothing after the database was opened anew', async () => {
    migrateDatabase(MIGRATIONS, backups)
    await closeDatabase()
    openDatabase(join(folder, 'portal.db'))
    expect(migrateDatabase(MIGRATIONS, backups)).toEqual({ applied: 0, backup: null })
  })

  it('copies a database that holds data before it changes it', () => {
    migrateDatabase(version(...STEPS.slice(0, 1)), backups)
    unsafeWritingConnection().exec("insert into articles values ('Wave crest')")
    const { applied, backup } = migrateDatabase(version(...STEPS.slice(0, 2)), backups)
    expect(applied).toBe(1)
    expect(backupsMade().map((name) => join(backups, name))).toEqual([backup])
    expect(inBackup(backup, (copy) => copy.prepare('select * from articles').all())).toEqual([
      { headline: 'Wave crest' },
    ])
    expect(unsafeWritingConnection().prepare('select * from articles').all()).toEqual([
      { headline: 'Wave crest', slug: 'none' },
    ])
  })

  it('copies what is written but not yet moved into the main file', () => {
    migrateDatabase(version(...STEPS.slice(0, 1)), backups)
    unsafeWritingConnection().pragma('wal_autocheckpoint = 0')
    unsafeWritingConnection().exec("insert into articles values ('in the log')")
    const { backup } = migrateDatabase(version(...STEPS.slice(0, 2)), backups)
    expect(inBackup(backup, (copy) => copy.prepare('select headline from articles').pluck().all())).toEqual([
      'in the log',
    ])
  })

  it('catches up with several versions at once', () => {
    migrateDatabase(version(...STEPS.slice(0, 1)), backups)
    expect(migrateDatabase(version(...STEPS), backups).applied).toBe(2)
    expect(columns(unsafeWritingConnection())).toEqual(['headline', 'slug'])
    expect(backupsMade()).toHaveLength(1)
  })

  describe('changes nothing', () => {
    it('when the copy cannot be made', () => {
      migrateDatabase(version(...STEPS.slice(0, 1)), backups)
      mkdirSync(join(folder, 'data'), { recursive: true })
      writeFileSync(backups, 'a file where the folder should be')
      const next = version(...STEPS.slice(0, 2))
      expect(() => migrateDatabase(next, backups)).toThrow(/EEXIST|ENOTDIR/)
      expect(columns(unsafeWritingConnection())).toEqual(['headline'])
      expect(pendingMigrations(next)).toBe(1)
    })

    it('when one of several steps fails', () => {
      migrateDatabase(version(...STEPS.slice(0, 1)), backups)
      const next = version(...STEPS.slice(0, 2), 'insert into nowhere values (1)')
      expect(() => migrateDatabase(next, backups)).toThrow()
      expect(columns(unsafeWritingConnection())).toEqual(['headline'])
      expect(pendingMigrations(next)).toBe(2)
      expect(backupsMade()).toHaveLength(1)
    })

    it('when there are no migrations to read', () => {
      expect(() => migrateDatabase(join(folder, 'nowhere'), backups)).toThrow(/ENOENT/)
    })
  })

  it('needs an open database', async () => {
    await closeDatabase()
    expect(() => migrateDatabase(MIGRATIONS, backups)).toThrow('The database is not open')
  })
})

describe('pendingMigrations', () => {
  it('counts what this version has and the database lacks', () => {
    expect(pendingMigrations(version(...STEPS))).toBe(3)
    migrateDatabase(version(...STEPS.slice(0, 2)), backups)
    expect(pendingMigrations(version(...STEPS))).toBe(1)
  })
})
