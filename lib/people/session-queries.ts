import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { prepared } from '@/db/prepared'
import { people, sessions } from '@/db/schema/people'
import { personSections } from '@/db/schema/staff'
import { getSite } from '../site/site-queries'
import { isStaff } from './person-policy'
import { hasFactor } from './second-factor-commands'
import { hashOfSecret } from './session-commands'
import { type Role, unsafeViewer, type Viewer } from './viewer'

type Session = typeof sessions.$inferSelect

export type Signed = {
  viewer: Viewer
  session: Session
  /** The newsroom wants a second factor of them and they have none: until then they are no more than a commenter. */
  mustSetUp: boolean
}

/** Somebody who has given a password, or the like, and has a second factor; whether they have shown it stands in the session. */
export type Halfway = { personId: number; name: string; role: Role; session: Session }

/**
 * Who a session's secret speaks for at this moment: the role is the one they have now; a banned person is nobody, and so is
 * one who has yet to show their second factor. Staff who are suspended are readers.
 *
 * @returns null when it is unknown, taken away or too old
 */
export async function findSigned(secret: string): Promise<Signed | null> {
  const row = await findSession(secret)
  if (!row || (row.hasSecondFactor && row.session.secondFactorAt === null)) return null
  const { session, id, name, role: given, suspendedUntil } = row
  const isUnconfirmed = isStaff(row) && session.secondFactorAt === null
  const mustSetUp = isUnconfirmed && (await getSite()).isSecondFactorRequired
  const isSuspended = isStaff(row) && suspendedUntil !== null && suspendedUntil > new Date()
  const role = isSuspended ? 'reader' : mustSetUp ? 'commenter' : given
  const sections = await limitsOf({ id, role })
  return { viewer: unsafeViewer({ id, name, role, sections, sessionId: session.id }), session, mustSetUp }
}

/** Who a session's secret speaks for, if they have a second factor to show; null when there is none to ask for. */
export async function findHalfway(secret: string): Promise<Halfway | null> {
  const row = await findSession(secret)
  if (!row?.hasSecondFactor) return null
  const { id: personId, name, role, session } = row
  return { personId, name, role, session }
}

async function findSession(secret: string) {
  const [row] = await sessionOf(database()).execute({ hash: hashOfSecret(secret), now: Date.now() })
  return row && { ...row, hasSecondFactor: Boolean(row.hasSecondFactor) }
}

const sessionOf = prepared((source) => {
  const { id, name, role, suspendedUntil } = people
  return source
    .select({ session: sessions, id, name, role, suspendedUntil, hasSecondFactor: hasFactor() })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(
      and(
        eq(sessions.secretHash, sql.placeholder('hash')),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, sql.placeholder('now')),
        isNull(people.bannedAt),
      ),
    )
    .prepare()
})

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
