import { existsSync } from 'node:fs'
import type { MediaStore } from '../media/media-store'

/** Where a picture's original lies; null when it is not on the disk, or its row was damaged and names no file. */
export function findOriginal(store: MediaStore, hash: string): string | null {
  if (!/^[0-9a-f]{64}$/.test(hash)) return null
  const file = store.originalOf(hash)
  return existsSync(file) ? file : null
}
