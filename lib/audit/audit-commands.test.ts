import { afterEach, beforeEach, expect, it } from 'vitest'
import { database } from '@/db/client'
import { audit as rows } from '@/db/schema/site'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { unsafeOperator } from '../people/viewer'
import { write } from '../write'
import { audit } from './audit-commands'

let fresh: FreshDatabase
beforeEach(() => {
  fresh = openFreshDatabase()
})
afterEach(() => fresh.close())

it('notes who did what to what', async () => {
  await write((tx) => audit(tx, unsafeOperator(), { action: 'site.rename', subject: 'site', detail: { to: 'Record' } }))
  expect(await database().select().from(rows)).toMatchObject([
    { actor: 'operator', personId: null, action: 'site.rename', subject: 'site', detail: { to: 'Record' } },
  ])
})

it('leaves no line of what was rolled back', async () => {
  const attempt = write(async (tx) => {
    await audit(tx, unsafeOperator(), { action: 'site.rename', subject: 'site' })
    throw new Error('no')
  })
  await expect(attempt).rejects.toThrow('no')
  expect(await database().select().from(rows)).toEqual([])
})
