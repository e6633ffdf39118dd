import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { people } from '@/db/schema/people'
import { portraits } from '@/db/schema/portraits'
import { audit } from '../audit/audit-commands'
import { ImageRefused, inspectImage, makeSquare } from '../media/image'
import { Turns } from '../media/turns'
import { changed, write } from '../write'
import { countAttempt } from './account-limits'
import { refuseTooMany, wrongField } from './account-refused'
import type { Caller } from './caller'
import { mayRestrain } from './person-policy'
import { PersonRefused } from './person-refused'
import { Refused, type Viewer } from './viewer'

/** In pixels: it is shown 36 wide beside comments and 72 wide in its owner's account, on any screen. */
const SIDE = 144

/** A picture is decoded whole: one at a time is enough memory for that. */
const turns = new Turns(1)

/**
 * Shows the viewer by another picture. What is kept is a small square of it; the rest, and what the camera noted, is not.
 *
 * @throws {AccountRefused} when it is no picture that can be shown
 */
export async function setPortrait({ personId }: Viewer, bytes: Uint8Array, caller: Caller): Promise<void> {
  if (personId === null) throw new Error('The house itself has no portrait.')
  if (bytes.length === 0) throw wrongField('portrait', 'Choose a picture.')
  refuseTooMany(countAttempt('portrait', String(personId), caller.network), 'portrait')
  const image = await turns.take(() => squareOf(bytes))
  await write(async (tx) => {
    const values = { key: randomBytes(16).toString('hex'), image, createdAt: new Date() }
    await tx
      .insert(portraits)
      .values({ personId, ...values })
      .onConflictDoUpdate({ target: portraits.personId, set: values })
    changed(`portrait:${personId}`)
  })
}

/** Shows the viewer by the first letter of their name again. Doing it again changes nothing. */
export async function removePortrait({ personId }: Viewer): Promise<void> {
  await write((tx) => takeOff(tx, personId ?? 0))
}

/**
 * Takes somebody else's portrait off.
 *
 * @throws {Refused} when the viewer may not
 * @throws {PersonRefused} when there is no such person
 */
export async function removePortraitOf(viewer: Viewer, id: number): Promise<void> {
  await write(async (tx) => {
    const [person] = await tx.select().from(people).where(eq(people.id, id))
    if (!person) throw new PersonRefused('There is no such person any more.')
    if (!mayRestrain(viewer, person)) throw new Refused(viewer, `remove the portrait of ${person.name}`)
    if (await takeOff(tx, id)) await audit(tx, viewer, { action: 'person.portrait', subject: `person:${id}` })
  })
}

async function takeOff(tx: Transaction, personId: number): Promise<boolean> {
  const gone = await tx.delete(portraits).where(eq(portraits.personId, personId)).returning({ key: portraits.key })
  changed(`portrait:${personId}`)
  return gone.length > 0
}

async function squareOf(bytes: Uint8Array): Promise<Buffer> {
  try {
    await inspectImage(bytes)
    return await makeSquare(bytes, SIDE)
  } catch (error) {
    if (error instanceof ImageRefused) throw wrongField('portrait', error.message)
    throw error
  }
}
