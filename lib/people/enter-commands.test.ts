import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { database } from '@/db/client'
import { mails } from '@/db/schema/mails'
import { mailCodes, people, sessions } from '@/db/schema/people'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { write } from '../write'
import type { AccountRefused } from './account-refused'
import type { Caller } from './caller'
import { getCodeRequest } from './code-queries'
import { beginSignUp, enterByCode, enterByLink, finishSignUp, sendEnterCode } from './enter-commands'
import { CODE_LASTS, digitsOf } from './mail-code'
import { isPassword } from './password'
import { findSigned } from './session-queries'

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

/** Every address and network once: what is limited here is tried elsewhere. */
function stranger(): { email: string; caller: Caller } {
  asked += 1
  const network = `192.0.2.${asked}`
  return { email: `Remy${asked}@News.Example`, caller: { network, networkHash: network, device: 'Firefox' } }
}

async function letter(): Promise<{ code: string; token: string }> {
  const sent = (await database().select().from(mails)).at(-1)
  const token = new URL(sent?.content?.action?.address ?? '', 'http://x.example').searchParams.get('token') ?? ''
  return { code: sent?.content?.code ?? '', token }
}

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: AccountRefused) => error.refusal,
  )

const addPerson = (email: string, values = {}) =>
  write(async (tx) => {
    const row = { name: 'Remy', email, mailbox: email.toLowerCase(), ...values }
    return ((await tx.insert(people).values(row).returning())[0] as { id: number }).id
  })

