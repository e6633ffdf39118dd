import { eq, inArray } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { sections } from '@/db/schema/articles'
import { people } from '@/db/schema/people'
import { personSections } from '@/db/schema/staff'
import { audit } from '../audit/audit-commands'
import { changed, write } from '../write'
import { refuseLastAdmin } from './last-admin'
import { mayGiveRole, requireManager } from './person-policy'
import { PersonRefused } from './person-refused'
import { revokeSessions } from './session-commands'
import { Refused, type Role, type Viewer } from './viewer'

/** A role, and the sections that it is limited to; none for all of them. */
export type Post = { role: Role; sectionIds: number[] }

/** The roles that can be limited to sections. */
export const LIMITABLE: ReadonlySet<Role> = new Set(['editor', 'moderator'])

/**
 * Gives a person a role, with its limits. Whoever gets another one signs in anew: what was open with the old one ends.
 *
 * @throws {Refused} when the viewer may not give or take it
 * @throws {PersonRefused} when nobody would be left who may give roles
 */
export async function giveRole(viewer: Viewer, personId: number, post: Post): Promise<void> {
  requireManager(viewer, 'change roles')
  await write(async (tx) => {
    const [person] = await tx.select().from(people).where(eq(people.id, personId))
    if (!person) throw new PersonRefused('There is no such person any more.')
    if (!mayGiveRole(viewer, post.role) || !mayGiveRole(viewer, person.role)) {
      throw new Refused(viewer, `make ${person.name} ${post.role}`)
    }
    if (post.role !== 'admin') await refuseLastAdmin(tx, person)
    await takeUp(tx, viewer, person, post)
  })
}

/** Puts a post in place and notes what it was before; the same post again changes nothing. */
export async function takeUp(
  tx: Transaction,
  viewer: Viewer,
  person: { id: number; role: Role },
  { role, sectionIds }: Post,
): Promise<void> {
  const wanted = LIMITABLE.has(role) ? await known(tx, sectionIds) : []
  const before = await limitsOf(tx, person.id)
  if (person.role === role && String(before) === String(wanted)) return
  await tx.update(people).set({ role }).where(eq(people.id, person.id))
  await tx.delete(personSections).where(eq(personSections.personId, person.id))
  if (wanted.length > 0) {
    await tx.insert(personSections).values(wanted.map((sectionId) => ({ personId: person.id, sectionId })))
  }
  await revokeSessions(tx, person.id)
  const detail = { from: person.role, to: role, ...(String(before) !== String(wanted) && { sections: wanted }) }
  await audit(tx, viewer, { action: 'person.role', subject: `person:${person.id}`, detail })
  changed(`person:${person.id}`)
}

async function known(tx: Transaction, ids: number[]): Promise<number[]> {
  if (ids.length === 0) return []
  const rows = await tx.select({ id: sections.id }).from(sections).where(inArray(sections.id, ids))
  if (rows.length < new Set(ids).size) throw new PersonRefused('One of the sections is not there any more.')
  return rows.map(({ id }) => id).sort((one, other) => one - other)
}

async function limitsOf(tx: Transaction, personId: number): Promise<number[]> {
  const rows = await tx
    .select({ id: personSections.sectionId })
    .from(personSections)
    .where(eq(personSections.personId, personId))
  return rows.map(({ id }) => id).sort((one, other) => one - other)
}
