import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { closeDatabase, database, immediately, openDatabase } from './client'
import { prepared } from './prepared'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'newsroom-'))
  openDatabase(join(folder, 'portal.db'))
})
afterEach(async () => {
  await closeDatabase()
  rmSync(folder, { recursive: true, force: true })
})

it('puts a statement into words once for each connection, and asks it with what it is given', async () => {
  let built = 0
  const sum = prepared((source) => {
    built += 1
    return source
      .select({ sum: sql<number>`${sql.placeholder('one')} + ${sql.placeholder('other')}` })
      .from(sql`(select 1)`)
      .prepare()
  })
  expect(await sum(database()).execute({ one: 1, other: 2 })).toEqual([{ sum: 3 }])
  expect(await sum(database()).execute({ one: 20, other: 2 })).toEqual([{ sum: 22 }])
  expect(built).toBe(1)
  await immediately(async (tx) => expect(await sum(tx).execute({ one: 2, other: 2 })).toEqual([{ sum: 4 }]))
  await immediately(async (tx) => expect(await sum(tx).execute({ one: 3, other: 2 })).toEqual([{ sum: 5 }]))
  expect(built).toBe(2)
  await closeDatabase()
  openDatabase(join(folder, 'other.db'))
  expect(await sum(database()).execute({ one: 4, other: 2 })).toEqual([{ sum: 6 }])
  expect(built).toBe(3)
})
