import { and, eq } from 'drizzle-orm'
import { mutes } from '@/db/schema/comments'
import type { Viewer } from '../people/viewer'
import { write } from '../write'
import { CommentRefused } from './comment-refused'
import { getMuteState } from './mute-queries'

/**
 * Hides everything that somebody says from the viewer, wherever they are signed in. Doing it again changes nothing.
 *
 * @param mutedId somebody who has said something that everyone can read
 * @throws {CommentRefused}
 */
export async function mute(viewer: Viewer, mutedId: number): Promise<void> {
  const personId = requirePerson(viewer)
  const state = await getMuteState(viewer, mutedId)
  if (!state) throw new CommentRefused(409, 'There is nobody of this number who comments.')
  if (state.isOwn) throw new CommentRefused(409, 'You cannot mute yourself.')
  await write(async (tx) => {
    await tx.insert(mutes).values({ personId, mutedId }).onConflictDoNothing()
  })
}

/** Takes back that somebody is muted, by their account. */
export async function unmute(viewer: Viewer, mutedId: number): Promise<void> {
  const personId = requirePerson(viewer)
  await write(async (tx) => {
    await tx.delete(mutes).where(and(eq(mutes.personId, personId), eq(mutes.mutedId, mutedId)))
  })
}

function requirePerson({ personId }: Viewer): number {
  if (personId === null) throw new CommentRefused(403, 'Only somebody with an account can do this.')
  return personId
}
