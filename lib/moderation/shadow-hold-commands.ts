import { and, eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { shadowHolds } from '@/db/schema/moderation'
import { people } from '@/db/schema/people'
import { audit } from '../audit/audit-commands'
import { mayRestrain } from '../people/person-policy'
import { PersonRefused } from '../people/person-refused'
import { Refused, type Viewer } from '../people/viewer'
import { write } from '../write'
import { holdsAt } from './shadow-hold'

/**
 * Has everything that somebody writes wait for a moderator, until a moment. They are not told: to them it looks like any
 * comment that waits. For somebody who is held already, the moment and the reason become these.
 *
 * @param order.reason for moderators and the log
 * @param order.comment the comment that it is because of
 * @throws {Refused} when the viewer may not
 * @throws {PersonRefused} when there is no such person, or they are shut out already
 */
export async function startShadowHold(
  viewer: Viewer,
  id: number,
  { until, reason, comment }: { until: Date; reason: string; comment?: number },
): Promise<void> {
  await write(async (tx) => {
    const person = await requireRestrained(tx, viewer, id, 'hold the comments of')
    if (person.bannedAt) throw new PersonRefused('They are banned: they write nothing that could be held.')
    const hold = { heldBy: viewer.personId, heldAt: new Date(), until, reason }
    await tx
      .insert(shadowHolds)
      .values({ personId: id, ...hold })
      .onConflictDoUpdate({ target: shadowHolds.personId, set: hold })
    const detail = { until: until.toISOString(), reason, ...(comment !== undefined && { comment }) }
    await audit(tx, viewer, { action: 'person.hold', subject: `person:${id}`, detail })
  })
}

/**
 * Ends it before its time. What waits already goes on waiting: a moderator decides on it.
 *
 * @throws {Refused} when the viewer may not
 * @throws {PersonRefused} when nothing of theirs is held
 */
export async function endShadowHold(viewer: Viewer, id: number, { reason }: { reason: string }): Promise<void> {
  await write(async (tx) => {
    await requireRestrained(tx, viewer, id, 'release the comments of')
    const running = and(eq(shadowHolds.personId, id), holdsAt(new Date()))
    const ended = await tx.delete(shadowHolds).where(running).returning({ id: shadowHolds.personId })
    if (ended.length === 0) throw new PersonRefused('Their comments are not held any more.')
    await audit(tx, viewer, { action: 'person.release', subject: `person:${id}`, detail: { reason } })
  })
}

async function requireRestrained(tx: Transaction, viewer: Viewer, id: number, verb: string) {
  const [person] = await tx.select().from(people).where(eq(people.id, id))
  if (!person) throw new PersonRefused('There is no such person any more.')
  if (!mayRestrain(viewer, person)) throw new Refused(viewer, `${verb} ${person.name}`)
  return person
}
