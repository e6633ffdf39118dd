import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import { mails } from '@/db/schema/mails'
import { people } from '@/db/schema/people'
import { authenticators, recoveryCodes } from '@/db/schema/staff'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { changeSite } from '../site/site-commands'
import { write } from '../write'
import { codeAddress, codeAt, newCodeSecret, stepOfCode } from './one-time-code'
import { addPerson } from './person-commands'
import { seal, unseal } from './seal'
import {
  confirmAuthenticator,
  offerAuthenticator,
  removeAuthenticator,
  renewRecoveryCodes,
  resetFactors,
} from './second-factor-commands'
import { getSecondFactors } from './second-factor-queries'
import { confirmByCode } from './second-step'
import { openSession } from './session-commands'
import { findHalfway, findSigned, type Halfway } from './session-queries'
import { Refused, type Role, unsafeOperator, unsafeViewer } from './viewer'

const operator = unsafeOperator()
const caller = { network: '', networkHash: '', device: '' }
const HALF_A_MINUTE = 30_000

let fresh: FreshDatabase
let secretBefore: string | undefined
beforeEach(() => {
  secretBefore = process.env.NEXTAUTH_SECRET
  process.env.NEXTAUTH_SECRET = 'a secret that only tests have, and nobody else'
  fresh = openFreshDatabase()
})
afterEach(async () => {
  process.env.NEXTAUTH_SECRET = secretBefore
  await fresh.close()
})

let people_ = 0
async function signedIn(role: Role) {
  people_ += 1
  const name = `Wren ${people_}`
  const { id } = await addPerson(operator, { email: `wren${people_}@news.example`, name, role })
  const session = await write((tx) => openSession(tx, id, caller))
  return { id, secret: session.secret, viewer: unsafeViewer({ id, name, role, sessionId: session.id }) }
}

/** Sets an app up, and gives its secret and the recovery codes. */
async function withApp(role: Role = 'author', now = Date.now()) {
  const person = await signedIn(role)
  const { secret: app } = await offerAuthenticator(person.viewer)
  const codes = (await confirmAuthenticator(person.viewer, codeAt(app, now), now)) ?? []
  const again = await write((tx) => openSession(tx, person.id, caller))
  const halfway = (await findHalfway(again.secret)) as Halfway
  return { ...person, app, codes, halfway, newSecret: again.secret }
}

describe('a code', () => {
  const secret = newCodeSecret()
  const now = 1_700_000_000_000

  it('is good for its half minute and those beside it, and once', () => {
    const step = stepOfCode(secret, codeAt(secret, now), 0, now)
    expect(step).toBe(Math.floor(now / HALF_A_MINUTE))
    expect(stepOfCode(secret, codeAt(secret, now), 0, now + HALF_A_MINUTE)).toBe(step)
    expect(stepOfCode(secret, codeAt(secret, now), 0, now + 3 * HALF_A_MINUTE)).toBeNull()
    expect(stepOfCode(secret, codeAt(secret, now), step as number, now)).toBeNull()
    expect(stepOfCode(secret, codeAt(secret, now - HALF_A_MINUTE), step as number, now)).toBeNull()
  })

  it.each(['', '12345', '1234567', 'abcdef', '１２３４５６', '0x1234'])('is not %j', (code) => {
    expect(stepOfCode(secret, code, 0, now)).toBeNull()
  })

  it('comes from an address that an app can read', () => {
    const address = new URL(codeAddress(secret, 'The: Record & Sons', 'ada@news.example'))
    expect(address.protocol).toBe('otpauth:')
    expect(address.searchParams.get('secret')).toBe(secret)
    expect(address.searchParams.get('issuer')).toBe('The  Record & Sons')
  })

  it('agrees with the values of RFC 6238', () => {
    // Appendix B has eight digits; the last six are those of a code of six.
    expect(codeAt('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', 59_000)).toBe('287082')
  })
})

describe('seal', () => {
  it('opens for its own use alone', () => {
    const sealed = seal('one', 'text')
    expect(unseal('one', sealed)).toBe('text')
    expect(() => unseal('other', sealed)).toThrow()
    expect(() => unseal('one', `${sealed.slice(0, -4)}AAAA`)).toThrow()
  })
})

