import { and, eq, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import { database, type Transaction } from '@/db/client'
import { oneTimeTokens, people } from '@/db/schema/people'
import { audit } from '@/db/schema/site'
import { sendMail } from '../mail/mail-commands'
import { write } from '../write'
import { passwordChangedMail } from './account-mails'
import { refuseLastAdmin } from './last-admin'
import { mailboxOf } from './mailbox'
import { findTokenPerson, issueToken, spendToken, type TokenPurpose } from './one-time-token'
import { hashPassword } from './password'
import { type NewPerson, newPersonSchema, type PasswordChoice, passwordChoiceSchema } from './person-input'
import { requireManager } from './person-policy'
import { PersonRefused } from './person-refused'
import { revokeSessions } from './session-commands'
import type { Role, Viewer } from './viewer'

/**
 * Makes an account without a password, and the secret of the link with which its owner sets it up.
 *
 * @throws {MailboxRefused} when the address is none
 * @throws {PersonRefused} when somebody has that mailbox, or the name is none
 */
export async function addPerson(viewer: Viewer, person: NewPerson): Promise<{ id: number; secret: string }> {
  requireManager(viewer, 'add people')
  const mailbox = mailboxOf(person.email)
  const { email, name, role } = parse(newPersonSchema, person)
  return write(async (tx) => {
    const [known] = await tx.select({ id: people.id }).from(people).where(eq(people.mailbox, mailbox))
    if (known) throw new PersonRefused(`${email} has an account already.`)
    const [made] = await tx.insert(people).values({ email, mailbox, name, role }).returning({ id: people.id })
    const { id } = made as { id: number }
    await note(tx, viewer, 'person.add', id, { role })
    return { id, secret: await issueToken(tx, id, 'set-up') }
  })
}

/** Gives a person a role. @throws {PersonRefused} when nobody would be left who may give roles */
export async function changeRole(viewer: Viewer, email: string, role: Role): Promise<void> {
  requireManager(viewer, 'change roles')
  await write(async (tx) => {
    const person = await findPerson(tx, email)
    if (person.role === role) return
    await refuseLastAdmin(tx, person)
    await tx.update(people).set({ role }).where(eq(people.id, person.id))
    await revokeSessions(tx, person.id)
    await note(tx, viewer, 'person.role', person.id, { from: person.role, to: role })
  })
}

/** Makes the secret of a link with which a person chooses a password anew. */
export async function inviteToChoosePassword(
  viewer: Viewer,
  email: string,
  purpose: TokenPurpose = 'reset',
): Promise<string> {
  requireManager(viewer, 'reset passwords')
  return write(async (tx) => {
    const { id } = await findPerson(tx, email)
    await note(tx, viewer, `person.${purpose}`, id)
    return issueToken(tx, id, purpose)
  })
}

/**
 * Spends a link's secret on a password.
 *
 * @throws {PasswordRefused} when the password cannot be chosen; the link stays good
 * @throws {PersonRefused} when the link is spent, too old or none of ours
 */
export async function choosePassword(secret: string, choice: PasswordChoice): Promise<void> {
  const { name, password } = parse(passwordChoiceSchema, choice)
  const person = await findTokenOwner(database(), secret)
  const passwordHash = await hashPassword(password, [person.email, name ?? person.name])
  await write(async (tx) => {
    const id = await spendToken(tx, secret)
    if (id === null) throw new PersonRefused(STALE_LINK)
    const verifiedAt = person.verifiedAt ?? new Date()
    await tx
      .update(people)
      .set({ passwordHash, verifiedAt, ...(name && { name }) })
      .where(eq(people.id, id))
    await tx.delete(oneTimeTokens).where(and(eq(oneTimeTokens.personId, id), isNull(oneTimeTokens.usedAt)))
    await revokeSessions(tx, id)
    if (person.passwordHash) await sendMail(tx, { to: person.email, template: passwordChangedMail() })
    await tx
      .insert(audit)
      .values({ personId: id, actor: name ?? person.name, action: 'person.password', subject: `person:${id}` })
  })
}

/** Whose link this is. @throws {PersonRefused} when it is spent, too old or none of ours */
export async function findTokenOwner(tx: Transaction, secret: string) {
  const id = await findTokenPerson(tx, secret)
  const [person] = id === null ? [] : await tx.select().from(people).where(eq(people.id, id))
  if (!person) throw new PersonRefused(STALE_LINK)
  return person
}

const STALE_LINK = 'This link was used already or is too old. Ask whoever gave it to you for a new one.'

function parse<Value>(schema: z.ZodType<Value>, given: unknown): Value {
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  throw new PersonRefused(parsed.error.issues[0]?.message ?? 'This cannot be read.')
}

async function findPerson(tx: Transaction, email: string) {
  const [person] = await tx
    .select()
    .from(people)
    .where(eq(people.mailbox, mailboxOf(email)))
  if (!person) throw new PersonRefused(`Nobody has an account with ${email}.`)
  return person
}

async function note(tx: Transaction, viewer: Viewer, action: string, id: number, detail = {}): Promise<void> {
  await tx
    .insert(audit)
    .values({ personId: viewer.personId, actor: viewer.name, action, subject: `person:${id}`, detail })
}