describe('a code', () => {
  it('lets the account of its mailbox in, once, and confirms the address', async () => {
    const { email, caller } = stranger()
    const id = await addPerson(email, { role: 'editor' })
    const request = await sendEnterCode(` ${email} `, '/politics', caller)
    const { code } = await letter()
    expect(code).toMatch(/^\d{3} \d{3}$/)
    const entered = await enterByCode(request, code, caller)
    expect(entered).toMatchObject({ back: '/politics', session: { role: 'editor' } })
    if ('session' in entered) expect((await findSigned(entered.session.secret))?.viewer.personId).toBe(id)
    expect((await database().select().from(people))[0]?.verifiedAt).toBeInstanceOf(Date)
    expect((await refusal(enterByCode(request, code, caller)))?.status).toBe(422)
  })

  it('is kept as a hash that a copy of the database does not give away', async () => {
    const { email, caller } = stranger()
    await sendEnterCode(email, '', caller)
    const { code, token } = await letter()
    const kept = JSON.stringify(await database().select().from(mailCodes))
    expect(kept).not.toContain(code.replace(' ', ''))
    expect(kept).not.toContain(token)
  })

  it('is void once a newer one is sent', async () => {
    const { email, caller } = stranger()
    const first = await sendEnterCode(email, '', caller)
    const { code, token } = await letter()
    const second = await sendEnterCode(email, '', caller)
    expect(await refusal(enterByCode(first, code, caller))).toMatchObject({ status: 422 })
    expect(await refusal(enterByLink(token, caller))).toMatchObject({ status: 422 })
    expect(await getCodeRequest(second)).toMatchObject({ email, isProven: false })
  })

  it('is of no use with the request of somebody else', async () => {
    const [one, two] = [stranger(), stranger()]
    await sendEnterCode(one.email, '', one.caller)
    const { code } = await letter()
    const other = await sendEnterCode(two.email, '', two.caller)
    const { code: theirs } = await letter()
    if (code !== theirs) expect(await refusal(enterByCode(other, code, two.caller))).toMatchObject({ status: 422 })
  })

  it('is void after five wrong tries, which count although they fail', async () => {
    const { email, caller } = stranger()
    const request = await sendEnterCode(email, '', caller)
    const { code } = await letter()
    const wrong = code === '000 000' ? '000001' : '000000'
    const words = []
    for (let attempt = 0; attempt < 5; attempt += 1)
      words.push((await refusal(enterByCode(request, wrong, caller)))?.problems[0]?.words)
    expect(words[0]).toMatch(/4 more times/)
    expect(words[3]).toMatch(/once more/)
    expect(words[4]).toMatch(/too often/)
    expect(await refusal(enterByCode(request, code, caller))).toMatchObject({ status: 422 })
    expect(await getCodeRequest(request)).toBeNull()
  })

  it('runs out for the account, however many codes are asked for', async () => {
    const { email, caller } = stranger()
    let tries = 0
    let last = null
    for (let round = 0; round < 4 && last?.status !== 429; round += 1) {
      const elsewhere = { ...caller, network: `198.51.100.${round}` }
      const request = await sendEnterCode(email, '', elsewhere)
      const { code } = await letter()
      const wrong = code === '000 000' ? '000001' : '000000'
      for (let attempt = 0; attempt < 5 && last?.status !== 429; attempt += 1) {
        last = await refusal(enterByCode(request, wrong, { ...elsewhere, network: `203.0.113.${round * 5 + attempt}` }))
        tries += 1
      }
    }
    expect(last).toMatchObject({ status: 429 })
    expect(tries).toBe(16)
  })

  it('is too old after half an hour', async () => {
    const { email, caller } = stranger()
    const request = await sendEnterCode(email, '', caller)
    const { code } = await letter()
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + CODE_LASTS + 1 })
    expect(await refusal(enterByCode(request, code, caller))).toMatchObject({ status: 422 })
  })

  it('opens one session when it is entered twice at once', async () => {
    const { email, caller } = stranger()
    await addPerson(email)
    const request = await sendEnterCode(email, '', caller)
    const { code, token } = await letter()
    const both = [enterByCode(request, code, caller), enterByCode(request, code, caller), enterByLink(token, caller)]
    const outcomes = await Promise.allSettled(both)
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await database().select().from(sessions)).toHaveLength(1)
  })

  it('does not let a banned person in', async () => {
    const { email, caller } = stranger()
    await addPerson(email, { bannedAt: new Date(), bannedReason: 'Spam.' })
    const request = await sendEnterCode(email, '', caller)
    expect(await refusal(enterByCode(request, (await letter()).code, caller))).toMatchObject({
      status: 403,
      problems: [{ words: 'This account was banned. The reason: Spam.' }],
    })
  })

  it.each(['a@x.example,b@y.example', 'a＠x.example', 'a@x.example\r\nBcc: b@y.example', '<a@x.example>', ''])(
    'is not sent to %j',
    async (email) => {
      const { caller } = stranger()
      expect(await refusal(sendEnterCode(email, '', caller))).toMatchObject({ status: 422 })
      expect(await database().select().from(mails)).toEqual([])
    },
  )

  it('is sent to one mailbox a few times, however it is spelled, and from a network many', async () => {
    const { email, caller } = stranger()
    const [local, host] = email.split('@')
    const spellings = [email, `${local}+a@${host}`, email.toUpperCase(), `R.${local?.slice(1)}@${host}`, email, email]
    const outcomes = []
    for (const [index, spelling] of spellings.entries())
      outcomes.push(await refusal(sendEnterCode(spelling, '', { ...caller, network: `203.0.113.${200 + index}` })))
    expect(outcomes.slice(0, 5)).toEqual([null, null, null, null, null])
    expect(outcomes[5]).toMatchObject({ status: 429, retryAfter: expect.any(Number) })
    let sent = 0
    const { caller: busy } = stranger()
    while ((await refusal(sendEnterCode(stranger().email, '', busy))) === null) sent += 1
    expect(sent).toBe(20)
  })
})

