import { and, eq, ne } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { media } from '@/db/schema/media'
import { audit } from '../audit/audit-commands'
import { Refused, type Viewer } from '../people/viewer'
import { changed, write } from '../write'
import { inspectImage } from './image'
import { nameOf } from './media-commands'
import type { MediaEntry } from './media-input'
import { mayKeepMedia, obstacleToMedia } from './media-policy'
import type { Media } from './media-queries'
import type { MediaStore } from './media-store'
import { findUses, type MediaUse } from './media-uses-sql'

/** What was asked of a picture cannot be done; the words say why. */
export class MediaRefused extends Error {
  constructor(words: string) {
    super(words)
    this.name = 'MediaRefused'
  }
}

/** It is shown where the one who asks may change nothing; the words say where. */
export class MediaOutOfReach extends MediaRefused {}

/**
 * Says what a picture shows, whose it is, and what must stay in view. Every page that shows it has it by the next request.
 *
 * @throws {Refused} @throws {MediaRefused} when it is gone, or shown where they may change nothing
 */
export async function changeMedia(viewer: Viewer, id: number, entry: MediaEntry): Promise<void> {
  await write(async (tx) => {
    const { picture: before } = await findKept(tx, viewer, id)
    const changes = (Object.keys(entry) as (keyof MediaEntry)[]).filter(
      (name) => String(before[name]) !== String(entry[name]),
    )
    if (changes.length === 0) return
    await tx.update(media).set(entry).where(eq(media.id, id))
    const detail = Object.fromEntries(changes.map((name) => [name, { from: before[name], to: entry[name] }]))
    await audit(tx, viewer, { action: 'picture.change', subject: `media:${id}`, detail })
    changed(`media:${id}`)
  })
}

/**
 * Puts another file in a picture's place, wherever it is shown. Its address changes, as what lies under an address never
 * does; words and focal point stay.
 *
 * @throws {ImageRefused} when it is no image that can be shown
 * @throws {MediaRefused} when the library has this file as another picture, or it is the logo
 */
export async function replaceMedia(
  viewer: Viewer,
  id: number,
  store: MediaStore,
  { bytes, name }: { bytes: Uint8Array; name: string },
): Promise<void> {
  const { format, width, height, hash } = await inspectImage(bytes)
  await store.keep(hash, bytes)
  await write(async (tx) => {
    const { picture: before, uses } = await findKept(tx, viewer, id)
    // The settings keep the logo's address and measures beside its id.
    if (uses.some(({ what }) => what === 'logo'))
      throw new MediaRefused('It is the paper’s logo: replace it in the settings.')
    if (before.hash === hash) throw new MediaRefused('This is the file that it has already.')
    const [other] = await tx
      .select({ id: media.id, name: media.name })
      .from(media)
      .where(and(eq(media.hash, hash), ne(media.id, id)))
    if (other) throw new MediaRefused(`The library has this file already: it is picture ${other.id}, “${other.name}”.`)
    const kept = nameOf(name)
    const row = {
      hash,
      format,
      width,
      height,
      bytes: bytes.length,
      name: kept === before.name ? `${kept}-${hash.slice(0, 6)}` : kept,
    }
    await tx.update(media).set(row).where(eq(media.id, id))
    const detail = { from: { name: before.name, hash: before.hash }, to: { name: row.name, hash } }
    await audit(tx, viewer, { action: 'picture.replace', subject: `media:${id}`, detail })
    changed(`media:${id}`)
  })
  // A purge may have set these bytes aside before they had a row.
  await store.keep(hash, bytes)
}

/** Takes a picture out of the library. @throws {MediaRefused} while something shows it */
export async function deleteMedia(viewer: Viewer, id: number): Promise<void> {
  await write(async (tx) => {
    const { picture, uses } = await findKept(tx, viewer, id)
    const { name, hash } = picture
    if (uses.length > 0)
      throw new MediaRefused(
        `“${name}” is used in ${uses.length === 1 ? 'one place' : `${uses.length} places`}: take it out there first.`,
      )
    await tx.delete(media).where(eq(media.id, id))
    await audit(tx, viewer, { action: 'picture.delete', subject: `media:${id}`, detail: { name, hash } })
    changed(`media:${id}`)
  })
}

async function findKept(tx: Transaction, viewer: Viewer, id: number): Promise<{ picture: Media; uses: MediaUse[] }> {
  const [picture] = await tx.select().from(media).where(eq(media.id, id))
  if (!picture) throw new MediaRefused(`There is no picture ${id} any more.`)
  if (!mayKeepMedia(viewer, picture)) throw new Refused(viewer, `change picture ${id}`)
  const uses = await findUses(tx, viewer, id)
  const obstacle = obstacleToMedia(viewer, picture, uses)
  if (obstacle) throw new MediaOutOfReach(obstacle)
  return { picture, uses }
}
