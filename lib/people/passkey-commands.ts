import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { and, eq, gt } from 'drizzle-orm'
import { database, type Transaction } from '@/db/client'
import { people } from '@/db/schema/people'
import { passkeyChallenges, passkeys } from '@/db/schema/staff'
import { readEnvironment } from '../env'
import { oneLine } from '../plain-text'
import { getSite } from '../site/site-queries'
import { changed, write } from '../write'
import { PersonRefused } from './person-refused'
import { added } from './second-factor-commands'
import { countFactors } from './second-factor-queries'
import type { Viewer } from './viewer'

const MINUTES = 5
const MOST_PASSKEYS = 20
type Purpose = 'add' | 'confirm'

/** Who asks for a passkey (Web Authentication Level 3, “relying party”): the site, by the name it is reached under. */
function site(): { rpID: string; origin: string } {
  const { origin, hostname } = new URL(readEnvironment().siteUrl)
  return { rpID: hostname, origin }
}

/** What a browser needs to make a passkey for the viewer. */
export async function beginPasskey(viewer: Viewer) {
  const personId = viewer.personId ?? 0
  const [person] = await database().select().from(people).where(eq(people.id, personId))
  if (!person) throw new PersonRefused('There is no such account any more.')
  const known = await keysOf(database(), personId)
  if (known.length >= MOST_PASSKEYS) throw new PersonRefused(`There are ${MOST_PASSKEYS} passkeys: remove one first.`)
  const options = await generateRegistrationOptions({
    rpName: (await getSite()).name,
    rpID: site().rpID,
    userID: new TextEncoder().encode(`person ${personId}`),
    userName: person.email,
    userDisplayName: person.name,
    attestationType: 'none',
    excludeCredentials: known.map(descriptor),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
  })
  await keepChallenge(personId, 'add', options.challenge)
  return options
}

/**
 * Takes a passkey that the viewer's browser has made.
 *
 * @returns recovery codes, if it is the first second factor; they are shown once
 * @throws {PersonRefused} when it does not answer what was asked, or is there already
 */
export async function addPasskey(
  viewer: Viewer,
  response: RegistrationResponseJSON,
  name: string,
): Promise<string[] | null> {
  const personId = viewer.personId ?? 0
  const { rpID, origin } = site()
  const challenge = await takeChallenge(personId, 'add')
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    ...{ response, expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: rpID },
    requireUserVerification: true,
  }).catch(unanswered)
  if (!verified || !registrationInfo) throw new PersonRefused(UNANSWERED)
  const { credential, credentialBackedUp } = registrationInfo
  return write(async (tx) => {
    const [known] = await tx.select().from(passkeys).where(eq(passkeys.credentialId, credential.id))
    if (known) throw new PersonRefused('This passkey is there already.')
    const isFirst = (await countFactors(tx, personId)) === 0
    await tx.insert(passkeys).values({
      personId,
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey).toString('base64url'),
      counter: credential.counter,
      transports: credential.transports ?? [],
      isSynced: credentialBackedUp,
      name: await freeName(tx, personId, name),
    })
    return added(tx, viewer, 'a passkey', isFirst)
  })
}

/** Calls a passkey otherwise. Somebody else's stays as it is. */
export async function renamePasskey(viewer: Viewer, id: number, name: string): Promise<void> {
  const checked = nameSchema.safeParse(name)
  if (!checked.success) throw new PersonRefused(checked.error.issues[0]?.message ?? 'This is no name.')
  const personId = viewer.personId ?? 0
  await write(async (tx) => {
    await tx
      .update(passkeys)
      .set({ name: checked.data })
      .where(and(eq(passkeys.id, id), eq(passkeys.personId, personId)))
    changed(`person:${personId}`)
  })
}

/** What a browser needs to show a passkey of somebody who has given their password. */
export async function beginConfirming(personId: number) {
  const options = await generateAuthenticationOptions({
    rpID: site().rpID,
    allowCredentials: (await keysOf(database(), personId)).map(descriptor),
    userVerification: 'required',
  })
  await keepChallenge(personId, 'confirm', options.challenge)
  return options
}

/** Whether a browser has shown a passkey of this person. @throws {PersonRefused} when it has not */
export async function checkPasskey(personId: number, response: AuthenticationResponseJSON): Promise<void> {
  const { rpID, origin } = site()
  const challenge = await takeChallenge(personId, 'confirm')
  const key = (await keysOf(database(), personId)).find(({ credentialId }) => credentialId === response.id)
  if (!key) throw new PersonRefused(UNANSWERED)
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    ...{ response, expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: rpID },
    requireUserVerification: true,
    credential: {
      id: key.credentialId,
      publicKey: new Uint8Array(Buffer.from(key.publicKey, 'base64url')),
      counter: key.counter,
    },
  }).catch(unanswered)
  if (!verified) throw new PersonRefused(UNANSWERED)
  await write(async (tx) => {
    const used = { counter: authenticationInfo.newCounter, usedAt: new Date() }
    await tx.update(passkeys).set(used).where(eq(passkeys.id, key.id))
  })
}

const UNANSWERED = 'The passkey was not taken. Try again, or use another way.'

function unanswered(): never {
  throw new PersonRefused(UNANSWERED)
}

const nameSchema = oneLine({ label: 'The name', min: 1, max: 60 })

/** The wanted name, numbered where there is one of it. */
async function freeName(tx: Transaction, personId: number, wanted: string): Promise<string> {
  const name = nameSchema.safeParse(wanted).data ?? 'Passkey'
  const taken = new Set((await keysOf(tx, personId)).map((key) => key.name))
  if (!taken.has(name)) return name
  return `${name.slice(0, 55)} ${[...Array(MOST_PASSKEYS + 2).keys()].find((number) => number > 1 && !taken.has(`${name.slice(0, 55)} ${number}`))}`
}

function keysOf(tx: Transaction, personId: number) {
  return tx.select().from(passkeys).where(eq(passkeys.personId, personId))
}

function descriptor({ credentialId, transports }: typeof passkeys.$inferSelect) {
  return { id: credentialId, transports: transports as never }
}

/** A challenge replaces the one before for the same purpose. */
async function keepChallenge(personId: number, purpose: Purpose, challenge: string): Promise<void> {
  const expiresAt = new Date(Date.now() + MINUTES * 60_000)
  await write(async (tx) => {
    await tx
      .insert(passkeyChallenges)
      .values({ personId, purpose, challenge, expiresAt })
      .onConflictDoUpdate({
        target: [passkeyChallenges.personId, passkeyChallenges.purpose],
        set: { challenge, expiresAt },
      })
  })
}

/** Uses a challenge up, whatever the answer is worth: an answer that was seen elsewhere is good for nothing. */
async function takeChallenge(personId: number, purpose: Purpose): Promise<string> {
  const [taken] = await write((tx) =>
    tx
      .delete(passkeyChallenges)
      .where(
        and(
          eq(passkeyChallenges.personId, personId),
          eq(passkeyChallenges.purpose, purpose),
          gt(passkeyChallenges.expiresAt, new Date()),
        ),
      )
      .returning({ challenge: passkeyChallenges.challenge }),
  )
  if (!taken) throw new PersonRefused(UNANSWERED)
  return taken.challenge
}
