import { and, eq, gt, gte, isNotNull, isNull, or } from 'drizzle-orm'
import { database } from '@/db/client'
import { people, sessions } from '@/db/schema/people'
import { readEnvironment } from '../env'
import { getSite } from '../site/site-queries'
import { secretInCookies } from './session'
import { hashOfSecret } from './session-commands'
import { type Barred, whatBars } from './standing'
import type { Viewer } from './viewer'

/** What keeps the viewer from taking part, in words for them; null when nothing does. */
export async function getBarred({ personId }: Viewer): Promise<Barred | null> {
  const [person] = await database()
    .select()
    .from(people)
    .where(eq(people.id, personId ?? 0))
  return person ? whatBars(person, await getSite()) : null
}

/**
 * What a browser is told in which somebody was signed in when they were banned: their session opens nothing any more, and
 * still shows that it is them. One that they had ended before is no proof.
 *
 * @param cookieHeader a request's `Cookie` header
 * @returns null for everybody else
 */
export async function barredOfCookie(cookieHeader: string): Promise<Barred | null> {
  const secret = secretInCookies(cookieHeader, readEnvironment().siteUrl)
  if (!secret) return null
  const [row] = await database()
    .select({ person: people })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(
      and(
        eq(sessions.secretHash, hashOfSecret(secret)),
        gt(sessions.expiresAt, new Date()),
        isNotNull(people.bannedAt),
        or(isNull(sessions.revokedAt), gte(sessions.revokedAt, people.bannedAt)),
      ),
    )
  return row ? whatBars(row.person, await getSite()) : null
}
