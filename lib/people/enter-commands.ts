import { eq } from 'drizzle-orm'
import { database, type Transaction } from '@/db/client'
import { people } from '@/db/schema/people'
import { sendMail } from '../mail/mail-commands'
import { changed, write } from '../write'
import { countAttempt } from './account-limits'
import { enterMail } from './account-mails'
import { type AccountRefused, refuseTooMany, together, wrongField } from './account-refused'
import type { Caller } from './caller'
import {
  digitsOf,
  findCode,
  findCodeByLink,
  issueCode,
  type MailCode,
  markProven,
  spendCode,
  tryCode,
} from './mail-code'
import { hashPassword, PasswordRefused } from './password'
import { displayNameSchema } from './person-input'
import { type OpenedSession, openSession } from './session-commands'
import { readMailbox, refuseBanned, type SignedIn } from './sign-in-commands'

/**
 * How people come in with nothing but their mailbox: a code is sent to an address, whether or not there is an account
 * with it. Whoever enters it has the mailbox, and so the account; where there is none, one is made.
 */

type Newcomer = { name: string; passwordHash: string | null }

/** Somebody is in; or has the mailbox, and must say what they are called before there is an account. */
export type Entered = { session: SignedIn; back: string } | { nameless: string }

/**
 * Sends a code.
 *
 * @param newcomer what an account is made with, should there be none
 * @returns the id of the request, for the browser that asked
 * @throws {AccountRefused}
 */
export async function sendEnterCode(
  email: string,
  back: string,
  caller: Caller,
  newcomer: Newcomer | null = null,
): Promise<string> {
  const mailbox = readMailbox(email)
  refuseTooMany(countAttempt('send-code', mailbox, caller.network), 'email')
  return write(async (tx) => {
    const issued = await issueCode(tx, { purpose: 'enter', email: email.trim(), mailbox, newcomer, back })
    await sendMail(tx, { to: email.trim(), template: enterMail(issued), expiresAt: issued.expiresAt })
    return issued.id
  })
}

/**
 * Sends a code to somebody who wants an account. The answer and the work are the same when they have one.
 *
 * @param password empty for an account that is entered by code
 * @throws {AccountRefused}
 */
export async function beginSignUp(
  given: { name: string; email: string; password: string; back: string },
  caller: Caller,
): Promise<string> {
  // Counted first: hashing a password is work that nobody may ask for without end.
  refuseTooMany(countAttempt('sign-up', given.email.trim().toLowerCase().slice(0, 300), caller.network), 'email')
  const { name, passwordHash } = await together({
    name: () => readName(given.name),
    mailbox: () => readMailbox(given.email),
    passwordHash: () => readOptionalPassword(given.password, [given.name, given.email]),
  })
  return sendEnterCode(given.email, given.back, caller, { name, passwordHash })
}

/** @throws {AccountRefused} when the code is wrong, used up or too old */
export async function enterByCode(request: string, typed: string, caller: Caller): Promise<Entered> {
  const code = digitsOf(typed)
  if (!code) throw wrongField('code', 'Enter the six digits from the mail.')
  const asked = await findCode(database(), request)
  if (asked?.purpose !== 'enter') throw staleCode()
  refuseTooMany(countAttempt('enter-code', asked.mailbox, caller.network), 'code')
  const outcome = await write((tx) => tryCode(tx, request, code))
  return enter(readOutcome(outcome), caller)
}

/** @throws {AccountRefused} when the link is used up or too old */
export async function enterByLink(token: string, caller: Caller): Promise<Entered> {
  const asked = await findCodeByLink(database(), token)
  if (asked?.purpose !== 'enter') throw staleCode()
  return enter(asked, caller)
}

/**
 * Makes the account of somebody who has entered the right code and had none.
 *
 * @throws {AccountRefused}
 */
export async function finishSignUp(
  request: string,
  given: { name: string; password: string },
  caller: Caller,
): Promise<{ session: SignedIn; back: string }> {
  const asked = await findCode(database(), request)
  if (!asked?.provenAt || asked.purpose !== 'enter') throw staleCode()
  const newcomer = await together({
    name: () => readName(given.name),
    passwordHash: () => readOptionalPassword(given.password, [given.name, asked.email]),
  })
  const session = await write((tx) => openFor(tx, asked, newcomer, caller))
  if (!session) throw staleCode()
  return { session, back: asked.back }
}

/** The outcome of an attempt, when it was right. @throws {AccountRefused} */
export function readOutcome(outcome: Awaited<ReturnType<typeof tryCode>>): MailCode {
  if (outcome === null) throw staleCode()
  if (!('left' in outcome)) return outcome
  if (outcome.left === 0) throw staleCode()
  const tries = outcome.left === 1 ? 'once more' : `${outcome.left} more times`
  throw wrongField('code', `This is not the code that was sent last. You can try ${tries}.`)
}

export function staleCode(): AccountRefused {
  return wrongField(
    'code',
    'This code was used, replaced by a newer one, tried too often, or is too old. Ask for a new one.',
  )
}

async function enter(asked: MailCode, caller: Caller): Promise<Entered> {
  const [person] = await database().select().from(people).where(eq(people.mailbox, asked.mailbox))
  if (person) refuseBanned(person)
  if (!person && !asked.newcomer) {
    // The link proves as much as the code does.
    await write((tx) => markProven(tx, asked.id))
    return { nameless: asked.id }
  }
  const session = await write((tx) => openFor(tx, asked, asked.newcomer, caller))
  if (!session) throw staleCode()
  return { session, back: asked.back }
}

/** Spends the request on a session for the mailbox's account, which is made when there is none. */
async function openFor(
  tx: Transaction,
  asked: MailCode,
  newcomer: Newcomer | null,
  caller: Caller,
): Promise<SignedIn | null> {
  if (!(await spendCode(tx, asked.id))) return null
  const verifiedAt = new Date()
  const [known] = await tx.select().from(people).where(eq(people.mailbox, asked.mailbox))
  if (known) {
    if (!known.verifiedAt) await tx.update(people).set({ verifiedAt }).where(eq(people.id, known.id))
    return asSignedIn(await openSession(tx, known.id, caller), known)
  }
  if (!newcomer) return null
  const { email, mailbox } = asked
  const [made] = await tx
    .insert(people)
    .values({ ...newcomer, email, mailbox, role: 'commenter', verifiedAt })
    .returning()
  if (!made) return null
  changed(`person:${made.id}`)
  return asSignedIn(await openSession(tx, made.id, caller), made)
}

function asSignedIn(session: OpenedSession, { role }: Pick<SignedIn, 'role'>): SignedIn {
  return { ...session, role }
}

/** @throws {AccountRefused} when nobody can be called so */
export function readName(given: string): string {
  const parsed = displayNameSchema.safeParse(given)
  if (parsed.success) return parsed.data
  throw wrongField('name', parsed.error.issues[0]?.message ?? 'Enter a name.')
}

async function readOptionalPassword(password: string, about: string[]): Promise<string | null> {
  return password === '' ? null : readNewPassword(password, about)
}

/** The hash of a password that may be chosen. @throws {AccountRefused} */
export async function readNewPassword(password: string, about: string[], field = 'password'): Promise<string> {
  try {
    return await hashPassword(password, about)
  } catch (error) {
    if (error instanceof PasswordRefused) throw wrongField(field, error.message)
    throw error
  }
}
