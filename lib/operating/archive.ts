import { createHash } from 'node:crypto'
import { closeSync, createReadStream, fsyncSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { create, Parser, type ReadEntry } from 'tar'
import { MANIFEST, type Manifest, manifestSchema } from './backup-manifest'

/** An archive that is no whole backup of ours, and why. */
export class ArchiveRefused extends Error {
  constructor(words: string) {
    super(words)
    this.name = 'ArchiveRefused'
  }
}

const LONGEST_MANIFEST = 500_000_000

/**
 * Packs a folder's files as .tar.gz, readable by its owner alone, and has it on the disk before it returns.
 *
 * @param names what is packed, in order; the manifest is first
 */
export async function packArchive(folder: string, names: string[], file: string): Promise<void> {
  await create({ gzip: true, file, cwd: folder, portable: true, strict: true, mode: 0o600 }, [MANIFEST, ...names])
  const handle = openSync(file, 'r+')
  fsyncSync(handle)
  closeSync(handle)
}

/**
 * Reads a backup to its end and compares every byte of it with its manifest.
 *
 * @param target folder that its files are written to; without one they are only compared
 * @param mostBytes how many bytes it may unpack to
 * @throws {ArchiveRefused} when anything is missing, too much, changed, too large or not a plain file
 */
export async function readArchive(
  file: string,
  { target, mostBytes }: { target?: string; mostBytes: number },
): Promise<Manifest> {
  const reading = new ArchiveReading(target, mostBytes)
  await new Promise<void>((resolve, reject) => {
    const source = createReadStream(file)
    const fail = (error: unknown) => {
      source.destroy()
      reject(inWords(error as Error, file))
    }
    const attempt = (work: () => void) => {
      try {
        if (!source.destroyed) work()
      } catch (error) {
        fail(error)
      }
    }
    const onReadEntry = (entry: ReadEntry) => attempt(() => reading.take(entry, attempt))
    const parser = new Parser({ strict: true, onReadEntry })
    parser.on('ignoredEntry', (entry: ReadEntry) => attempt(() => refuseUnlessFile(entry)))
    parser.on('error', fail)
    parser.on('end', () => resolve())
    source.on('error', fail)
    source.pipe(parser as unknown as NodeJS.WritableStream)
  })
  try {
    return reading.finish()
  } catch (error) {
    throw inWords(error as Error, file)
  }
}

/** What an event of a stream does; what it throws ends the reading. */
type Attempt = (work: () => void) => void

class ArchiveReading {
  private manifest: Manifest | null = null
  private awaited = new Map<string, Manifest['files'][number]>()

  constructor(
    private readonly target: string | undefined,
    private readonly mostBytes: number,
  ) {}

  take(entry: ReadEntry, attempt: Attempt): void {
    refuseUnlessFile(entry)
    if (!this.manifest) {
      this.takeManifest(entry, attempt)
      return
    }
    const wanted = this.awaited.get(entry.path)
    if (!wanted) throw new ArchiveRefused(`it holds “${shown(entry.path)}”, which its manifest does not name`)
    if (entry.size !== wanted.bytes)
      throw new ArchiveRefused(`“${wanted.name}” has not the size that its manifest says`)
    this.awaited.delete(entry.path)
    this.takeFile(entry, wanted, attempt)
  }

  finish(): Manifest {
    if (!this.manifest) throw new ArchiveRefused('it has no manifest')
    const [missing] = this.awaited.keys()
    if (missing) throw new ArchiveRefused(`“${missing}” is missing`)
    return this.manifest
  }

  private takeManifest(entry: ReadEntry, attempt: Attempt): void {
    const isOne = entry.path === MANIFEST && entry.size <= LONGEST_MANIFEST
    if (!isOne) throw new ArchiveRefused('it does not begin with a manifest')
    const parts: Buffer[] = []
    entry.on('data', (part) => parts.push(part))
    entry.on('end', () => attempt(() => this.readManifest(Buffer.concat(parts).toString('utf8'))))
  }

  private readManifest(text: string): void {
    const parsed = manifestSchema.safeParse(parseJson(text))
    if (!parsed.success) throw new ArchiveRefused('its manifest is not one of this version of Broadsheet')
    const { files } = parsed.data
    this.awaited = new Map(files.map((described) => [described.name, described]))
    if (this.awaited.size !== files.length) throw new ArchiveRefused('its manifest names a file twice')
    if (!this.awaited.has('portal.db')) throw new ArchiveRefused('it holds no database')
    const bytes = files.reduce((sum, described) => sum + described.bytes, 0)
    if (bytes > this.mostBytes) {
      throw new ArchiveRefused(`it unpacks to ${bytes} bytes, and there is room for ${this.mostBytes}`)
    }
    this.manifest = parsed.data
  }

  private takeFile(entry: ReadEntry, wanted: Manifest['files'][number], attempt: Attempt): void {
    const hash = createHash('sha256')
    const handle = this.target === undefined ? null : openNew(join(this.target, wanted.name))
    entry.on('data', (part) => {
      hash.update(part)
      if (handle !== null) attempt(() => writeWhole(handle, part))
    })
    entry.on('end', () =>
      attempt(() => {
        if (handle !== null) fsyncSync(handle)
        if (handle !== null) closeSync(handle)
        if (hash.digest('hex') !== wanted.sha256) {
          throw new ArchiveRefused(`“${wanted.name}” was changed after it was backed up`)
        }
      }),
    )
  }
}

function refuseUnlessFile(entry: ReadEntry): void {
  if (entry.type !== 'File') throw new ArchiveRefused(`it holds “${shown(entry.path)}”, which is no plain file`)
}

function openNew(path: string): number {
  mkdirSync(dirname(path), { recursive: true })
  return openSync(path, 'wx', 0o600)
}

function writeWhole(handle: number, part: Buffer): void {
  for (let written = 0; written < part.length; ) written += writeSync(handle, part, written)
}

function inWords(error: Error, file: string): Error {
  if (error instanceof ArchiveRefused) return new ArchiveRefused(`${file} cannot be used: ${error.message}.`)
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return new ArchiveRefused(`${file} cannot be used: there is no such file.`)
  if (code === 'EISDIR') return new ArchiveRefused(`${file} cannot be used: it is a folder.`)
  return new ArchiveRefused(
    `${file} cannot be used: it is damaged, cut short or no backup (${error.message.split('\n')[0]}).`,
  )
}

function shown(path: string): string {
  return path.slice(0, 200).replaceAll(/[\p{Cc}\u2028-\u202E\u2066-\u2069]/gu, '?')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
