import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { database } from '@/db/client'
import { mails } from '@/db/schema/mails'
import { people, sessions } from '@/db/schema/people'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { write } from '../write'
import { changePassword, requestReset, saveProfile } from './account-commands'
import type { AccountRefused } from './account-refused'
import type { Caller } from './caller'
import { enterByCode, sendEnterCode } from './enter-commands'
import { confirmMailboxByCode, confirmMailboxByLink, requestMailbox } from './mailbox-commands'
import { hashPassword, isPassword } from './password'
import { choosePassword } from './person-commands'
import { openSession } from './session-commands'
import { findSigned, type Signed } from './session-queries'

const OLD = 'the quiet harbour'
const NEW = 'a louder harbour'

let fresh: FreshDatabase
let asked = 0
beforeEach(() => {
  vi.stubEnv('NEXTAUTH_SECRET', 'a secret of this test, and of no other one')
  fresh = openFreshDatabase()
})
afterEach(async () => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
  await fresh.close()
})

function somewhere(): Caller {
  asked += 1
  return { network: `192.0.2.${asked}`, networkHash: '', device: 'Firefox' }
}

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: AccountRefused) => error.refusal ?? String(error),
  )

/** Somebody with an account, signed in here and elsewhere. */
async function remy(password: string | null = OLD): Promise<{ here: Signed; elsewhere: string; email: string }> {
  asked += 1
  const email = `Remy${asked}@news.example`
  const passwordHash = password && (await hashPassword(password))
  const [here, elsewhere] = await write(async (tx) => {
    const row = { name: 'Remy', email, mailbox: email.toLowerCase(), passwordHash, role: 'commenter' as const }
    const [made] = await tx.insert(people).values(row).returning()
    const id = (made as { id: number }).id
    return [await openSession(tx, id, somewhere()), await openSession(tx, id, somewhere())]
  })
  return { here: (await findSigned(here.secret)) as Signed, elsewhere: elsewhere.secret, email }
}

const lettersTo = async (email: string) => database().select().from(mails).where(eq(mails.recipient, email))
const rowOf = async ({ viewer }: Signed) =>
  (
    await database()
      .select()
      .from(people)
      .where(eq(people.id, viewer.personId ?? 0))
  )[0]

describe('changePassword', () => {
  it('signs everywhere else out, tells the mailbox, and makes mailed links void', async () => {
    const { here, elsewhere, email } = await remy()
    await requestReset(email, somewhere())
    const link = (await lettersTo(email))[0]?.content?.action?.address ?? ''
    await changePassword(here, { current: OLD, password: NEW }, somewhere())
    expect(await isPassword((await rowOf(here))?.passwordHash ?? '', NEW)).toBe(true)
    expect(await findSigned(elsewhere)).toBeNull()
    const left = await database().select().from(sessions).where(eq(sessions.id, here.session.id))
    expect(left[0]?.revokedAt).toBeNull()
    expect((await lettersTo(email)).at(-1)?.subject).toBe('Your password was changed')
    const token = new URL(link, 'http://x.example').searchParams.get('token') ?? ''
    await expect(choosePassword(token, { password: NEW })).rejects.toThrow(/used already/)
  })

  it.each([
    ['', NEW, 'current'],
    ['not the harbour', NEW, 'current'],
    [OLD, 'short', 'password'],
    [OLD, 'password1234', 'password'],
    [OLD, 'x'.repeat(5000), 'password'],
  ])('refuses %j and then %j', async (current, password, field) => {
    const { here, elsewhere } = await remy()
    expect(await refusal(changePassword(here, { current, password }, somewhere()))).toMatchObject({
      status: 422,
      problems: [{ field }],
    })
    expect(await findSigned(elsewhere)).not.toBeNull()
  })

  it('lets somebody without one choose a first, if they came in just now', async () => {
    const { here } = await remy(null)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 16 * 60_000 })
    expect(await refusal(changePassword(here, { current: '', password: NEW }, somewhere()))).toMatchObject({
      status: 403,
    })
    vi.useRealTimers()
    await changePassword(here, { current: '', password: NEW }, somewhere())
    expect(await isPassword((await rowOf(here))?.passwordHash ?? '', NEW)).toBe(true)
  })

  it('lets nobody guess the current one', async () => {
    const { here } = await remy()
    const tries = []
    for (let attempt = 0; attempt < 12; attempt += 1)
      tries.push(await refusal(changePassword(here, { current: 'guess', password: NEW }, somewhere())))
    expect(tries[9]).toMatchObject({ status: 422 })
    expect(tries[10]).toMatchObject({ status: 429, retryAfter: expect.any(Number) })
  })
})

