import { and, desc, eq, isNull } from 'drizzle-orm'
import { database } from '@/db/client'
import { people } from '@/db/schema/people'
import { invitations } from '@/db/schema/staff'
import { requireManager } from './person-policy'
import type { Role, Viewer } from './viewer'

/** An invitation that nobody has accepted yet. */
export type PendingInvitation = {
  id: number
  email: string
  role: Role
  invitedBy: string | null
  createdAt: Date
  expiresAt: Date
  isExpired: boolean
}

/** Invitations that are waited for, the latest first. @throws {Refused} when the viewer may not manage people */
export async function listInvitations(viewer: Viewer): Promise<PendingInvitation[]> {
  requireManager(viewer, 'see invitations')
  const { id, email, role, createdAt, expiresAt } = invitations
  const rows = await database()
    .select({ id, email, role, createdAt, expiresAt, invitedBy: people.name })
    .from(invitations)
    .leftJoin(people, eq(people.id, invitations.invitedBy))
    .where(and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt)))
    .orderBy(desc(createdAt))
    .limit(100)
  const now = new Date()
  return rows.map((row) => ({ ...row, isExpired: row.expiresAt <= now }))
}
