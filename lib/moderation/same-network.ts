import { and, asc, eq, exists, gt, inArray, ne, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { database } from '@/db/client'
import { articles } from '@/db/schema/articles'
import { comments } from '@/db/schema/comments'
import { people, sessions } from '@/db/schema/people'
import type { Viewer } from '../people/viewer'
import { moderatedSections } from './moderation-policy'

/** Somebody who comes from the same network. */
export type Neighbour = { id: number; name: string; bannedAt: Date | null }

/** How far back sessions are compared. */
const NETWORK_DAYS = 90
const MOST = 20

/**
 * Who else was signed in from a network that somebody used of late. Networks are compared as keyed hashes and never shown.
 * A viewer who is limited to sections is told of those who wrote there, and of nobody else.
 */
export async function sameNetworkAs(viewer: Viewer, personId: number): Promise<Neighbour[]> {
  const theirs = alias(sessions, 'theirs')
  const since = new Date(Date.now() - NETWORK_DAYS * 86_400_000)
  return database()
    .selectDistinct({ id: people.id, name: people.name, bannedAt: people.bannedAt })
    .from(theirs)
    .innerJoin(
      sessions,
      and(eq(sessions.network, theirs.network), ne(sessions.personId, personId), gt(sessions.lastSeenAt, since)),
    )
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(
      and(
        eq(theirs.personId, personId),
        ne(theirs.network, ''),
        gt(theirs.lastSeenAt, since),
        wroteWhere(moderatedSections(viewer)),
      ),
    )
    .orderBy(asc(people.name), asc(people.id))
    .limit(MOST)
}

function wroteWhere(limits: readonly number[] | null): SQL {
  if (limits === null) return sql`1`
  return exists(
    database()
      .select({ id: comments.id })
      .from(comments)
      .innerJoin(articles, eq(articles.id, comments.articleId))
      .where(and(eq(comments.personId, people.id), inArray(articles.sectionId, [...limits]))),
  )
}
