import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { and, eq, gte, lt } from 'drizzle-orm'
import { database } from '@/db/client'
import { media } from '@/db/schema/media'
import { write } from '../write'
import type { MediaStore } from './media-store'

/** How long, in milliseconds, the bytes of a picture that is gone are kept: whoever took it out may think better of it. */
export const KEPT_AFTER = 30 * 86_400_000

/** What somebody may still be bringing is no older than this. */
const BROUGHT_WITHIN = 3_600_000

export type GoneOriginals = { setAside: string[]; removable: string[] }

/**
 * Originals that no picture has any more, by deleting it or putting another file in its place: those that are still among
 * the others, and those that were set aside long enough ago.
 */
export async function findGoneOriginals(store: MediaStore, now: Date): Promise<GoneOriginals> {
  const found: GoneOriginals = { setAside: [], removable: [] }
  for (const group of GROUPS) {
    const { setAside, removable } = await findGoneIn(store, group, now)
    found.setAside.push(...setAside)
    found.removable.push(...removable)
  }
  return found
}

/** The folders that originals lie in: the first two letters of their hashes. */
export const GROUPS = Array.from({ length: 256 }, (_, number) => number.toString(16).padStart(2, '0'))

/** The same in one folder of originals. */
export async function findGoneIn(store: MediaStore, group: string, now: Date): Promise<GoneOriginals> {
  const [here, gone] = [hashesIn(store.originals, group), hashesIn(store.gone, group)]
  if (here.length === 0 && gone.length === 0) return { setAside: [], removable: [] }
  const isOfGroup = and(gte(media.hash, group), lt(media.hash, `${group}g`))
  const rows = await database().select({ hash: media.hash }).from(media).where(isOfGroup)
  const known = new Set(rows.map(({ hash }) => hash))
  const isOlder = (path: string, age: number) => now.getTime() - statSync(path).mtimeMs > age
  const orphans = here.filter((hash) => !known.has(hash))
  return {
    setAside: orphans.filter((hash) => isOlder(store.originalOf(hash), BROUGHT_WITHIN)),
    removable: gone.filter((hash) => isOlder(store.goneOf(hash), KEPT_AFTER)),
  }
}

/**
 * Sets originals aside that no picture has. Whoever takes a picture in writes its row in a transaction and then looks
 * whether its bytes are there: this asks and moves in one as well, so that no row is ever left without them.
 */
export async function setAside(store: MediaStore, hashes: string[], now: Date): Promise<void> {
  for (const hash of hashes) {
    await write(async (tx) => {
      const [row] = await tx.select({ id: media.id }).from(media).where(eq(media.hash, hash))
      if (row) return
      const target = store.goneOf(hash)
      mkdirSync(join(target, '..'), { recursive: true })
      renameSync(store.originalOf(hash), target)
      utimesSync(target, now, now)
    })
  }
}

export function removeGone(store: MediaStore, hashes: string[]): void {
  for (const hash of hashes) rmSync(store.goneOf(hash), { force: true })
}

function hashesIn(folder: string, group: string): string[] {
  const path = join(folder, group)
  return existsSync(path) ? readdirSync(path).filter((name) => /^[0-9a-f]{64}$/.test(name)) : []
}
