import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { people } from '@/db/schema/people'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
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
const middle = (times: number[]) => times.sort((left, right) => left - right)[times.length >> 1] ?? 0

/** Known and unknown in turn, so that what else the machine does falls on both. */
async function medians(rounds: number, work: (email: string) => Promise<unknown>): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round += 1)
    for (const [kind, list] of [
      ['known', times[0]],
      ['unknown', times[1]],
    ] as const) {
      const began = performance.now()
      await work(`${kind}-${round}@time.example`).catch(() => null)
      list.push(performance.now() - began)
    }
  return [middle(times[0]), middle(times[1])]
}

it.each([
  ['a password', (email: string) => signInByPassword(email, 'not the harbour', caller())],
  ['a code', (email: string) => sendEnterCode(email, '', caller())],
  ['a reset', (email: string) => requestReset(email, caller())],
] as const)('%s takes as long for an address that is known as for one that is not', async (_, work) => {
  const passwordHash = await hashPassword('the quiet harbour')
  const rounds = 40
  const rows = Array.from({ length: rounds }, (_, round) => {
    const email = `known-${round}@time.example`
    return { name: 'Remy', email, mailbox: email, passwordHash }
  })
  await write(async (tx) => void (await tx.insert(people).values(rows)))
  const [known, unknown] = await medians(rounds, work)
  // A hash that is not made, or a mail that is not written, is a factor of many.
  expect(Math.max(known, unknown) / Math.min(known, unknown)).toBeLessThan(1.6)
})
