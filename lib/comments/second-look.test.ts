import { afterEach, beforeEach, expect, it } from 'vitest'
import { moderationWords } from '@/db/schema/moderation'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { Sent } from '../people/form-response'
import { unsafeViewer } from '../people/viewer'
import { write } from '../write'
import { CommentRefused } from './comment-refused'
import { askWhetherSure } from './second-look'

let fresh: FreshDatabase
beforeEach(async () => {
  fresh = openFreshDatabase()
  await write(async (tx) => void (await tx.insert(moderationWords).values({ list: 'suspect', entry: 'idiot' })))
})
afterEach(() => fresh.close())

const remy = unsafeViewer({ id: 1, name: 'Remy', role: 'commenter' })
const sent = (sure = '') => new Sent(new Map([['sure', sure]]))

it('asks once about what may not be meant, and takes it when it is', async () => {
  const asked = await askWhetherSure(remy, sent(), 'You idiot.').catch((error) => error)
  expect(asked).toBeInstanceOf(CommentRefused)
  expect(asked.refusal).toMatchObject({ status: 422, problems: [{ field: 'sure' }] })
  await askWhetherSure(remy, sent('1'), 'You idiot.')
  await askWhetherSure(remy, sent(), 'You are right.')
})

it('does not ask the newsroom’s own', async () => {
  await askWhetherSure(unsafeViewer({ id: 2, name: 'Wren', role: 'author' }), sent(), 'You idiot.')
})