describe('signing up', () => {
  it('makes an account when the code is entered, and not before', async () => {
    const { email, caller } = stranger()
    const given = { name: '  Remy   Okafor ', email, password: 'a quiet harbour', back: '/sport' }
    const request = await beginSignUp(given, caller)
    expect(await database().select().from(people)).toEqual([])
    expect(await enterByCode(request, (await letter()).code, caller)).toMatchObject({ back: '/sport' })
    const [row] = await database().select().from(people)
    expect(row).toMatchObject({ name: 'Remy Okafor', email, mailbox: email.toLowerCase(), role: 'commenter' })
    expect(await isPassword(row?.passwordHash ?? '', 'a quiet harbour')).toBe(true)
    expect(row?.verifiedAt).toBeInstanceOf(Date)
  })

  it('does the same where there is an account, whose name and password stay', async () => {
    const [known, unknown] = [stranger(), stranger()]
    await addPerson(known.email, { passwordHash: 'kept' })
    for (const { email, caller } of [known, unknown]) {
      await beginSignUp({ name: 'Eve', email, password: 'a quiet harbour', back: '' }, caller)
    }
    const [one, two] = await database().select().from(mails)
    expect(one?.subject).toBe(two?.subject)
    expect({ ...one?.content, code: '', action: '' }).toEqual({ ...two?.content, code: '', action: '' })
    const request = await sendEnterCode(known.email, '', known.caller)
    await enterByCode(request, (await letter()).code, known.caller)
    expect((await database().select().from(people).where(eq(people.email, known.email)))[0]).toMatchObject({
      name: 'Remy',
      passwordHash: 'kept',
    })
  })

  it('asks whoever came by code for a name, and takes none that shows nothing', async () => {
    const { email, caller } = stranger()
    const request = await sendEnterCode(email, '', caller)
    expect(await refusal(finishSignUp(request, { name: 'Remy', password: '' }, caller))).toMatchObject({ status: 422 })
    expect(await enterByCode(request, (await letter()).code, caller)).toEqual({ nameless: request })
    for (const name of ['', ' ', '\u200B', '\u2066\u2069', '!!!', 'x'.repeat(61), 'Ada\u202Ed', '\uD800', 'a\u0000b'])
      expect(await refusal(finishSignUp(request, { name, password: '' }, caller)), JSON.stringify(name)).toMatchObject({
        problems: [{ field: 'name' }],
      })
    expect(await refusal(finishSignUp(request, { name: 'Remy', password: 'short' }, caller))).toMatchObject({
      problems: [{ field: 'password' }],
    })
    const twice = [1, 2].map(() => refusal(finishSignUp(request, { name: 'Remy', password: '' }, caller)))
    expect((await Promise.all(twice)).filter((outcome) => outcome === null)).toHaveLength(1)
    expect(await database().select().from(people)).toMatchObject([{ name: 'Remy', passwordHash: null }])
  })

  it('gives one mailbox one account, also by two requests at once', async () => {
    const { email, caller } = stranger()
    const request = await sendEnterCode(email, '', caller)
    const { code, token } = await letter()
    await enterByCode(request, code, caller)
    await enterByLink(token, caller)
    await Promise.allSettled([
      finishSignUp(request, { name: 'Remy', password: '' }, caller),
      finishSignUp(request, { name: 'Remy', password: '' }, caller),
    ])
    expect(await database().select().from(people)).toHaveLength(1)
  })

  it('lists everything that is wrong with the form', async () => {
    const { caller } = stranger()
    const given = { name: ' ', email: 'nobody', password: 'short', back: '' }
    expect((await refusal(beginSignUp(given, caller)))?.problems.map(({ field }) => field)).toEqual([
      'name',
      'email',
      'password',
    ])
  })
})

describe('digitsOf', () => {
  it.each([
    ['123456', '123456'],
    [' 123 456 ', '123456'],
    ['123-456', '123456'],
    ['１２３４５６', '123456'],
    ['12345', null],
    ['1234567', null],
    ['12a456', null],
    ['', null],
    ['1'.repeat(100_000), null],
  ])('reads %j', (typed, digits) => expect(digitsOf(typed)).toBe(digits))
})
