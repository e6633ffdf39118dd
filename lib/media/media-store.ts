import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { makeRendition } from './image'
import type { Format, Width } from './rendition-address'
import { Turns } from './turns'

/** More at once would take every core and every thread of the pool from the pages. */
const MAKERS = 2
const turns = new Turns(MAKERS)

/**
 * Pictures on the disk, under the hash of their bytes: the original as it came, and beside it what was made of it, once,
 * the first time it was asked for.
 */
export class MediaStore {
  private readonly making = new Map<string, Promise<string>>()

  /** Where originals lie that no picture has any more, until they are removed. */
  readonly gone: string
  readonly originals: string

  /** @param folder usually DATA_DIR/media */
  constructor(private readonly folder: string) {
    this.originals = join(folder, 'originals')
    this.gone = join(folder, 'gone')
  }

  /** Keeps an original. Keeping the same again changes nothing. */
  async keep(hash: string, bytes: Uint8Array): Promise<void> {
    const file = this.originalOf(hash)
    if (!(await exists(file))) await writeWhole(file, bytes)
  }

  /** Where an original lies. @param hash SHA-256 of its bytes, in hexadecimal */
  originalOf(hash: string): string {
    return join(this.originals, folderOf(hash), hash)
  }

  /** Where it lies once no picture has it any more. */
  goneOf(hash: string): string {
    return join(this.gone, folderOf(hash), hash)
  }

  /**
   * Where an image lies in this width and format, made if need be; whoever asks at the same time waits for the same.
   *
   * @throws when the original is not in the store
   */
  rendition(hash: string, width: Width, format: Format): Promise<string> {
    const file = join(this.folder, 'renditions', folderOf(hash), hash, `${width}.${format}`)
    const known = this.making.get(file)
    if (known) return known
    const made = this.find(file, hash, width, format).finally(() => this.making.delete(file))
    this.making.set(file, made)
    return made
  }

  private async find(file: string, hash: string, width: Width, format: Format): Promise<string> {
    if (await exists(file)) return file
    await turns.take(async () => {
      const original = await this.readOriginal(hash)
      await writeWhole(file, await makeRendition(original, { width, format }))
    })
    return file
  }

  private async readOriginal(hash: string): Promise<Buffer> {
    const file = this.originalOf(hash)
    try {
      return await readFile(file)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
      throw new Error(`The picture ${file} is missing: restore it from a backup.`, { cause: error })
    }
  }
}

/** A hash becomes part of a path: whatever else it might be stays out of it. */
function folderOf(hash: string): string {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error(`“${hash}” is no SHA-256 in hexadecimal.`)
  return hash.slice(0, 2)
}

async function exists(file: string): Promise<boolean> {
  try {
    await stat(file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}

/** A file is there whole or not at all: it gets its name when its bytes are on the disk. */
async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  try {
    const handle = await open(draft, 'wx')
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
  await syncFolder(dirname(file))
}

/** Without this a power cut can take the name although the bytes are there. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