describe('requestReset', () => {
  it('mails one letter to any address, and a link only where there is an account', async () => {
    const { email } = await remy()
    await requestReset(` ${email} `, somewhere())
    await requestReset('nobody@news.example', somewhere())
    const [known, unknown] = [await lettersTo(email), await lettersTo('nobody@news.example')]
    expect([known.length, unknown.length]).toEqual([1, 1])
    expect(known[0]?.subject).toBe(unknown[0]?.subject)
    expect(known[0]?.content?.action?.address).toMatch(/^\/reset\?token=/)
    expect(unknown[0]?.content?.action?.address).toBe('/sign-up')
  })

  it('leads to a new password that ends every session', async () => {
    const { here, elsewhere, email } = await remy()
    await requestReset(email, somewhere())
    const link = (await lettersTo(email))[0]?.content?.action?.address ?? ''
    await choosePassword(new URL(link, 'http://x.example').searchParams.get('token') ?? '', { password: NEW })
    expect(await findSigned(elsewhere)).toBeNull()
    expect((await database().select().from(sessions)).every(({ revokedAt }) => revokedAt)).toBe(true)
    expect(await isPassword((await rowOf(here))?.passwordHash ?? '', NEW)).toBe(true)
    expect((await lettersTo(email)).at(-1)?.subject).toBe('Your password was changed')
  })

  it('is done a few times an hour', async () => {
    const outcomes = []
    for (let attempt = 0; attempt < 4; attempt += 1)
      outcomes.push(await refusal(requestReset('often@news.example', somewhere())))
    expect(outcomes.slice(0, 3)).toEqual([null, null, null])
    expect(outcomes[3]).toMatchObject({ status: 429 })
  })
})

describe('a new address', () => {
  const letterTo = async (email: string) => (await lettersTo(email)).at(-1)?.content

  it('is told to both, and becomes the account’s with the code that went to the new one', async () => {
    const { here, elsewhere, email } = await remy()
    const request = await requestMailbox(here, { email: 'New.Remy@news.example', current: OLD }, somewhere())
    expect((await letterTo(email))?.paragraphs.join()).toContain('New.Remy@news.example')
    expect((await rowOf(here))?.email).toBe(email)
    const code = (await letterTo('New.Remy@news.example'))?.code ?? ''
    await confirmMailboxByCode(here, request, code, somewhere())
    expect(await rowOf(here)).toMatchObject({ email: 'New.Remy@news.example', mailbox: 'new.remy@news.example' })
    expect(await findSigned(elsewhere)).toBeNull()
    for (const to of [email, 'New.Remy@news.example'])
      expect((await lettersTo(to)).at(-1)?.subject).toBe('Your e-mail address was changed')
  })

  it('makes what was mailed to the old one void', async () => {
    const { here, email } = await remy()
    const enter = await sendEnterCode(email, '', somewhere())
    const old = (await letterTo(email))?.code ?? ''
    await requestMailbox(here, { email: 'other@news.example', current: OLD }, somewhere())
    const token = new URL((await letterTo('other@news.example'))?.action?.address ?? '', 'http://x.example')
    await confirmMailboxByLink(here, token.searchParams.get('token') ?? '')
    expect(await refusal(enterByCode(enter, old, somewhere()))).toMatchObject({ status: 422 })
  })

  it('is nobody else’s to confirm, and no way in', async () => {
    const [one, two] = [await remy(), await remy()]
    const request = await requestMailbox(one.here, { email: 'third@news.example', current: OLD }, somewhere())
    const { code = '', action } = (await letterTo('third@news.example')) ?? {}
    const token = new URL(action?.address ?? '', 'http://x.example').searchParams.get('token') ?? ''
    expect(await refusal(confirmMailboxByCode(two.here, request, code, somewhere()))).toMatchObject({ status: 422 })
    expect(await refusal(confirmMailboxByLink(two.here, token))).toMatchObject({ status: 422 })
    expect(await refusal(enterByCode(request, code, somewhere()))).toMatchObject({ status: 422 })
  })

  it('stays with the account that has it, which is not said before the code is entered', async () => {
    const [one, two] = [await remy(), await remy()]
    const request = await requestMailbox(one.here, { email: two.email, current: OLD }, somewhere())
    const code = (await letterTo(two.email))?.code ?? ''
    expect(await refusal(confirmMailboxByCode(one.here, request, code, somewhere()))).toMatchObject({ status: 422 })
    expect((await rowOf(one.here))?.email).toBe(one.email)
  })

  it.each(['', 'a@x.example,b@y.example', 'a＠x.example', 'a@x.example\r\nBcc: b@y.example'])(
    'is not %j',
    async (email) => {
      const { here } = await remy()
      expect(await refusal(requestMailbox(here, { email, current: OLD }, somewhere()))).toMatchObject({ status: 422 })
      expect(await database().select().from(mails)).toEqual([])
    },
  )

  it('wants the password', async () => {
    const { here } = await remy()
    const given = { email: 'fourth@news.example', current: 'guess' }
    expect(await refusal(requestMailbox(here, given, somewhere()))).toMatchObject({ problems: [{ field: 'current' }] })
  })
})

describe('saveProfile', () => {
  it('keeps a name and a few words', async () => {
    const { here } = await remy()
    await saveProfile(here.viewer, { name: ' Remy  Okafor ', bio: 'One.\r\n\r\nTwo <b>three</b>.' })
    expect(await rowOf(here)).toMatchObject({
      name: 'Remy Okafor',
      bio: 'One.\n\nTwo <b>three</b>.',
      role: 'commenter',
    })
  })

  it.each([
    [{ name: '', bio: 'x'.repeat(501) }, ['name', 'bio']],
    [{ name: 'Remy', bio: '\u202E' }, ['bio']],
    [{ name: 'Remy', bio: '\uD800' }, ['bio']],
    [{ name: 'Remy', bio: '\u0000' }, ['bio']],
  ])('refuses %j', async (given, fields) => {
    const { here } = await remy()
    const refused = await refusal(saveProfile(here.viewer, given))
    expect((refused as { problems: { field: string }[] }).problems.map(({ field }) => field)).toEqual(fields)
  })
})
