import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { media } from '@/db/schema/media'
import { mayWrite } from '../articles/article-policy'
import { slugFrom } from '../articles/slug'
import { Refused, type Viewer } from '../people/viewer'
import { write } from '../write'
import { inspectImage } from './image'
import type { MediaStore } from './media-store'

export type NewMedia = {
  bytes: Uint8Array
  /** The file's name, from which its address is made. */
  name: string
  alt: string
  caption?: string
  credit?: string
  licence?: string
}

/**
 * Takes a picture in. The same bytes are the same picture, whoever brings them.
 *
 * @returns its id
 * @throws {ImageRefused} when it is no image that can be shown
 */
export async function storeMedia(
  viewer: Viewer,
  store: MediaStore,
  { bytes, name, ...words }: NewMedia,
): Promise<number> {
  if (!mayWrite(viewer)) throw new Refused(viewer, 'add pictures')
  const { format, width, height, hash } = await inspectImage(bytes)
  const known = await findByHash(hash)
  await store.keep(hash, bytes)
  if (known) return known
  return write(async (tx) => {
    const slug = slugFrom(name.replace(/\.[^.]+$/, '')) || 'picture'
    const row = { hash, name: slug, format, width, height, bytes: bytes.length, uploadedBy: viewer.personId, ...words }
    await tx.insert(media).values(row).onConflictDoNothing()
    const [made] = await tx.select({ id: media.id }).from(media).where(eq(media.hash, hash))
    return (made as { id: number }).id
  })
}

async function findByHash(hash: string): Promise<number | null> {
  const [row] = await database().select({ id: media.id }).from(media).where(eq(media.hash, hash))
  return row?.id ?? null
}
