import { and, asc, count, desc, eq, gt, inArray, isNotNull, isNull, lte, max, or, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { database } from '@/db/client'
import { people, ROLES, sessions } from '@/db/schema/people'
import { authenticators, passkeys, personSections } from '@/db/schema/staff'
import { type ListPage, listPage } from '../list-page'
import { requireManager } from './person-policy'
import type { Role, Viewer } from './viewer'

const STANDINGS = ['', 'staff', 'active', 'suspended', 'banned', 'not-set-up'] as const

const filterSchema = z.object({
  q: z.string().trim().max(120).catch(''),
  role: z.enum(ROLES).or(z.literal('')).catch(''),
  standing: z.enum(STANDINGS).catch(''),
})

/** Whom to look for among everyone with an account. */
export type PeopleFilter = z.output<typeof filterSchema>

type Parameters = Record<string, string | string[] | undefined>

/** The filter that an address asks for; whatever cannot be read is left out. */
export function peopleFilterFrom({ q = '', role = '', standing = '' }: Parameters): PeopleFilter {
  return filterSchema.parse({ q, role, standing })
}

/** The parameters of an address that ask for a filter and a page of it. */
export function peopleParameters(filter: PeopleFilter, page = 1): string {
  const given = Object.entries(filter).filter(([, value]) => value !== '')
  const all = new URLSearchParams([...given, ...(page > 1 ? [['page', String(page)]] : [])])
  return all.size > 0 ? `?${all}` : ''
}

/** A person as those see them who manage people. No password, no secret. */
export type DeskPerson = {
  id: number
  name: string
  email: string
  role: Role
  /** The ids of the sections that the role is limited to; empty for all of them. */
  sectionIds: number[]
  suspendedUntil: Date | null
  bannedAt: Date | null
  bannedReason: string | null
  /** Whether a password was chosen. */
  isSetUp: boolean
  /** Whether they have an authenticator or a passkey. */
  hasSecondFactor: boolean
  /** When they were last seen, as far as a session still tells. */
  seenAt: Date | null
  /** In how many places they are signed in. */
  sessions: number
  createdAt: Date
}

const PEOPLE_A_PAGE = 50

/** A page of people, staff first, then by name. @throws {Refused} when the viewer may not manage people */
export async function searchPeople(viewer: Viewer, filter: PeopleFilter, page: number): Promise<ListPage<DeskPerson>> {
  requireManager(viewer, 'see everyone’s account')
  const where = matching(filter)
  return listPage(
    page,
    async () => (await database().select({ total: count() }).from(people).where(where))[0]?.total ?? 0,
    async ({ limit, offset }) => {
      const isReader = sql`${people.role} in ('reader', 'commenter')`
      const rows = await database()
        .select()
        .from(people)
        .where(where)
        .orderBy(asc(isReader), asc(people.name), asc(people.id))
        .limit(limit)
        .offset(offset)
      return toDesk(rows)
    },
    PEOPLE_A_PAGE,
  )
}

/** Everything of one person; null when there is none. @throws {Refused} when the viewer may not manage people */
export async function getDeskPerson(viewer: Viewer, id: number): Promise<DeskPerson | null> {
  requireManager(viewer, 'see somebody’s account')
  const rows = await database().select().from(people).where(eq(people.id, id))
  return (await toDesk(rows))[0] ?? null
}

function matching({ q, role, standing }: PeopleFilter): SQL {
  const now = new Date()
  const isSuspended = gt(people.suspendedUntil, now)
  const standings: Record<(typeof STANDINGS)[number], SQL | undefined> = {
    '': undefined,
    staff: inArray(people.role, ['author', 'editor', 'moderator', 'admin']),
    active: and(isNull(people.bannedAt), or(isNull(people.suspendedUntil), lte(people.suspendedUntil, now))),
    suspended: isSuspended,
    banned: isNotNull(people.bannedAt),
    'not-set-up': isNull(people.passwordHash),
  }
  const like = `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`
  const isNamed = sql`(${people.name} like ${like} escape '\\' or ${people.email} like ${like} escape '\\')`
  // Never nothing: Drizzle drops what is undefined.
  return and(
    sql`true`,
    q === '' ? undefined : isNamed,
    role === '' ? undefined : eq(people.role, role),
    standings[standing],
  ) as SQL
}

async function toDesk(rows: (typeof people.$inferSelect)[]): Promise<DeskPerson[]> {
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return []
  const [limits, seen, apps, keys] = await Promise.all([
    database().select().from(personSections).where(inArray(personSections.personId, ids)),
    database()
      .select({ personId: sessions.personId, seenAt: max(sessions.lastSeenAt), open: openSessions() })
      .from(sessions)
      .where(inArray(sessions.personId, ids))
      .groupBy(sessions.personId)
      .orderBy(desc(sessions.personId)),
    database()
      .select({ personId: authenticators.personId })
      .from(authenticators)
      .where(and(inArray(authenticators.personId, ids), isNotNull(authenticators.confirmedAt))),
    database().selectDistinct({ personId: passkeys.personId }).from(passkeys).where(inArray(passkeys.personId, ids)),
  ])
  const secured = new Set([...apps, ...keys].map(({ personId }) => personId))
  return rows.map((row) => {
    const session = seen.find(({ personId }) => personId === row.id)
    const { id, name, email, role, suspendedUntil, bannedAt, bannedReason, passwordHash, createdAt } = row
    return {
      ...{ id, name, email, role, bannedAt, bannedReason, createdAt },
      suspendedUntil: suspendedUntil && suspendedUntil > new Date() ? suspendedUntil : null,
      sectionIds: limits.filter(({ personId }) => personId === id).map(({ sectionId }) => sectionId),
      isSetUp: passwordHash !== null,
      hasSecondFactor: secured.has(id),
      seenAt: session?.seenAt ?? null,
      sessions: session?.open ?? 0,
    }
  })
}

function openSessions() {
  const isOpen = and(isNull(sessions.revokedAt), gt(sessions.expiresAt, new Date()))
  return sql<number>`sum(case when ${isOpen} then 1 else 0 end)`
}
