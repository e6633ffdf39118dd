import type BetterSqlite3 from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { immediately, unsafeWritingConnection } from './client'
import { add, type OpenWords, openWords, words } from './test-words'

let open: OpenWords
let other: BetterSqlite3.Database

const pause = () => new Promise((resolve) => setTimeout(resolve, 20))

beforeEach(() => {
  open = openWords()
  other = open.other
})
afterEach(() => {
  vi.restoreAllMocks()
  return open.close()
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

describe('transactions that wait together', () => {
  it('reach the disk together, and fail each by itself', async () => {
    const commits = vi.spyOn(unsafeWritingConnection(), 'exec')
    const outcomes = await Promise.allSettled(
      ['one', 'two', 'one', 'three'].map((word) => immediately(async (tx) => void add(tx, word))),
    )
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
    expect(words()).toEqual(['one', 'two', 'three'])
    expect(commits.mock.calls.filter(([statement]) => statement === 'COMMIT')).toHaveLength(1)
  })

  it('reach it together as well when they begin a little later in the same turn', async () => {
    const commits = vi.spyOn(unsafeWritingConnection(), 'exec')
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
    const connection = unsafeWritingConnection()
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
