import { desc, eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { mutes } from '@/db/schema/comments'
import { people } from '@/db/schema/people'
import type { Viewer } from '../people/viewer'

/** Somebody whom the viewer does not want to read. */
export type Muted = { id: number; name: string; mutedAt: Date }

/** More than anyone mutes by hand: a page is never longer than this. */
const MOST = 500

/** Whom the viewer muted, the latest first. Whoever has no account any more is muted no more. */
export function listMuted({ personId }: Viewer): Promise<Muted[]> {
  return database()
    .select({ id: people.id, name: people.name, mutedAt: mutes.createdAt })
    .from(mutes)
    .innerJoin(people, eq(people.id, mutes.mutedId))
    .where(eq(mutes.personId, personId ?? 0))
    .orderBy(desc(mutes.createdAt), desc(mutes.mutedId))
    .limit(MOST)
}