describe('an app', () => {
  it('counts once its first code was right, and brings recovery codes', async () => {
    const { viewer } = await signedIn('author')
    const { secret } = await offerAuthenticator(viewer)
    expect((await offerAuthenticator(viewer)).secret).toBe(secret)
    await expect(confirmAuthenticator(viewer, '000000')).rejects.toThrow(/not the code/)
    expect((await getSecondFactors(viewer)).authenticatorSince).toBeNull()
    const codes = await confirmAuthenticator(viewer, codeAt(secret, Date.now()))
    expect(new Set(codes).size).toBe(10)
    expect(await getSecondFactors(viewer)).toMatchObject({ authenticatorSince: expect.any(Date), recoveryCodes: 10 })
    await expect(offerAuthenticator(viewer)).rejects.toThrow(/remove it first/)
    expect(JSON.stringify(await database().select().from(authenticators))).not.toContain(secret)
    for (const code of codes ?? [])
      expect(JSON.stringify(await database().select().from(recoveryCodes))).not.toContain(code)
    expect((await database().select().from(mails)).map(({ subject }) => subject)).toEqual([
      'Added to your account: an app with codes',
    ])
  })

  it('is not removed by anybody who would be without one', async () => {
    const { viewer } = await withApp('author')
    await expect(removeAuthenticator(viewer, true)).rejects.toThrow(/newsroom needs one/)
    await changeSite(operator, { isSecondFactorRequired: false })
    await expect(removeAuthenticator(viewer, false)).rejects.toThrow(/last one/)
    await removeAuthenticator(viewer, true)
    expect(await getSecondFactors(viewer)).toEqual({ authenticatorSince: null, passkeys: [], recoveryCodes: 0 })
  })

  it('is removed with everything else by an admin, who signs its owner out', async () => {
    const { id, viewer, newSecret } = await withApp()
    await expect(resetFactors(viewer, id)).rejects.toThrow(Refused)
    await resetFactors(operator, id)
    expect(await getSecondFactors(viewer)).toEqual({ authenticatorSince: null, passkeys: [], recoveryCodes: 0 })
    expect(await findHalfway(newSecret)).toBeNull()
    expect(await findSigned(newSecret)).toBeNull()
  })
})

describe('a session', () => {
  it('speaks for nobody before the second factor is shown', async () => {
    const { halfway, newSecret, app } = await withApp('editor')
    expect(await findSigned(newSecret)).toBeNull()
    const later = Date.now() + HALF_A_MINUTE
    await expect(confirmByCode(halfway, codeAt(app, Date.now()), caller, later)).rejects.toThrow(/used already/)
    await confirmByCode(halfway, codeAt(app, later), caller, later)
    expect((await findSigned(newSecret))?.viewer.role).toBe('editor')
    await expect(confirmByCode(halfway, codeAt(app, later), caller, later)).rejects.toThrow(/used already/)
  })

  it('takes a recovery code once, however it is typed', async () => {
    const { halfway, newSecret, codes } = await withApp()
    await confirmByCode(halfway, ` ${codes[0]?.toUpperCase().replace('-', ' ')} `, caller)
    expect(await findSigned(newSecret)).not.toBeNull()
    await expect(confirmByCode(halfway, codes[0] as string, caller)).rejects.toThrow(/used already/)
  })

  it('takes a code from one of two that come at once', async () => {
    const { halfway, codes } = await withApp()
    const outcomes = await Promise.allSettled([1, 2].map(() => confirmByCode(halfway, codes[1] as string, caller)))
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('takes nobody else’s recovery code, and none from before', async () => {
    const [wren, ed] = [await withApp(), await withApp()]
    await expect(confirmByCode(wren.halfway, ed.codes[0] as string, caller)).rejects.toThrow(/not right/)
    await renewRecoveryCodes(wren.viewer)
    await expect(confirmByCode(wren.halfway, wren.codes[0] as string, caller)).rejects.toThrow(/not right/)
  })

  it('is guessed at a limited number of times', async () => {
    const { halfway } = await withApp()
    const outcomes = []
    for (let attempt = 0; attempt < 20; attempt += 1) {
      outcomes.push(await confirmByCode(halfway, '000000', caller).catch((error: Error) => error.message))
    }
    expect(outcomes.at(-1)).toMatch(/too many attempts/)
  })

  it.each(['author', 'editor', 'moderator', 'admin'] as const)(
    'of a %s without a second factor is a commenter’s, until the setting is off',
    async (role) => {
      const { secret } = await signedIn(role)
      expect(await findSigned(secret)).toMatchObject({ viewer: { role: 'commenter' }, mustSetUp: true })
      await changeSite(operator, { isSecondFactorRequired: false })
      expect(await findSigned(secret)).toMatchObject({ viewer: { role }, mustSetUp: false })
    },
  )

  it('of staff who are suspended is a reader’s', async () => {
    const { id, secret } = await signedIn('editor')
    await changeSite(operator, { isSecondFactorRequired: false })
    const suspendedUntil = new Date(Date.now() + 60_000)
    await write(async (tx) => void (await tx.update(people).set({ suspendedUntil }).where(eq(people.id, id))))
    expect((await findSigned(secret))?.viewer.role).toBe('reader')
  })
})
