import { and, desc, eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { mutes } from '@/db/schema/comments'
import { people } from '@/db/schema/people'
import type { Viewer } from '../people/viewer'
import { getCommenterName } from './commenter-queries'

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

/** Somebody, as whoever may mute them looks at them. */
export type MuteState = { id: number; name: string; isMuted: boolean; isOwn: boolean }

/** Whether the viewer muted somebody; null when it is nobody who comments, so that no numbers are tried for names. */
export async function getMuteState({ personId }: Viewer, id: number): Promise<MuteState | null> {
  const [muted] = await database()
    .select({ name: people.name })
    .from(mutes)
    .innerJoin(people, eq(people.id, mutes.mutedId))
    .where(and(eq(mutes.personId, personId ?? 0), eq(mutes.mutedId, id)))
  if (muted) return { id, name: muted.name, isMuted: true, isOwn: false }
  const name = await getCommenterName(id)
  return name === null ? null : { id, name, isMuted: false, isOwn: id === personId }
}
