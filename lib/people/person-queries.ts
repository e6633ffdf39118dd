import { and, asc, count, eq, isNull } from 'drizzle-orm'
import { database } from '@/db/client'
import { people } from '@/db/schema/people'
import { mailboxOf } from './mailbox'
import { findTokenPerson } from './one-time-token'
import { requireManager } from './person-policy'
import type { Role, Viewer } from './viewer'

/** A person as those who manage people see them. No password, no secret. */
export type PersonSummary = {
  id: number
  name: string
  email: string
  role: Role
  /** Whether a password was chosen: until then nobody can sign in. */
  isSetUp: boolean
  bannedAt: Date | null
  createdAt: Date
}

/** Everyone with an account, by name. @throws {Refused} when the viewer may not manage people */
export async function listPeople(viewer: Viewer): Promise<PersonSummary[]> {
  requireManager(viewer, 'see everyone’s account')
  return (await database().select().from(people).orderBy(asc(people.name), asc(people.id))).map(toSummary)
}

/**
 * The person with this mailbox, or null.
 *
 * @throws {MailboxRefused} when the address is none
 * @throws {Refused} when the viewer may not manage people
 */
export async function findPersonByEmail(viewer: Viewer, email: string): Promise<PersonSummary | null> {
  requireManager(viewer, 'see somebody’s account')
  const [row] = await database()
    .select()
    .from(people)
    .where(eq(people.mailbox, mailboxOf(email)))
  return row ? toSummary(row) : null
}

/** How many people may give roles. */
export async function countAdmins(): Promise<number> {
  const [row] = await database()
    .select({ total: count() })
    .from(people)
    .where(and(eq(people.role, 'admin'), isNull(people.bannedAt)))
  return row?.total ?? 0
}

function toSummary(row: typeof people.$inferSelect): PersonSummary {
  const { id, name, email, role, passwordHash, bannedAt, createdAt } = row
  return { id, name, email, role, isSetUp: passwordHash !== null, bannedAt, createdAt }
}

/** Whose link this is; null when it was used, is too old or none of ours. The secret itself is the right to ask. */
export async function getTokenOwner(secret: string): Promise<{ name: string; email: string } | null> {
  const personId = await findTokenPerson(database(), secret)
  if (personId === null) return null
  const [person] = await database()
    .select({ name: people.name, email: people.email })
    .from(people)
    .where(eq(people.id, personId))
  return person ?? null
}
