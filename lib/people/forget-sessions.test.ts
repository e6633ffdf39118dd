import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { database } from '@/db/client'
import { mailCodes, people, sessions } from '@/db/schema/people'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { write } from '../write'
import { forgetSessions } from './forget-sessions'
import { issueCode } from './mail-code'
import { openSession, revokeSessions } from './session-commands'

const DAY = 86_400_000

let fresh: FreshDatabase
beforeEach(() => {
  vi.stubEnv('NEXTAUTH_SECRET', 'a secret of this test, and of no other one')
  fresh = openFreshDatabase()
})
afterEach(async () => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
  await fresh.close()
})

it('forgets what opens nothing any more, after a while, and keeps what does', async () => {
  const email = 'remy@news.example'
  await write(async (tx) => {
    await tx.insert(people).values({ name: 'Remy', email, mailbox: email })
    await openSession(tx, 1, { device: 'ended', networkHash: '' })
    await revokeSessions(tx, 1)
    await openSession(tx, 1, { device: 'open', networkHash: '' })
    await issueCode(tx, { purpose: 'enter', email, mailbox: email })
  })
  const forget = forgetSessions()
  await forget()
  expect(await database().select().from(sessions)).toHaveLength(2)
  expect(await database().select().from(mailCodes)).toHaveLength(1)
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 31 * DAY })
  await forget()
  expect(await database().select().from(sessions)).toMatchObject([{ device: 'open' }])
  expect(await database().select().from(mailCodes)).toEqual([])
  vi.setSystemTime(Date.now() + 61 * DAY)
  await forget()
  expect(await database().select().from(sessions)).toEqual([])
})
