import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { database } from '@/db/client'
import { moderationWords } from '@/db/schema/moderation'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { write } from '../write'
import { readWordLists } from './rule-record'
import { findWords } from './word-list'

let fresh: FreshDatabase
beforeEach(() => {
  fresh = openFreshDatabase()
})
afterEach(() => fresh.close())

const add = (entry: string) =>
  write(async (tx) => void (await tx.insert(moderationWords).values({ list: 'banned', entry })))
const remove = (entry: string) =>
  write(async (tx) => void (await tx.delete(moderationWords).where(eq(moderationWords.entry, entry))))
const finds = async (text: string) => findWords((await readWordLists(database())).banned, text).length > 0

it('is made ready once, and anew when an entry came or went', async () => {
  await add('vermin')
  const ready = await readWordLists(database())
  expect(await readWordLists(database())).toBe(ready)
  expect(await finds('Vermin!')).toBe(true)
  await add('scum')
  expect(await finds('Scum!')).toBe(true)
  await remove('vermin')
  expect(await finds('Vermin!')).toBe(false)
  expect(await finds('Scum!')).toBe(true)
  // As many entries as before, and others.
  await remove('scum')
  await add('vermin')
  expect(await finds('Vermin!')).toBe(true)
  expect(await finds('Scum!')).toBe(false)
})

it('forgets what a transaction added and took back', async () => {
  const attempt = write(async (tx) => {
    await tx.insert(moderationWords).values({ list: 'banned', entry: 'vermin', addedAt: new Date(1) })
    expect(findWords((await readWordLists(tx)).banned, 'Vermin!')).toHaveLength(1)
    throw new Error('not this time')
  })
  await expect(attempt).rejects.toThrow('not this time')
  await add('scum')
  expect(await finds('Scum!')).toBe(true)
  expect(await finds('Vermin!')).toBe(false)
})
