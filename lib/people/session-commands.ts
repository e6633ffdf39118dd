import { createHash, randomBytes } from 'node:crypto'
import { and, eq, isNull, ne } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { people, sessions } from '@/db/schema/people'
import { changed, write } from '../write'
import type { Caller } from './caller'
import { lifetimeOf, SEEN_EVERY } from './session'
import type { Viewer } from './viewer'

export type OpenedSession = { id: string; secret: string; expiresAt: Date }

/**
 * Signs a person in somewhere.
 *
 * @returns the secret for the browser's cookie, which is kept nowhere here
 */
export async function openSession(
  tx: Transaction,
  personId: number,
  caller: Pick<Caller, 'device' | 'networkHash'>,
  secret = newSessionSecret(),
): Promise<OpenedSession> {
  const [person] = await tx.select({ role: people.role }).from(people).where(eq(people.id, personId))
  if (!person) throw new Error(`There is no person ${personId} to sign in.`)
  const id = randomBytes(12).toString('base64url')
  const expiresAt = new Date(Date.now() + lifetimeOf(person.role).idle)
  const { device, networkHash: network } = caller
  await tx.insert(sessions).values({ id, secretHash: hashOfSecret(secret), personId, device, network, expiresAt })
  changed(`person:${personId}`)
  return { id, secret, expiresAt }
}

export function newSessionSecret(): string {
  return randomBytes(32).toString('base64url')
}

export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** Ends the session that a secret opens; one that is none of ours changes nothing. */
export async function closeSession(secret: string): Promise<void> {
  await write(async (tx) => {
    const [closed] = await tx
      .update(sessions)
      .set({ revokedAt: new Date() })
      .where(and(eq(sessions.secretHash, hashOfSecret(secret)), isNull(sessions.revokedAt)))
      .returning({ personId: sessions.personId })
    if (closed) changed(`person:${closed.personId}`)
  })
}

/** Ends one of the viewer's own sessions. Somebody else's stays. */
export async function revokeSession(viewer: Viewer, id: string): Promise<void> {
  const personId = viewer.personId ?? 0
  await write(async (tx) => {
    await tx
      .update(sessions)
      .set({ revokedAt: new Date() })
      .where(and(eq(sessions.id, id), eq(sessions.personId, personId), isNull(sessions.revokedAt)))
    changed(`person:${personId}`)
  })
}

/**
 * Ends all sessions of a person, within the command that gives the reason: a ban, a demotion, a new password.
 *
 * @param except the id of the one that stays
 */
export async function revokeSessions(tx: Transaction, personId: number, except: string | null = null): Promise<void> {
  const isOther = except === null ? undefined : ne(sessions.id, except)
  await tx
    .update(sessions)
    .set({ revokedAt: new Date() })
    .where(and(eq(sessions.personId, personId), isNull(sessions.revokedAt), isOther))
  changed(`person:${personId}`)
}

/** Notes that a session is in use, and lets it last longer, up to its role's limit. Seldom, as it is a write. */
export async function noteSeen(session: typeof sessions.$inferSelect, role: Viewer['role']): Promise<void> {
  const now = Date.now()
  if (now - session.lastSeenAt.getTime() < SEEN_EVERY) return
  const { idle, absolute } = lifetimeOf(role)
  const expiresAt = new Date(Math.min(now + idle, session.createdAt.getTime() + absolute))
  await write(async (tx) => {
    await tx
      .update(sessions)
      .set({ lastSeenAt: new Date(now), expiresAt })
      .where(eq(sessions.id, session.id))
  })
}

/** Ends all of the viewer's own sessions but the one that asks. */
export async function revokeOtherSessions({ personId, sessionId }: Viewer): Promise<void> {
  if (personId === null || !sessionId) throw new Error('No session asks.')
  await write((tx) => revokeSessions(tx, personId, sessionId))
}
