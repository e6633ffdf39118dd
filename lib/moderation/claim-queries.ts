import { and, eq, gt, inArray, isNull, ne, or, type SQL } from 'drizzle-orm'
import { type Database, database, type Transaction } from '@/db/client'
import { articles } from '@/db/schema/articles'
import { comments } from '@/db/schema/comments'
import { commentClaims } from '@/db/schema/moderation'
import { people, sessions } from '@/db/schema/people'
import type { Viewer } from '../people/viewer'
import type { Claim } from './claim'
import { requireModerator } from './moderation-policy'
import { withinSections } from './within-sections'

/** A claim that counts: neither run out, nor left behind by a session that was ended. Over claims and sessions. */
export function holdsNow(now = new Date()): SQL {
  const isSignedIn = and(isNull(sessions.revokedAt), gt(sessions.expiresAt, now))
  return and(gt(commentClaims.until, now), or(isNull(commentClaims.sessionId), isSignedIn)) as SQL
}

/** Which of some comments others look at; null asks for all in the sections that the viewer moderates. @throws {Refused} */
export async function claimsOfOthers(viewer: Viewer, commentIds: number[] | null = null): Promise<Claim[]> {
  requireModerator(viewer, 'see the queue')
  const { commentId, since } = commentClaims
  return database()
    .select({ commentId, since, by: people.name })
    .from(commentClaims)
    .innerJoin(people, eq(people.id, commentClaims.personId))
    .innerJoin(comments, eq(comments.id, commentId))
    .innerJoin(articles, eq(articles.id, comments.articleId))
    .leftJoin(sessions, eq(sessions.id, commentClaims.sessionId))
    .where(
      and(
        holdsNow(),
        ne(commentClaims.personId, viewer.personId ?? 0),
        withinSections(viewer),
        commentIds === null ? undefined : inArray(commentId, commentIds),
      ),
    )
}

/** The claim of somebody else on a comment; null when there is none. */
export async function claimOfOther(
  source: Database | Transaction,
  viewer: Pick<Viewer, 'personId'>,
  id: number,
): Promise<Claim | null> {
  // The house itself waits for nobody.
  if (viewer.personId === null) return null
  const { commentId, since } = commentClaims
  const [row] = await source
    .select({ commentId, since, by: people.name })
    .from(commentClaims)
    .innerJoin(people, eq(people.id, commentClaims.personId))
    .leftJoin(sessions, eq(sessions.id, commentClaims.sessionId))
    .where(and(eq(commentId, id), ne(commentClaims.personId, viewer.personId), holdsNow()))
  return row ?? null
}
