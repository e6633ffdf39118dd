import { and, eq, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import { database, type Transaction } from '@/db/client'
import { oneTimeTokens, people } from '@/db/schema/people'
import { audit } from '@/db/schema/site'
import { sendMail } from '../mail/mail-commands'
import { changed, write } from '../write'
import { countAttempt } from './account-limits'
import { passwordChangedMail, resetMail } from './account-mails'
import { AccountRefused, refuseTooMany, together, wrongField } from './account-refused'
import type { Caller } from './caller'
import { readName, readNewPassword } from './enter-commands'
import { issueToken } from './one-time-token'
import { isPasswordOfAnyone, PasswordRefused } from './password'
import { choosePassword } from './person-commands'
import { passwordChoiceSchema, personName } from './person-input'
import { PersonRefused } from './person-refused'
import { PROOF_LASTS } from './session'
import { revokeSessions } from './session-commands'
import type { Signed } from './session-queries'
import { readMailbox } from './sign-in-commands'
import type { Viewer } from './viewer'

type Person = typeof people.$inferSelect

const LONGEST_BIO = 500

/** Says who one is. @throws {AccountRefused} */
export async function saveProfile(
  viewer: Viewer,
  given: { name: string; bio: string; showsComments?: boolean },
): Promise<void> {
  const personId = idOf(viewer)
  const values = await together({ name: () => readName(given.name), bio: () => readBio(given.bio) })
  await write(async (tx) => {
    const [person] = await tx.select({ at: people.commentsShownAt }).from(people).where(eq(people.id, personId))
    const commentsShownAt = given.showsComments ? (person?.at ?? new Date()) : null
    await tx
      .update(people)
      .set({ ...values, commentsShownAt })
      .where(eq(people.id, personId))
    changed(`person:${personId}`)
  })
}

/**
 * Chooses another password, or a first one. Everywhere else is signed out, and the mailbox is told.
 *
 * @throws {AccountRefused}
 */
export async function changePassword(
  signed: Signed,
  given: { current: string; password: string },
  caller: Caller,
): Promise<void> {
  const person = await requireProof(signed, given.current, caller)
  const passwordHash = await readNewPassword(given.password, [person.email, person.name])
  await write(async (tx) => {
    await tx.update(people).set({ passwordHash }).where(eq(people.id, person.id))
    await forgetLinks(tx, person.id)
    await revokeSessions(tx, person.id, signed.session.id)
    await sendMail(tx, { to: person.email, template: passwordChangedMail() })
    await tx
      .insert(audit)
      .values({ personId: person.id, actor: person.name, action: 'person.password', subject: `person:${person.id}` })
  })
}

/**
 * Mails a link for choosing a password; to an address without an account, that there is none.
 *
 * @throws {AccountRefused}
 */
export async function requestReset(email: string, caller: Caller): Promise<void> {
  const mailbox = readMailbox(email)
  refuseTooMany(countAttempt('reset', mailbox, caller.network), 'email')
  await write(async (tx) => {
    const [person] = await tx.select({ id: people.id }).from(people).where(eq(people.mailbox, mailbox))
    const token = person ? await issueToken(tx, person.id, 'reset') : null
    await sendMail(tx, { to: email.trim(), template: resetMail(token) })
  })
}

/**
 * Spends the link of such a mail, or of an operator, on a password.
 *
 * @throws {AccountRefused} with everything that is wrong; the link stays good
 */
export async function choosePasswordByLink(
  token: string,
  given: { name: string; password: string },
  caller: Caller,
): Promise<void> {
  refuseTooMany(countAttempt('choose', token.slice(0, 300), caller.network), 'password')
  const { name } = await together({
    name: () => readWith(personName, 'name', given.name),
    password: () => readWith(passwordChoiceSchema.shape.password, 'password', given.password),
  })
  try {
    await choosePassword(token, { name, password: given.password })
  } catch (error) {
    if (error instanceof PasswordRefused) throw wrongField('password', error.message)
    if (error instanceof PersonRefused) throw wrongField('token', error.message)
    throw error
  }
}

/**
 * The account of somebody who has shown that they are its owner: by its password, or, where it has none, by having come in
 * just now.
 *
 * @throws {AccountRefused}
 */
export async function requireProof({ viewer, session }: Signed, current: string, caller: Caller): Promise<Person> {
  const personId = idOf(viewer)
  const [person] = await database().select().from(people).where(eq(people.id, personId))
  if (!person) throw new AccountRefused({ status: 403, problems: [{ words: 'Sign in first.' }] })
  refuseTooMany(countAttempt('change', person.mailbox, caller.network), 'current')
  if (person.passwordHash === null) {
    const shown = Math.max(session.provenAt.getTime(), session.secondFactorAt?.getTime() ?? 0)
    if (Date.now() - shown < PROOF_LASTS) return person
    const words = 'For this, sign out and in again: you must have shown who you are within a quarter of an hour.'
    throw new AccountRefused({ status: 403, problems: [{ words }] })
  }
  if (current === '') throw wrongField('current', 'Enter the password that you have now.')
  if (!(await isPasswordOfAnyone(person.passwordHash, current)))
    throw wrongField('current', 'This is not the password that you have now.')
  return person
}

/** Makes links that were mailed before void. */
export async function forgetLinks(tx: Transaction, personId: number): Promise<void> {
  await tx.delete(oneTimeTokens).where(and(eq(oneTimeTokens.personId, personId), isNull(oneTimeTokens.usedAt)))
}

function readWith<Value>(schema: z.ZodType<Value>, field: string, given: unknown): Value {
  const read = schema.safeParse(given)
  if (read.success) return read.data
  throw wrongField(field, read.error.issues[0]?.message ?? 'This cannot be read.')
}

function readBio(given: string): string {
  const bio = given.replaceAll(/\r\n?/g, '\n').normalize('NFC').trim()
  if ([...bio].length > LONGEST_BIO) throw wrongField('bio', `Use at most ${LONGEST_BIO} characters about yourself.`)
  if (/\p{Cs}|(?![\n\t])\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u.test(bio))
    throw wrongField('bio', 'Use plain text about yourself, without signs that cannot be seen.')
  return bio
}

function idOf({ personId }: Viewer): number {
  if (personId === null) throw new Error('The house itself has no account.')
  return personId
}
