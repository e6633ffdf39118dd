import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { media } from '@/db/schema/media'
import { people } from '@/db/schema/people'
import { Refused, type Viewer } from '../people/viewer'
import { mayKeepMedia, mayUseMedia, obstacleToMedia } from './media-policy'
import { findUses } from './media-uses-sql'

/** A picture with everything the desk knows of it; null when there is none. @throws {Refused} */
export async function getDeskMedia(viewer: Viewer, id: number) {
  if (!mayUseMedia(viewer)) throw new Refused(viewer, `look at picture ${id}`)
  const [row] = await database()
    .select({ picture: media, uploader: people.name })
    .from(media)
    .leftJoin(people, eq(people.id, media.uploadedBy))
    .where(eq(media.id, id))
  if (!row) return null
  const uses = await findUses(database(), viewer, id)
  return { ...row.picture, uploader: row.uploader, uses, obstacle: obstacleToMedia(viewer, row.picture, uses) }
}

/**
 * Why this viewer may not change a picture, in words; null when they may.
 *
 * @throws {Refused} when it is not theirs to keep at all
 * @returns undefined when there is none of that id
 */
export async function getMediaObstacle(viewer: Viewer, id: number): Promise<string | null | undefined> {
  const picture = await getDeskMedia(viewer, id)
  if (!picture) return undefined
  if (!mayKeepMedia(viewer, picture)) throw new Refused(viewer, `change picture ${id}`)
  return picture.obstacle
}
