import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, relative } from 'node:path'
import { filesBelow } from '../operating/files-below.mjs'
import { encodeOnce } from './compression'
import type { StoredAnswer } from './page-cache'
import { headersPerEncoding } from './public-pages'

const TYPES: Record<string, string> = {
  '.avif': 'image/avif',
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.speculationrules': 'application/speculationrules+json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

/** Packed already: compressing them again only costs. */
const PACKED = new Set(['.avif', '.ico', '.jpg', '.png', '.webp', '.woff2'])

const FOREVER = 'public, max-age=31536000, immutable'
const FOR_AN_HOUR = 'public, max-age=3600'
const NEVER_UNASKED = 'no-cache'

type StaticFile = { file: string; type: string; caching: string; packed: boolean; headers: string[] }

/**
 * The files of the build and of `public/`. Their addresses are listed once at the start, so that an address is looked up
 * and never turned into a path.
 */
export class StaticFiles {
  private readonly files = new Map<string, StaticFile>()
  private readonly answers = new Map<string, Promise<StoredAnswer>>()
  private readonly growing: { pattern: RegExp; listAgain: () => void }[] = []

  /** @param headers that every file carries, `name, value, name, value…` */
  constructor(private readonly headers: string[]) {}

  /**
   * Lists a folder's files of known kinds.
   *
   * @param prefix what their addresses begin with
   * @param isFingerprinted whether a file's name changes with its content
   */
  add(folder: string, prefix: string, isFingerprinted: (name: string) => boolean): this {
    for (const file of filesBelow(folder)) {
      const name = relative(folder, file).replaceAll('\\', '/')
      const type = TYPES[extname(file)]
      if (!type) continue
      const caching = isFingerprinted(name) ? FOREVER : FOR_AN_HOUR
      this.files.set(`${prefix}${name}`, {
        file,
        type,
        caching,
        packed: PACKED.has(extname(file)),
        headers: this.headers,
      })
    }
    return this
  }

  /**
   * Lists a folder of fingerprinted files to which more are added while we serve: it is listed anew when an address of
   * their kind is asked for that is not known.
   *
   * @param pattern the addresses of those that are added
   */
  addGrowing(folder: string, prefix: string, pattern: RegExp): this {
    const listAgain = () => this.add(folder, prefix, () => true)
    this.growing.push({ pattern, listAgain })
    return this.add(folder, prefix, () => true)
  }

  /** Lists a text that no file holds, at one address. */
  addText(path: string, text: string): this {
    const made = this.finish(Buffer.from(text), {
      type: TYPES['.txt'] as string,
      caching: FOR_AN_HOUR,
      packed: false,
      headers: this.headers,
    })
    this.answers.set(path, made)
    return this
  }

  /**
   * The file at an address is a worker, which outlives the page that called it: browsers ask for it anew each time, so
   * that it can be replaced or ended at once.
   *
   * @param headers that it carries in the place of those of a file
   */
  withWorker(path: string, headers: string[]): this {
    const file = this.files.get(path)
    if (file) this.files.set(path, { ...file, headers, caching: NEVER_UNASKED })
    return this
  }

  has(path: string): boolean {
    return this.find(path) !== undefined || this.answers.has(path)
  }

  /** The file at an address, read and compressed the first time; null when there is none. */
  answer(path: string): Promise<StoredAnswer> | null {
    const known = this.answers.get(path)
    if (known) return known
    const file = this.find(path)
    if (!file) return null
    const made = this.read(file)
    this.answers.set(path, made)
    made.catch(() => this.answers.delete(path))
    return made
  }

  private find(path: string): StaticFile | undefined {
    const known = this.files.get(path)
    if (known) return known
    for (const { pattern, listAgain } of this.growing) if (pattern.test(path)) listAgain()
    return this.files.get(path)
  }

  private async read({ file, ...kind }: StaticFile): Promise<StoredAnswer> {
    const bytes = await readFile(file)
    return this.finish(extname(file) === '.css' ? withoutIndentation(bytes) : bytes, kind)
  }

  private async finish(
    bytes: Buffer,
    { type, caching, packed, headers }: Omit<StaticFile, 'file'>,
  ): Promise<StoredAnswer> {
    const body = packed ? { identity: bytes, gzip: null, br: null } : await encodeOnce(bytes, 11)
    const etag = createHash('sha256').update(bytes).digest('base64url').slice(0, 22)
    const common = [...headers, 'content-type', type, 'cache-control', caching]
    return {
      status: 200,
      etag,
      headers: headersPerEncoding(common, etag, body),
      body,
      reads: new Set(),
      expiresAt: Number.POSITIVE_INFINITY,
    }
  }
}

/** Lines and their indentation are for whoever writes a stylesheet; no text in one runs over a line (CSS Syntax Level 3 §4.3.5). */
function withoutIndentation(css: Buffer): Buffer {
  return Buffer.from(css.toString('utf8').replaceAll(/([{};,])\s*\n\s*/g, '$1'))
}
