import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { makeRendition } from './image'
import type { Format, Width } from './rendition-address'

/**
 * Pictures on the disk, under the hash of their bytes: the original as it came, and beside it what was made of it, once,
 * the first time it was asked for.
 */
export class MediaStore {
  private readonly making = new Map<string, Promise<string>>()

  /** @param folder usually DATA_DIR/media */
  constructor(private readonly folder: string) {}

  /** Keeps an original. Keeping the same again changes nothing. */
  async keep(hash: string, bytes: Uint8Array): Promise<void> {
    const file = this.originalOf(hash)
    if (!(await exists(file))) await writeWhole(file, bytes)
  }

  /** Where an original lies. */
  originalOf(hash: string): string {
    return join(this.folder, 'originals', hash.slice(0, 2), hash)
  }

  /** Where an image lies in this width and format, made if need be; whoever asks at the same time waits for the same. */
  rendition(hash: string, width: Width, format: Format): Promise<string> {
    const file = join(this.folder, 'renditions', hash.slice(0, 2), hash, `${width}.${format}`)
    const known = this.making.get(file)
    if (known) return known
    const made = this.find(file, hash, width, format).finally(() => this.making.delete(file))
    this.making.set(file, made)
    return made
  }

  private async find(file: string, hash: string, width: Width, format: Format): Promise<string> {
    if (await exists(file)) return file
    const original = await readFile(this.originalOf(hash))
    await writeWhole(file, await makeRendition(original, width, format))
    return file
  }
}

async function exists(file: string): Promise<boolean> {
  try {
    await stat(file)
    return true
  } catch {
    return false
  }
}

/** A file is there whole or not at all: it gets its name when its bytes are on the disk. */
async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  const handle = await open(draft, 'wx')
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(draft, file)
}
