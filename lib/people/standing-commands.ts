import { eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { people } from '@/db/schema/people'
import { audit } from '../audit/audit-commands'
import { formatMoment } from '../dates'
import { sendMail } from '../mail/mail-commands'
import { getSite } from '../site/site-queries'
import { readSite } from '../site/site-record'
import { changed, write } from '../write'
import { refuseLastAdmin } from './last-admin'
import { isStaff, mayRestrain } from './person-policy'
import { PersonRefused } from './person-refused'
import { revokeSessions } from './session-commands'
import { Refused, type Viewer } from './viewer'

type Person = typeof people.$inferSelect

/** Why somebody is shut out, as they are told, and the comment that it is because of, which the log has. */
export type Ban = { reason: string; comment?: number }
export type Suspension = Ban & { until: Date }

/**
 * Lets somebody not take part until a moment: they can sign in and read, and are told why. Staff are readers until then,
 * from their next request on.
 *
 * @throws {Refused} when the viewer may not
 * @throws {PersonRefused} when nobody would be left who may give roles
 */
export async function suspendPerson(viewer: Viewer, id: number, order: Suspension): Promise<void> {
  const place = await getSite()
  await write((tx) => suspendWithin(tx, viewer, id, order, place))
}

/** The same within a transaction that does more, such as a moderator's decision. @param place the newsroom's zone and language */
export async function suspendWithin(
  tx: Transaction,
  viewer: Viewer,
  id: number,
  { until, reason, comment }: Suspension,
  place: { zone: string; language: string },
): Promise<void> {
  const person = await restrained(tx, viewer, id, 'suspend')
  await refuseLastAdmin(tx, person)
  await tx.update(people).set({ suspendedUntil: until, suspendedReason: reason }).where(eq(people.id, id))
  if (isStaff(person)) await revokeSessions(tx, id)
  await note(tx, viewer, 'person.suspend', person, { until: until.toISOString(), reason, ...(comment && { comment }) })
  await tell(tx, person, {
    subject: 'Your account is suspended',
    paragraphs: [
      `Your account is suspended until ${formatMoment(until, place)}. Until then you cannot take part.`,
      `Why: ${reason}`,
    ],
  })
}

/**
 * Shuts somebody out: every session ends with the next request, and nobody signs in any more.
 *
 * @throws {Refused} when the viewer may not
 * @throws {PersonRefused} when nobody would be left who may give roles
 */
export async function banPerson(viewer: Viewer, id: number, order: Ban): Promise<void> {
  await write((tx) => banWithin(tx, viewer, id, order))
}

/** The same within a transaction that does more. */
export async function banWithin(tx: Transaction, viewer: Viewer, id: number, { reason, comment }: Ban): Promise<void> {
  const person = await restrained(tx, viewer, id, 'ban')
  await refuseLastAdmin(tx, person)
  await tx
    .update(people)
    .set({ bannedAt: person.bannedAt ?? new Date(), bannedReason: reason })
    .where(eq(people.id, id))
  await revokeSessions(tx, id)
  await note(tx, viewer, 'person.ban', person, { reason, ...(comment && { comment }) })
  if (person.bannedAt) return
  await tell(tx, person, {
    subject: 'Your account is closed',
    paragraphs: ['Your account was closed by the newsroom. You cannot sign in with it any more.', `Why: ${reason}`],
  })
}

/** Ends a suspension or a ban; of somebody who is neither nothing changes. */
export async function restorePerson(viewer: Viewer, id: number): Promise<void> {
  await write(async (tx) => {
    const person = await restrained(tx, viewer, id, 'restore')
    if (!person.bannedAt && !person.suspendedUntil) return
    const open = { bannedAt: null, bannedReason: null, suspendedUntil: null, suspendedReason: null }
    await tx.update(people).set(open).where(eq(people.id, id))
    await note(tx, viewer, 'person.restore', person)
    await tell(tx, person, {
      subject: 'Your account is open again',
      paragraphs: ['The newsroom has lifted what it had put on your account. You can sign in and take part again.'],
    })
  })
}

/** Ends every session of somebody, such as after a lost telephone. */
export async function signOutEverywhere(viewer: Viewer, id: number): Promise<void> {
  await write(async (tx) => {
    const person = await restrained(tx, viewer, id, 'sign out')
    await revokeSessions(tx, id)
    await note(tx, viewer, 'person.sign-out', person)
  })
}

/** The person, if there is one and this viewer may do that to them. */
async function restrained(tx: Transaction, viewer: Viewer, id: number, verb: string): Promise<Person> {
  const [person] = await tx.select().from(people).where(eq(people.id, id))
  if (!person) throw new PersonRefused('There is no such person any more.')
  if (!mayRestrain(viewer, person)) throw new Refused(viewer, `${verb} ${person.name}`)
  return person
}

async function note(
  tx: Transaction,
  viewer: Viewer,
  action: `person.${string}`,
  { id }: Person,
  detail: Record<string, unknown> = {},
): Promise<void> {
  await audit(tx, viewer, { action, subject: `person:${id}`, detail })
  changed(`person:${id}`)
  // Whoever is shut out shows no face.
  changed(`portrait:${id}`)
}

async function tell(
  tx: Transaction,
  { email }: Person,
  template: { subject: string; paragraphs: string[] },
): Promise<void> {
  const { contact } = await readSite(tx)
  const footer = contact ? `If you think this is a mistake, write to ${contact}.` : undefined
  await sendMail(tx, { to: email, template: { ...template, footer } })
}
