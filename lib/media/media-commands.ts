import { eq } from 'drizzle-orm'
import { media } from '@/db/schema/media'
import { mayWrite } from '../articles/article-policy'
import { slugFrom } from '../articles/slug'
import { audit } from '../audit/audit-commands'
import { Refused, type Viewer } from '../people/viewer'
import { changed, write } from '../write'
import { inspectImage } from './image'
import { findMediaByHash } from './media-queries'
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

/** Takes a picture in, as takeMedia does. @returns its id */
export async function storeMedia(viewer: Viewer, store: MediaStore, picture: NewMedia): Promise<number> {
  return (await takeMedia(viewer, store, picture)).id
}

/**
 * Takes a picture in. The same bytes are the same picture, whoever brings them.
 *
 * @returns its id, and whether the newsroom had it already
 * @throws {Refused} when this viewer may not add pictures
 * @throws {ImageRefused} when it is no image that can be shown
 */
export async function takeMedia(
  viewer: Viewer,
  store: MediaStore,
  { bytes, name, ...words }: NewMedia,
): Promise<{ id: number; isKnown: boolean }> {
  if (!mayWrite(viewer)) throw new Refused(viewer, 'add pictures')
  const { format, width, height, hash } = await inspectImage(bytes)
  // The bytes before the row: a row without its picture would be a hole in a page, bytes without a row are only unused.
  await store.keep(hash, bytes)
  const known = await findMediaByHash(viewer, hash)
  if (known) return { id: known.id, isKnown: true }
  const taken = await write(async (tx) => {
    const row = {
      hash,
      name: nameOf(name),
      format,
      width,
      height,
      bytes: bytes.length,
      uploadedBy: viewer.personId,
      ...words,
    }
    await tx.insert(media).values(row).onConflictDoNothing()
    const [made] = await tx.select({ id: media.id }).from(media).where(eq(media.hash, hash))
    const { id } = made as { id: number }
    await audit(tx, viewer, { action: 'picture.upload', subject: `media:${id}`, detail: { name: row.name } })
    changed(`media:${id}`)
    return { id, isKnown: false }
  })
  // Bytes that nothing had were ours to write and a purge's to set aside; from here on they have a row.
  await store.keep(hash, bytes)
  return taken
}

/** The last part of a file's name, however the sender's system writes it, without its ending. */
export function nameOf(file: string): string {
  const last = file.split(/[\\/]/).at(-1) ?? ''
  return slugFrom(last.replace(/\.[^.]+$/, '')) || 'picture'
}
