import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { deletions } from '@/db/schema/personal-data'
import type { Viewer } from '../people/viewer'
import type { CommentFate } from './deletion'

/** When the viewer's account goes, and what becomes of their comments; null when it stays. */
export async function getDeletion(viewer: Viewer): Promise<{ dueAt: Date; comments: CommentFate } | null> {
  const [row] = await database()
    .select({ dueAt: deletions.dueAt, comments: deletions.comments })
    .from(deletions)
    .where(eq(deletions.personId, viewer.personId ?? 0))
  return row ?? null
}
