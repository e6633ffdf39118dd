import { afterEach, beforeEach, expect, it } from 'vitest'
import { database, type Transaction } from '@/db/client'
import { settings } from '@/db/schema/site'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { write } from '../write'
import { madeOnce, readSettings } from './settings-record'
import { readSite } from './site-record'

let fresh: FreshDatabase
beforeEach(() => {
  fresh = openFreshDatabase()
})
afterEach(() => fresh.close())

const name = (value: string) => async (tx: Transaction) => {
  const set = { name: 'name', value }
  await tx.insert(settings).values(set).onConflictDoUpdate({ target: settings.name, set })
}

it('gives the same for as long as nothing is set, and another as soon as something is', async () => {
  let made = 0
  const count = madeOnce(() => {
    made += 1
    return made
  })
  const before = await readSettings(database())
  expect(await readSettings(database())).toBe(before)
  expect([count(before), count(before)]).toEqual([1, 1])
  await write(name('The Courier'))
  expect(count(await readSettings(database()))).toBe(2)
  expect(await readSite(database())).toMatchObject({ name: 'The Courier' })
  expect(await readSite(database())).toBe(await readSite(database()))
})

it('keeps nothing that a transaction set and took back', async () => {
  const attempt = write(async (tx) => {
    await name('The Phantom')(tx)
    expect(await readSite(tx)).toMatchObject({ name: 'The Phantom' })
    throw new Error('not this time')
  })
  await expect(attempt).rejects.toThrow('not this time')
  expect(await readSite(database())).toMatchObject({ name: 'Broadsheet' })
})
