import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import { database } from '@/db/client'
import { people, sessions } from '@/db/schema/people'
import { personSections } from '@/db/schema/staff'
import { hashOfSecret } from './session-commands'
import { type Role, unsafeViewer, type Viewer } from './viewer'

export type Signed = { viewer: Viewer; session: typeof sessions.$inferSelect }

/**
 * Who a session's secret speaks for at this moment: the role is the one they have now, and a banned person is nobody.
 *
 * @returns null when it is unknown, taken away or too old
 */
export async function findSigned(secret: string): Promise<Signed | null> {
  const [row] = await database()
    .select({ session: sessions, id: people.id, name: people.name, role: people.role })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(
      and(
        eq(sessions.secretHash, hashOfSecret(secret)),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, new Date()),
        isNull(people.bannedAt),
      ),
    )
  if (!row) return null
  const { session, ...person } = row
  const sections = await limitsOf(person)
  return { viewer: unsafeViewer({ ...person, sections, sessionId: session.id }), session }
}

/** The sections that an editor or moderator is limited to; null where there is no limit. */
async function limitsOf({ id, role }: { id: number; role: Role }): Promise<number[] | null> {
  if (role !== 'editor' && role !== 'moderator') return null
  const rows = await database()
    .select({ sectionId: personSections.sectionId })
    .from(personSections)
    .where(eq(personSections.personId, id))
  return rows.length > 0 ? rows.map(({ sectionId }) => sectionId) : null
}

/** A place where the viewer is signed in. */
export type SessionSummary = {
  id: string
  device: string
  createdAt: Date
  lastSeenAt: Date
  /** It is the one that asks. */
  isThis: boolean
  /** It was opened from the same network as the one that asks. */
  isSameNetwork: boolean
}

/** Everywhere the viewer is signed in: here first, then where they were last. */
export async function listSessions(viewer: Viewer): Promise<SessionSummary[]> {
  const rows = await database()
    .select()
    .from(sessions)
    .where(
      and(eq(sessions.personId, viewer.personId ?? 0), isNull(sessions.revokedAt), gt(sessions.expiresAt, new Date())),
    )
    .orderBy(desc(sessions.lastSeenAt))
  const here = rows.find(({ id }) => id === viewer.sessionId)
  return rows
    .map(({ id, device, network, createdAt, lastSeenAt }) => ({
      ...{ id, device, createdAt, lastSeenAt },
      isThis: id === viewer.sessionId,
      isSameNetwork: network !== '' && network === here?.network,
    }))
    .sort((left, right) => Number(right.isThis) - Number(left.isThis))
}
