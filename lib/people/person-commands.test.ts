import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { database } from '@/db/client'
import { oneTimeTokens, people } from '@/db/schema/people'
import { audit } from '@/db/schema/site'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { write } from '../write'
import { MailboxRefused } from './mailbox'
import { isPassword, PasswordRefused } from './password'
import { addPerson, changeRole, choosePassword, inviteToChoosePassword } from './person-commands'
import { countAdmins, findPersonByEmail, listPeople } from './person-queries'
import { PersonRefused } from './person-refused'
import { Refused, type Role, unsafeOperator, unsafeViewer } from './viewer'

const operator = unsafeOperator()
const ada = { email: 'ada@news.example', name: 'Ada', role: 'admin' as const }
const DAY = 86_400_000

let fresh: FreshDatabase
beforeEach(() => {
  fresh = openFreshDatabase()
})
afterEach(async () => {
  vi.useRealTimers()
  await fresh.close()
})

const rowOf = async (email: string) => (await database().select().from(people).where(eq(people.email, email)))[0]

describe('addPerson', () => {
  it('makes an account without a password, and notes it', async () => {
    const { id, secret } = await addPerson(operator, { email: ' Ed@News.Example ', name: ' Ed ', role: 'editor' })
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
    expect(await rowOf('Ed@News.Example')).toMatchObject({
      id,
      name: 'Ed',
      mailbox: 'ed@news.example',
      role: 'editor',
      passwordHash: null,
    })
    expect(await database().select().from(audit)).toMatchObject([
      { actor: 'operator', action: 'person.add', subject: `person:${id}` },
    ])
    expect(await findPersonByEmail(operator, 'ED@news.example')).toMatchObject({ id, isSetUp: false })
  })

  it('keeps only the hash of the secret', async () => {
    const { secret } = await addPerson(operator, ada)
    expect(JSON.stringify(await database().select().from(oneTimeTokens))).not.toContain(secret)
  })

  it('gives a mailbox one account, also when it is asked twice at once', async () => {
    const outcomes = await Promise.allSettled([
      addPerson(operator, ada),
      addPerson(operator, { ...ada, email: 'ADA@News.example' }),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(addPerson(operator, ada)).rejects.toThrow('ada@news.example has an account already.')
    expect(await listPeople(operator)).toHaveLength(1)
  })

  it.each([
    [{ email: 'ada' }, MailboxRefused],
    [{ name: '  ' }, PersonRefused],
    [{ name: 'x'.repeat(121) }, PersonRefused],
    [{ name: 'Ada\nBcc: x' }, PersonRefused],
    [{ name: 'Ada\u202Enimda' }, PersonRefused],
    [{ role: 'owner' as Role }, PersonRefused],
  ])('refuses %j', async (change, refusal) => {
    await expect(addPerson(operator, { ...ada, ...change })).rejects.toThrow(refusal)
    expect(await database().select().from(people)).toEqual([])
  })

  it.each(['reader', 'commenter', 'author', 'editor', 'moderator'] as const)('refuses a %s', async (role) => {
    const viewer = unsafeViewer({ id: 1, name: 'Sam', role })
    await expect(addPerson(viewer, ada)).rejects.toThrow(Refused)
    await expect(changeRole(viewer, ada.email, 'admin')).rejects.toThrow(Refused)
    await expect(inviteToChoosePassword(viewer, ada.email)).rejects.toThrow(Refused)
    await expect(listPeople(viewer)).rejects.toThrow(Refused)
    await expect(findPersonByEmail(viewer, ada.email)).rejects.toThrow(Refused)
  })
})

describe('changeRole', () => {
  it('gives a role, and giving it again changes nothing', async () => {
    await addPerson(operator, { ...ada, role: 'author' })
    await changeRole(operator, ada.email, 'editor')
    await changeRole(operator, ada.email, 'editor')
    expect((await rowOf(ada.email))?.role).toBe('editor')
    const notes = await database().select().from(audit).where(eq(audit.action, 'person.role'))
    expect(notes).toMatchObject([{ detail: { from: 'author', to: 'editor' } }])
  })

  it('never takes the role of the last admin', async () => {
    await addPerson(operator, ada)
    await expect(changeRole(operator, ada.email, 'editor')).rejects.toThrow(/last admin/)
    await changeRole(operator, ada.email, 'admin')
    expect(await countAdmins()).toBe(1)
  })

  it('does not count an admin who is banned', async () => {
    await addPerson(operator, ada)
    await addPerson(operator, { email: 'bex@news.example', name: 'Bex', role: 'admin' })
    await write(
      async (tx) => void (await tx.update(people).set({ bannedAt: new Date() }).where(eq(people.name, 'Bex'))),
    )
    await expect(changeRole(operator, ada.email, 'editor')).rejects.toThrow(/last admin/)
  })

  it('leaves one of two admins who are demoted at once', async () => {
    await addPerson(operator, ada)
    await addPerson(operator, { email: 'bea@news.example', name: 'Bea', role: 'admin' })
    const outcomes = await Promise.allSettled([
      changeRole(operator, ada.email, 'reader'),
      changeRole(operator, 'bea@news.example', 'reader'),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    expect(await countAdmins()).toBe(1)
  })

  it('says when nobody has the mailbox', async () => {
    await expect(changeRole(operator, 'sam@news.example', 'editor')).rejects.toThrow(
      'Nobody has an account with sam@news.example.',
    )
  })
})

describe('choosePassword', () => {
  it('sets an account up with its link, once', async () => {
    const { secret } = await addPerson(operator, ada)
    await choosePassword(secret, { name: 'Ada Marsh', password: 'a quiet harbour' })
    const row = await rowOf(ada.email)
    expect(row).toMatchObject({ name: 'Ada Marsh' })
    expect(row?.verifiedAt).toBeInstanceOf(Date)
    expect(await isPassword(row?.passwordHash ?? '', 'a quiet harbour')).toBe(true)
    await expect(choosePassword(secret, { password: 'another harbour' })).rejects.toThrow(/used already or is too old/)
    expect((await findPersonByEmail(operator, ada.email))?.isSetUp).toBe(true)
  })

  it('keeps the name when none is given', async () => {
    const { secret } = await addPerson(operator, ada)
    await choosePassword(secret, { password: 'a quiet harbour' })
    expect((await rowOf(ada.email))?.name).toBe('Ada')
  })

  it('leaves the link good when the password or the name cannot be taken', async () => {
    const { secret } = await addPerson(operator, ada)
    await expect(choosePassword(secret, { password: 'short' })).rejects.toThrow(PasswordRefused)
    await expect(choosePassword(secret, { password: 'ada12345678' })).rejects.toThrow(PasswordRefused)
    await expect(choosePassword(secret, { password: 'x'.repeat(2000) })).rejects.toThrow()
    await expect(choosePassword(secret, { name: 'a\nb', password: 'a quiet harbour' })).rejects.toThrow(PersonRefused)
    await choosePassword(secret, { password: 'a quiet harbour' })
  })

  it('takes one of two that come at once', async () => {
    const { secret } = await addPerson(operator, ada)
    const passwords = ['a quiet harbour', 'a louder harbour']
    const outcomes = await Promise.allSettled(passwords.map((password) => choosePassword(secret, { password })))
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const taken = passwords[outcomes.findIndex(({ status }) => status === 'fulfilled')] as string
    expect(await isPassword((await rowOf(ada.email))?.passwordHash ?? '', taken)).toBe(true)
  })

  it('makes an older link void when a newer one is made, and every other when one is used', async () => {
    const { secret: first } = await addPerson(operator, ada)
    const second = await inviteToChoosePassword(operator, ada.email, 'set-up')
    const reset = await inviteToChoosePassword(operator, ada.email)
    await expect(choosePassword(first, { password: 'a quiet harbour' })).rejects.toThrow(PersonRefused)
    await choosePassword(second, { password: 'a quiet harbour' })
    await expect(choosePassword(reset, { password: 'a louder harbour' })).rejects.toThrow(PersonRefused)
  })

  it('does not touch another person’s link', async () => {
    const { secret } = await addPerson(operator, ada)
    const { secret: other } = await addPerson(operator, { email: 'ed@news.example', name: 'Ed', role: 'editor' })
    await choosePassword(secret, { password: 'a quiet harbour' })
    await choosePassword(other, { password: 'a louder harbour' })
    expect((await rowOf('ed@news.example'))?.passwordHash).toMatch(/^\$argon2id/)
  })

  it.each([
    ['set-up', 7 * DAY],
    ['reset', DAY],
  ] as const)('lets a link for %s grow old after its time', async (purpose, lasts) => {
    await addPerson(operator, ada)
    const early = await inviteToChoosePassword(operator, ada.email, purpose)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + lasts - 60_000 })
    await choosePassword(early, { password: 'a quiet harbour' })
    const late = await inviteToChoosePassword(operator, ada.email, purpose)
    vi.setSystemTime(Date.now() + lasts + 1)
    await expect(choosePassword(late, { password: 'a louder harbour' })).rejects.toThrow(PersonRefused)
  })

  it.each(['', 'nothing', 'A'.repeat(43)])('refuses the secret %j', async (secret) => {
    await addPerson(operator, ada)
    await expect(choosePassword(secret, { password: 'a quiet harbour' })).rejects.toThrow(PersonRefused)
  })
})
