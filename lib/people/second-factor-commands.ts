import { and, eq, isNull, sql } from 'drizzle-orm'
import { database, type Transaction } from '@/db/client'
import { people, sessions } from '@/db/schema/people'
import { authenticators, passkeyChallenges, passkeys, recoveryCodes } from '@/db/schema/staff'
import { audit } from '../audit/audit-commands'
import { sendMail } from '../mail/mail-commands'
import { getSite } from '../site/site-queries'
import { changed, write } from '../write'
import { wrongField } from './account-refused'
import { codeAddress, newCodeSecret, stepOfCode } from './one-time-code'
import { isStaff, requireManager } from './person-policy'
import { PersonRefused } from './person-refused'
import { makeRecoveryCodes } from './recovery-codes'
import { seal, unseal } from './seal'
import { countFactors } from './second-factor-queries'
import { revokeSessions } from './session-commands'
import { Refused, type Viewer } from './viewer'

const APP = 'authenticator secret'

export type AppOffer = { secret: string; address: string }

/**
 * What is to be entered into an app: the same until its first code was right, so that a page that is loaded again does not
 * make void what was photographed.
 *
 * @throws {PersonRefused} when the viewer has an app already
 */
export async function offerAuthenticator(viewer: Viewer): Promise<AppOffer> {
  const personId = idOf(viewer)
  const { name } = await getSite()
  return write(async (tx) => {
    const [person] = await tx.select({ email: people.email }).from(people).where(eq(people.id, personId))
    const [known] = await tx.select().from(authenticators).where(eq(authenticators.personId, personId))
    if (known?.confirmedAt) throw new PersonRefused('There is an app already: remove it first.')
    const secret = known ? unseal(APP, known.sealedSecret) : newCodeSecret()
    if (!known) await tx.insert(authenticators).values({ personId, sealedSecret: seal(APP, secret) })
    return { secret, address: codeAddress(secret, name, person?.email ?? '') }
  })
}

/**
 * Takes an app once its first code is right.
 *
 * @returns recovery codes, if it is the first second factor; they are shown once
 * @throws {AccountRefused} when the code is not right
 */
export async function confirmAuthenticator(viewer: Viewer, code: string, now = Date.now()): Promise<string[] | null> {
  const personId = idOf(viewer)
  return write(async (tx) => {
    const [app] = await tx.select().from(authenticators).where(eq(authenticators.personId, personId))
    const step = app && !app.confirmedAt ? stepOfCode(unseal(APP, app.sealedSecret), code, app.lastStep, now) : null
    if (step === null) throw wrongField('code', 'This is not the code that the app shows now. Look again.')
    const isFirst = (await countFactors(tx, personId)) === 0
    await tx
      .update(authenticators)
      .set({ confirmedAt: new Date(now), lastStep: step })
      .where(eq(authenticators.personId, personId))
    return added(tx, viewer, 'an app with codes', isFirst)
  })
}

/** Notes a new factor, tells its owner, and counts the session that added it as confirmed. */
export async function added(tx: Transaction, viewer: Viewer, what: string, isFirst: boolean): Promise<string[] | null> {
  const personId = idOf(viewer)
  await audit(tx, viewer, { action: 'person.factor-add', subject: `person:${personId}`, detail: { what } })
  await markConfirmed(tx, viewer.sessionId ?? '')
  await tell(tx, personId, `Added to your account: ${what}`, 'It can be used to sign in from now on.')
  changed(`person:${personId}`)
  return isFirst ? makeRecoveryCodes(tx, personId) : null
}

/** Removes the app. @throws {PersonRefused} when it is the last factor, and that was not agreed to or may not be */
export async function removeAuthenticator(viewer: Viewer, isAgreed: boolean): Promise<void> {
  await remove(viewer, isAgreed, 'the app with codes', async (tx, personId) => {
    const gone = await tx.delete(authenticators).where(eq(authenticators.personId, personId)).returning()
    return gone.length > 0
  })
}

/** Removes one of the viewer's passkeys. @throws {PersonRefused} as for the app */
export async function removePasskey(viewer: Viewer, id: number, isAgreed: boolean): Promise<void> {
  await remove(viewer, isAgreed, 'a passkey', async (tx, personId) => {
    const gone = await tx
      .delete(passkeys)
      .where(and(eq(passkeys.id, id), eq(passkeys.personId, personId)))
      .returning()
    return gone.length > 0
  })
}

