import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { people } from '@/db/schema/people'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { timesTheWork } from '../operating/processor-time'
import { write } from '../write'
import { requestReset } from './account-commands'
import { sendEnterCode } from './enter-commands'
import { hashPassword } from './password'
import { signInByPassword } from './sign-in-commands'

let fresh: FreshDatabase
beforeEach(() => {
  vi.stubEnv('NEXTAUTH_SECRET', 'a secret of this test, and of no other one')
  fresh = openFreshDatabase()
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await fresh.close()
})

let asked = 0
const caller = () => ({ network: `198.18.${asked++ >> 8}.${asked & 255}`, networkHash: '', device: '' })

/** How many requests are one run. */
const REQUESTS = 10
/** As many as can be asked for. */
const KNOWN = 2 * 26 * REQUESTS
/** A hash that is not made, or a mail that is not written, is a factor of many. */
const APART = 1.6

it.each([
  ['a password', (email: string) => signInByPassword(email, 'not the harbour', caller())],
  ['a code', (email: string) => sendEnterCode(email, '', caller())],
  ['a reset', (email: string) => requestReset(email, caller())],
] as const)('%s takes as long for an address that is known as for one that is not', async (_, work) => {
  const passwordHash = await hashPassword('the quiet harbour')
  const rows = Array.from({ length: KNOWN }, (_, number) => {
    const email = `known-${number}@time.example`
    return { name: 'Remy', email, mailbox: email, passwordHash }
  })
  await write(async (tx) => void (await tx.insert(people).values(rows)))
  const run = (kind: string) => {
    let number = 0
    return async () => {
      for (let request = 0; request < REQUESTS; request += 1)
        await work(`${kind}-${number++}@time.example`).catch(() => null)
    }
  }
  const [known, unknown] = [run('known'), run('unknown')]
  expect(await timesTheWork(known, unknown, APART)).toBeLessThan(APART)
  expect(await timesTheWork(unknown, known, APART)).toBeLessThan(APART)
})
