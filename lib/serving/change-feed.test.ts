import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type BetterSqlite3 from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closeDatabase, openDatabase } from '@/db/client'
import { migrateDatabase } from '@/db/migrate'
import { Sqlite } from '@/db/sqlite.mjs'
import { projectRoot } from '../root'
import { type ChangeKey, changed, onChange, processOrigin, write } from '../write'
import { ChangeFeed } from './change-feed'

let folder: string
let other: BetterSqlite3.Database
let told: (readonly ChangeKey[])[]
let stopListening: () => void
let now: number

/** Another process's command. */
function otherProcessChanges(...keys: ChangeKey[]): void {
  other.prepare("insert into changes (origin, keys) values ('another', ?)").run(JSON.stringify(keys))
}

function later(): number {
  now += 10
  return now
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-'))
  openDatabase(join(folder, 'portal.db'))
  migrateDatabase(join(projectRoot(), 'db/migrations'), join(folder, 'backups'))
  other = new Sqlite(join(folder, 'portal.db'))
  told = []
  now = 1000
  stopListening = onChange((keys) => told.push(keys))
})

afterEach(async () => {
  stopListening()
  other.close()
  await closeDatabase()
  rmSync(folder, { recursive: true })
})

describe('ChangeFeed', () => {
  it('announces what another process changed', () => {
    const feed = new ChangeFeed()
    otherProcessChanges('article:12', 'latest')
    feed.catchUp(later())
    expect(told).toEqual([['article:12', 'latest']])
  })

  it('announces several transactions in their order, each once', () => {
    const feed = new ChangeFeed()
    otherProcessChanges('article:1')
    otherProcessChanges('article:2')
    feed.catchUp(later())
    feed.catchUp(later())
    otherProcessChanges('article:3')
    feed.catchUp(later())
    expect(told).toEqual([['article:1'], ['article:2'], ['article:3']])
  })

  it('says nothing when nothing was written', () => {
    const feed = new ChangeFeed()
    feed.catchUp(later())
    expect(told).toEqual([])
  })

  it('says nothing of what was changed before it began', () => {
    otherProcessChanges('article:1')
    const feed = new ChangeFeed()
    feed.catchUp(later())
    expect(told).toEqual([])
  })

  it('does not announce a second time what this process changed itself', async () => {
    const feed = new ChangeFeed()
    await write(async () => changed('site'))
    expect(told).toEqual([['site']])
    feed.catchUp(later())
    expect(told).toEqual([['site']])
  })

  it("finds another process's change among its own", async () => {
    const feed = new ChangeFeed()
    await write(async () => changed('article:1'))
    otherProcessChanges('article:2')
    await write(async () => changed('article:3'))
    feed.catchUp(later())
    expect(told).toEqual([['article:1'], ['article:3'], ['article:2']])
  })

  it('writes down its own for the others', async () => {
    await write(async () => changed('front:home', 'latest'))
    const rows = other.prepare('select origin, keys from changes').all()
    expect(rows).toEqual([{ origin: processOrigin, keys: '["front:home","latest"]' }])
  })

  it('does not tell of a transaction that is not yet on the disk', () => {
    const feed = new ChangeFeed()
    other.exec('begin immediate')
    otherProcessChanges('article:1')
    feed.catchUp(later())
    expect(told).toEqual([])
    other.exec('commit')
    feed.catchUp(later())
    expect(told).toEqual([['article:1']])
  })

  it('never tells of a transaction that was taken back', () => {
    const feed = new ChangeFeed()
    other.exec('begin immediate')
    otherProcessChanges('article:1')
    other.exec('rollback')
    feed.catchUp(later())
    expect(told).toEqual([])
  })

  it('is not confused when old changes are forgotten', () => {
    const feed = new ChangeFeed()
    otherProcessChanges('article:1')
    feed.catchUp(later())
    other.exec('delete from changes')
    feed.catchUp(later())
    otherProcessChanges('article:2')
    feed.catchUp(later())
    expect(told).toEqual([['article:1'], ['article:2']])
  })

  it('looks at most once in two milliseconds', () => {
    const feed = new ChangeFeed()
    feed.catchUp(later())
    otherProcessChanges('article:1')
    feed.catchUp(now + 1)
    expect(told).toEqual([])
    feed.catchUp(now + 2)
    expect(told).toEqual([['article:1']])
  })

  it('looks at once where it is told to', () => {
    const feed = new ChangeFeed()
    feed.catchUp(later())
    otherProcessChanges('article:1')
    feed.lookNow(now + 1)
    expect(told).toEqual([['article:1']])
    feed.lookNow()
    expect(told).toEqual([['article:1']])
  })

  it('cannot begin without a database', async () => {
    await closeDatabase()
    expect(() => new ChangeFeed()).toThrow('The database is not open')
  })
})