async function remove(
  viewer: Viewer,
  isAgreed: boolean,
  what: string,
  take: (tx: Transaction, personId: number) => Promise<boolean>,
): Promise<void> {
  const personId = idOf(viewer)
  const { isSecondFactorRequired } = await getSite()
  await write(async (tx) => {
    const [person] = await tx.select({ role: people.role }).from(people).where(eq(people.id, personId))
    if (!(await take(tx, personId))) return
    const left = await countFactors(tx, personId)
    if (left === 0 && person && isStaff(person) && isSecondFactorRequired) {
      throw new PersonRefused('This is the last one, and the newsroom needs one: set up another first.')
    }
    if (left === 0 && !isAgreed) throw new PersonRefused('This is the last one: tick that you want to do without.')
    if (left === 0) await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId))
    await audit(tx, viewer, { action: 'person.factor-remove', subject: `person:${personId}`, detail: { what } })
    await tell(tx, personId, `Removed from your account: ${what}`, 'It can no longer be used to sign in.')
    changed(`person:${personId}`)
  })
}

/** New recovery codes in the place of the old ones. @throws {PersonRefused} without a factor that they could stand in for */
export async function renewRecoveryCodes(viewer: Viewer): Promise<string[]> {
  const personId = idOf(viewer)
  return write(async (tx) => {
    if ((await countFactors(tx, personId)) === 0) throw new PersonRefused('Set up a second factor first.')
    await audit(tx, viewer, { action: 'person.recovery-codes', subject: `person:${personId}` })
    await tell(tx, personId, 'New recovery codes for your account', 'Those from before open nothing any more.')
    return makeRecoveryCodes(tx, personId)
  })
}

/** Takes every factor off somebody who has lost them all; they are signed out, and set up new ones. */
export async function resetFactors(viewer: Viewer, personId: number): Promise<void> {
  requireManager(viewer, 'remove second factors')
  await write(async (tx) => {
    for (const table of [authenticators, passkeys, recoveryCodes, passkeyChallenges]) {
      await tx.delete(table).where(eq(table.personId, personId))
    }
    await revokeSessions(tx, personId)
    await audit(tx, viewer, { action: 'person.factor-reset', subject: `person:${personId}` })
    await tell(
      tx,
      personId,
      'Your second factors were removed',
      `${viewer.name} did it. You set up new ones when you sign in.`,
    )
  })
}

/** Counts a code of the app once. @returns whether it was right */
export async function spendAppCode(tx: Transaction, personId: number, code: string, now: number): Promise<boolean> {
  const [app] = await tx.select().from(authenticators).where(eq(authenticators.personId, personId))
  const step = app?.confirmedAt ? stepOfCode(unseal(APP, app.sealedSecret), code, app.lastStep, now) : null
  if (step === null) return false
  await tx.update(authenticators).set({ lastStep: step }).where(eq(authenticators.personId, personId))
  return true
}

/** Notes on a session that its owner has shown a second factor. */
export async function markConfirmed(tx: Transaction, sessionId: string): Promise<void> {
  await tx
    .update(sessions)
    .set({ secondFactorAt: new Date() })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)))
}

/** Whether somebody has a second factor, as a condition of a statement that reads people. */
export function hasFactor() {
  return sql<number>`(exists (select 1 from ${authenticators} where ${authenticators.personId} = ${people.id}
    and ${authenticators.confirmedAt} is not null)
    or exists (select 1 from ${passkeys} where ${passkeys.personId} = ${people.id}))`
}

async function tell(tx: Transaction, personId: number, subject: string, words: string): Promise<void> {
  const [person] = await tx.select({ email: people.email }).from(people).where(eq(people.id, personId))
  if (!person) return
  const footer = 'If this was not you, sign in, sign out everywhere, and tell the newsroom.'
  await sendMail(tx, { to: person.email, template: { subject, paragraphs: [words], footer } })
}

function idOf(viewer: Viewer): number {
  if (viewer.personId === null) throw new Refused(viewer, 'have second factors')
  return viewer.personId
}

/** For pages: whether an app is being set up. */
export async function isAppOffered(viewer: Viewer): Promise<boolean> {
  const [app] = await database()
    .select()
    .from(authenticators)
    .where(and(eq(authenticators.personId, viewer.personId ?? 0), isNull(authenticators.confirmedAt)))
  return app !== undefined
}
