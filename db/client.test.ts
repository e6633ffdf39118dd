import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as client from './client'
import { closeDatabase, database, immediately, openDatabase } from './client'
import { add, type OpenWords, openWords, words } from './test-words'

let open: OpenWords
let folder: string
let file: string

beforeEach(() => {
  open = openWords()
  ;({ folder, file } = open)
})
afterEach(() => open.close())

describe('openDatabase', () => {
  it('makes the file and the folders above it', async () => {
    await closeDatabase()
    const deep = join(folder, 'one/two/portal.db')
    openDatabase(deep)
    expect(existsSync(deep)).toBe(true)
  })

  it('loses no acknowledged row and minds references', () => {
    const pragma = (name: string) => client.unsafeWritingConnection().pragma(name, { simple: true })
    expect([pragma('journal_mode'), pragma('synchronous'), pragma('foreign_keys')]).toEqual(['wal', 2, 1])
  })

  it('does nothing when the same file is open', () => {
    const connection = client.unsafeReadingConnection()
    openDatabase(file)
    expect(client.unsafeReadingConnection()).toBe(connection)
  })

  it('finds again what was written before', async () => {
    await immediately(async (tx) => void add(tx, 'kept'))
    await closeDatabase()
    openDatabase(file)
    expect(words()).toEqual(['kept'])
  })

  it('tells how long statements took, and on which side', async () => {
    await closeDatabase()
    const told: [string, number][] = []
    openDatabase(file, (side, milliseconds) => told.push([side, milliseconds]))
    expect(words()).toEqual([])
    expect(told.map(([side]) => side)).toEqual(['reading'])
    await immediately(async (tx) => void add(tx, 'a'))
    expect(told.map(([side]) => side)).toEqual(['reading', 'writing'])
    for (const [, milliseconds] of told) expect(milliseconds).toBeGreaterThanOrEqual(0)
    expect(words()).toEqual(['a'])
  })

  it('refuses another file while one is open', () => {
    const another = join(folder, 'another.db')
    expect(() => openDatabase(another)).toThrow(`The database ${file} is open; close it before opening ${another}.`)
    expect(existsSync(another)).toBe(false)
  })

  it('refuses a file that is no database', async () => {
    await closeDatabase()
    writeFileSync(join(folder, 'notes.db'), 'not a database, only words '.repeat(200))
    expect(() => openDatabase(join(folder, 'notes.db'))).toThrow('file is not a database')
    expect(() => database()).toThrow('The database is not open')
  })
})

describe('database', () => {
  it('reads what is on the disk', async () => {
    await immediately(async (tx) => void add(tx, 'a'))
    expect(words()).toEqual(['a'])
  })

  it('is the same each time', () => {
    expect(database()).toBe(database())
  })

  it.each(["insert into words values ('a')", 'delete from words', 'create table more (a)', 'drop table words'])(
    'cannot write: %s',
    (statement) => {
      expect(() => database().run(sql.raw(statement))).toThrow()
      expect(() => client.unsafeReadingConnection().exec(statement)).toThrow('attempt to write a readonly database')
      expect(words()).toEqual([])
    },
  )

  it('does not see a transaction before its end', async () => {
    const seen: string[][] = []
    await immediately(async (tx) => {
      add(tx, 'a')
      seen.push(words())
    })
    seen.push(words())
    expect(seen).toEqual([[], ['a']])
  })

  it('is not there before it is opened, nor after it is closed', async () => {
    await closeDatabase()
    const uses = [database, client.unsafeReadingConnection, client.unsafeWritingConnection]
    for (const use of uses) expect(use).toThrow('The database is not open: openDatabase(file) comes first.')
    expect(() => immediately(async () => {})).toThrow('The database is not open')
  })
})

describe('closeDatabase', () => {
  it('waits for what is queued', async () => {
    const writing = [1, 2, 3].map((count) => immediately(async (tx) => void add(tx, `word ${count}`)))
    await closeDatabase()
    await Promise.all(writing)
    openDatabase(file)
    expect(words()).toHaveLength(3)
  })

  it('does not mind a failure in the queue', async () => {
    const failing = immediately(async () => {
      throw new Error('not yours')
    })
    await Promise.all([closeDatabase(), expect(failing).rejects.toThrow('not yours')])
    expect(() => database()).toThrow('not open')
  })

  it('does nothing when nothing is open', async () => {
    await closeDatabase()
    await closeDatabase()
  })

  it('lets another file be opened', async () => {
    await closeDatabase()
    openDatabase(join(folder, 'another.db'))
    expect(() => words()).toThrow()
  })
})

it('is one for every copy of the module in the process', async () => {
  await immediately(async (tx) => void add(tx, 'a'))
  vi.resetModules()
  const copy = await import('./client')
  expect(copy.immediately).not.toBe(immediately)
  expect(copy.unsafeReadingConnection()).toBe(client.unsafeReadingConnection())
  await Promise.all([copy.immediately(async (tx) => void add(tx, 'b')), immediately(async (tx) => void add(tx, 'c'))])
  expect(words()).toEqual(['a', 'b', 'c'])
})
