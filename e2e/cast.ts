import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { sections } from '@/db/schema/articles'
import { people, sessions } from '@/db/schema/people'
import { personSections } from '@/db/schema/staff'
import { hashPassword } from '@/lib/people/password'
import { openSession } from '@/lib/people/session-commands'
import { type Role, unsafeViewer, type Viewer } from '@/lib/people/viewer'
import { changed, write } from '@/lib/write'

/** Somebody whom the tests know by name. */
export type Person = { name: string; email: string; role: Role; isBanned?: boolean }

export const ada: Person = { name: 'Ada Marsh', email: 'ada@cast.example', role: 'admin' }
export const ed: Person = { name: 'Ed Hale', email: 'ed@cast.example', role: 'editor' }
export const wren: Person = { name: 'Wren Tallis', email: 'wren@cast.example', role: 'author' }
export const mo: Person = { name: 'Mo Adeyemi', email: 'mo@cast.example', role: 'moderator' }
export const remy: Person = { name: 'Remy Okafor', email: 'remy@cast.example', role: 'commenter' }
export const bex: Person = { name: 'Bex Banner', email: 'bex@cast.example', role: 'commenter', isBanned: true }
/** Nobody: without an account. */
export const sam = { name: 'Sam Stranger', email: 'sam@cast.example' }

/** The password of everyone in the cast. */
export const PASSWORD = 'the quiet harbour at six'

let newcomers = 0
let passwordHash: Promise<string> | null = null

/** Somebody new, for a test that changes who they are. */
export function somebody(person: Partial<Person> = {}): Person {
  newcomers += 1
  const id = `${process.pid}-${newcomers}-${randomBytes(3).toString('hex')}`
  return { name: `Newcomer ${id}`, email: `newcomer-${id}@cast.example`, role: 'commenter', ...person }
}

/** Sees that a person has an account in the newsroom that is open, and gives its id. */
export async function castId(person: Person): Promise<number> {
  passwordHash ??= hashPassword(PASSWORD)
  const hash = await passwordHash
  const { name, email, role, isBanned } = person
  return write(async (tx) => {
    const [known] = await tx.select({ id: people.id }).from(people).where(eq(people.mailbox, email))
    if (known) return known.id
    const now = new Date()
    const banned = isBanned ? { bannedAt: now, bannedReason: 'Spam, again and again.' } : {}
    const row = { name, email, mailbox: email, role, passwordHash: hash, verifiedAt: now, ...banned }
    const [made] = await tx.insert(people).values(row).returning({ id: people.id })
    const { id } = made as { id: number }
    changed(`person:${id}`)
    return id
  })
}

/** Limits somebody to a section, by its slug. */
export async function limitTo(person: Person, slug: string): Promise<void> {
  const personId = await castId(person)
  const [section] = await database().select({ id: sections.id }).from(sections).where(eq(sections.slug, slug))
  if (!section) throw new Error(`There is no section “${slug}”.`)
  await write((tx) => tx.insert(personSections).values({ personId, sectionId: section.id }))
}

/** A person as commands and queries take them. */
export async function viewerOf(person: Person): Promise<Viewer> {
  return unsafeViewer({ id: await castId(person), name: person.name, role: person.role })
}

/**
 * Opens a real session, a row with its secret, without going through the form. It counts as confirmed by a second factor.
 *
 * @returns the cookie's value
 */
export async function sessionSecretOf(person: Person, device = 'Chrome on Linux'): Promise<string> {
  const id = await castId(person)
  return write(async (tx) => {
    const session = await openSession(tx, id, { device, networkHash: '' })
    await tx.update(sessions).set({ secondFactorAt: new Date() }).where(eq(sessions.id, session.id))
    return session.secret
  })
}

/** A person's row as it is now. */
export async function rowOf(person: { email: string }) {
  const [row] = await database().select().from(people).where(eq(people.mailbox, person.email))
  return row ?? null
}
