import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type BetterSqlite3 from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as client from './client'
import { closeDatabase, database, immediately, openDatabase, type Transaction } from './client'
import { Sqlite } from './sqlite.mjs'

let folder: string
let file: string
/** A connection such as another process has. */
let other: BetterSqlite3.Database

const add = (tx: Transaction, word: string) => tx.run(sql`insert into words values (${word})`)
const words = () =>
  database()
    .all<{ word: string }>(sql`select word from words`)
    .map(({ word }) => word)
const pause = () => new Promise((resolve) => setTimeout(resolve, 20))

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-'))
  file = join(folder, 'portal.db')
  openDatabase(file)
  client.unsafeWritingConnection().exec('create table words (word text unique)')
  other = new Sqlite(file)
})

afterEach(async () => {
  vi.restoreAllMocks()
  other.close()
  await closeDatabase()
  rmSync(folder, { recursive: true })
})

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

describe('immediately', () => {
  it('gives back what the work gives, once it is on the disk', async () => {
    const result = await immediately(async (tx) => {
      add(tx, 'a')
      return { id: 1 }
    })
    expect(result).toEqual({ id: 1 })
    expect(other.prepare('select word from words').pluck().all()).toEqual(['a'])
  })

  it('sees in a transaction what it wrote', async () => {
    const seen = await immediately(async (tx) => {
      add(tx, 'a')
      return tx.all<{ word: string }>(sql`select word from words`)
    })
    expect(seen).toEqual([{ word: 'a' }])
  })

  it('does one transaction after the other, in the order they were asked for', async () => {
    const order: string[] = []
    const transaction = (name: string, turns: number) =>
      immediately(async (tx) => {
        order.push(`${name} begins`)
        for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve))
        add(tx, name)
        order.push(`${name} ends`)
      })
    await Promise.all([transaction('a', 5), transaction('b', 0), transaction('c', 2)])
    expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
    expect(words()).toEqual(['a', 'b', 'c'])
  })

  it('holds the write lock from its start', async () => {
    other.pragma('busy_timeout = 0')
    await immediately(async () => {
      expect(() => other.exec('begin immediate')).toThrow('database is locked')
    })
    other.exec('begin immediate; rollback')
  })

  describe('when the work fails', () => {
    it('writes nothing and fails with the same error', async () => {
      const error = new Error('not yours')
      const failing = immediately(async (tx) => {
        add(tx, 'a')
        throw error
      })
      await expect(failing).rejects.toBe(error)
      expect(words()).toEqual([])
    })

    it('goes on with the next', async () => {
      const results = await Promise.allSettled([
        immediately(async (tx) => void add(tx, 'a')),
        immediately(async (tx) => {
          add(tx, 'b')
          add(tx, 'a')
        }),
        immediately(async (tx) => void add(tx, 'c')),
      ])
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
      expect(words()).toEqual(['a', 'c'])
    })

    it('survives a work that throws before it returns a promise', async () => {
      const failing = immediately(() => {
        throw new Error('at once')
      })
      await expect(failing).rejects.toThrow('at once')
      await immediately(async (tx) => void add(tx, 'a'))
      expect(words()).toEqual(['a'])
    })

    it('survives a statement that ended the transaction itself', async () => {
      const failing = immediately(async (tx) => {
        add(tx, 'a')
        tx.run(sql`insert or rollback into words values ('a')`)
      })
      await expect(failing).rejects.toThrow()
      await immediately(async (tx) => void add(tx, 'b'))
      expect(words()).toEqual(['b'])
    })
  })

  describe("waits for another process's transaction", () => {
    it('and then does its own', async () => {
      other.exec("begin immediate; insert into words values ('theirs')")
      let isBegun = false
      const ours = immediately(async (tx) => {
        isBegun = true
        add(tx, 'ours')
      })
      await pause()
      expect(isBegun).toBe(false)
      other.exec('commit')
      await ours
      expect(words()).toEqual(['theirs', 'ours'])
    })

    it('while reading goes on', async () => {
      other.exec("begin immediate; insert into words values ('theirs')")
      const ours = immediately(async (tx) => void add(tx, 'ours'))
      await pause()
      expect(words()).toEqual([])
      other.exec('rollback')
      await ours
      expect(words()).toEqual(['ours'])
    })

    it('but not for ever', async () => {
      other.exec('begin immediate')
      const began = Date.now()
      const ours = immediately(async (tx) => void add(tx, 'ours'))
      await pause()
      vi.spyOn(Date, 'now').mockReturnValue(began + 60_000)
      await expect(ours).rejects.toThrow('database is locked')
      other.exec('rollback')
      await immediately(async (tx) => void add(tx, 'later'))
      expect(words()).toEqual(['later'])
    })
  })

  it('refuses a transaction inside another', async () => {
    const nested = immediately(async (tx) => {
      add(tx, 'outer')
      await immediately(async (inner) => void add(inner, 'inner'))
    })
    await expect(nested).rejects.toThrow('A transaction was begun inside another one.')
    expect(words()).toEqual([])
  })

  it('takes one that is asked for after another ended', async () => {
    await immediately(async (tx) => void add(tx, 'a')).then(() => immediately(async (tx) => void add(tx, 'b')))
    expect(words()).toEqual(['a', 'b'])
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

describe('transactions that wait together', () => {
  it('reach the disk together, and fail each by itself', async () => {
    const commits = vi.spyOn(client.unsafeWritingConnection(), 'exec')
    const outcomes = await Promise.allSettled(
      ['one', 'two', 'one', 'three'].map((word) => immediately(async (tx) => void add(tx, word))),
    )
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
    expect(words()).toEqual(['one', 'two', 'three'])
    expect(commits.mock.calls.filter(([statement]) => statement === 'COMMIT')).toHaveLength(1)
  })

  it('reach it together as well when they begin a little later in the same turn', async () => {
    const commits = vi.spyOn(client.unsafeWritingConnection(), 'exec')
    const first = immediately(async (tx) => void add(tx, 'one'))
    for (let tick = 0; tick < 10; tick += 1) await Promise.resolve()
    await Promise.all([first, immediately(async (tx) => void add(tx, 'two'))])
    expect(words()).toEqual(['one', 'two'])
    expect(commits.mock.calls.filter(([statement]) => statement === 'COMMIT')).toHaveLength(1)
  })

  it('are told only once everything is on the disk', async () => {
    const first = immediately(async (tx) => void add(tx, 'early')).then(() => words())
    const second = immediately(async (tx) => void add(tx, 'late'))
    expect(await first).toEqual(['early', 'late'])
    await second
  })

  it('all fail when the disk fails, with nothing written', async () => {
    const connection = client.unsafeWritingConnection()
    const exec = connection.exec.bind(connection)
    vi.spyOn(connection, 'exec').mockImplementation((statement) => {
      if (statement === 'COMMIT') throw new Error('disk full')
      return exec(statement)
    })
    const outcomes = await Promise.allSettled(['a', 'b'].map((word) => immediately(async (tx) => void add(tx, word))))
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    vi.restoreAllMocks()
    expect(words()).toEqual([])
    await immediately(async (tx) => void add(tx, 'again'))
    expect(words()).toEqual(['again'])
  })
})
