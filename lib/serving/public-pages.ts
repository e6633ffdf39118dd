import { createHash } from 'node:crypto'
import { type ChangeKey, onChange } from '../write'
import { encodeOnce } from './compression'
import { LetGo } from './let-go'
import { PageCache, type StoredAnswer } from './page-cache'
import type { PrintedPage } from './press-messages'
import { isReadApiAddress } from './read-api-addresses'

type Render = (address: string) => Promise<PrintedPage>

type Settings = {
  render: Render
  /** Headers that every page carries, `name, value, name, value…` */
  headers: string[]
  /** Headers that only some pages carry. */
  headersOf?: (address: string, status: number, type: string) => string[]
  /** Bytes that finished pages may take. */
  limit: number
  /** How many pages may render at once; more wait. */
  renders: number
  /** How many may wait before readers are told to come back. */
  waiting: number
  /** Learns of what was written elsewhere, before a page is taken for current. */
  catchUp: () => void
  onRender: (address: string, page: PrintedPage) => void
}

/** Too many pages are waiting to be rendered. */
export class Overloaded extends Error {}

/** How often a page is rendered anew when what it reads goes on changing, before it is sent without being kept. */
const TRIES = 5

/** What is as small as it gets. */
const IS_PACKED = /^image\/(?:jpeg|png|webp|avif)\b/

/** What a page may say of itself beside its type. */
const PASSED_ON = ['location', 'access-control-allow-origin']

/** What strangers can make up (addresses that lead nowhere, searches) must not push out what readers ask for. */
const SHARE_OF_STRANGERS = 16

/**
 * Public pages: kept as finished bytes, rendered once for everyone who waits, dropped when what they read changes.
 *
 * A page that was rendering while something it read changed is rendered again before anyone gets it: after a change is
 * acknowledged, no answer is older than it.
 */
export class PublicPages {
  private readonly found: PageCache
  private readonly madeUp: PageCache
  private readonly rendering = new Map<string, Promise<StoredAnswer>>()
  private readonly letGo = new LetGo()
  private readonly changedSince = new Map<ChangeKey, number>()
  private clock = 0
  private active = 0
  private readonly queue: (() => void)[] = []
  private readonly stopListening: () => void

  constructor(private readonly settings: Settings) {
    this.found = new PageCache(settings.limit)
    this.madeUp = new PageCache(settings.limit / SHARE_OF_STRANGERS)
    this.stopListening = onChange((keys) => this.drop(keys))
  }

  /** The kept answer, or null. */
  kept(address: string): StoredAnswer | null {
    const now = Date.now()
    return this.found.get(address, now) ?? this.madeUp.get(address, now)
  }

  /**
   * The answer, rendered if it has to be.
   * @throws {Overloaded} when too many others wait already
   */
  async answer(address: string): Promise<StoredAnswer> {
    const known = this.rendering.get(address)
    if (known) return known
    const made = this.renderFresh(address).finally(() => {
      this.rendering.delete(address)
      if (this.rendering.size === 0) this.changedSince.clear()
    })
    this.rendering.set(address, made)
    return made
  }

  /** Every kept page that shows one of these. */
  addressesReading(keys: readonly ChangeKey[]): string[] {
    return [...this.found.namesReading(keys), ...this.madeUp.namesReading(keys)]
  }

  /** Those, and every page that was let go of late because one of these changed. */
  dependants(keys: readonly ChangeKey[]): string[] {
    this.settings.catchUp()
    return [...new Set([...this.addressesReading(keys), ...this.letGo.of(keys)])]
  }

  close(): void {
    this.stopListening()
  }

  get bytes(): number {
    return this.found.weight + this.madeUp.weight
  }

  get count(): number {
    return this.found.count + this.madeUp.count
  }

  private drop(keys: readonly ChangeKey[]): void {
    this.clock += 1
    if (this.rendering.size > 0) for (const key of keys) this.changedSince.set(key, this.clock)
    for (const key of keys) this.letGo.note(key, this.addressesReading([key]))
    this.found.drop(keys)
    this.madeUp.drop(keys)
  }

  private async renderFresh(address: string): Promise<StoredAnswer> {
    await this.takeTurn()
    try {
      for (let attempt = 1; ; attempt += 1) {
        const startedAt = this.clock
        const answer = await this.renderOnce(address)
        if (this.isCurrent(answer, startedAt)) return this.keep(address, answer)
        if (attempt === TRIES) return answer
      }
    } finally {
      this.giveTurn()
    }
  }

  private async renderOnce(address: string): Promise<StoredAnswer> {
    const page = await this.settings.render(address)
    this.settings.onRender(address, page)
    return this.finish(address, page)
  }

  private isCurrent(answer: StoredAnswer, startedAt: number): boolean {
    this.settings.catchUp()
    for (const key of answer.reads) if ((this.changedSince.get(key) ?? 0) > startedAt) return false
    return true
  }

  private keep(address: string, answer: StoredAnswer): StoredAnswer {
    if (answer.status >= 500 || answer.expiresAt <= Date.now()) return answer
    const cache = answer.status === 200 && !isMadeUp(address) ? this.found : this.madeUp
    cache.put(address, answer)
    return answer
  }

  private async finish(
    address: string,
    { status, headers, body, reads, article, expiresAt }: PrintedPage,
  ): Promise<StoredAnswer> {
    const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
    const type = String(headers['content-type'] ?? 'text/html; charset=utf-8')
    const encodings = IS_PACKED.test(type) ? { identity: bytes, gzip: null, br: null } : await encodeOnce(bytes, 5)
    const etag = createHash('sha256').update(bytes).digest('base64url').slice(0, 22)
    const common = [...this.settings.headers, 'content-type', type, 'cache-control', cachingOf(status)]
    for (const name of PASSED_ON) if (headers[name]) common.push(name, String(headers[name]))
    common.push(...(this.settings.headersOf?.(address, status, type) ?? []))
    // In a page's own, Next preloads scripts that are taken out of it.
    if (headers.link && !type.startsWith('text/html')) common.push('link', String(headers.link))
    const perEncoding = headersPerEncoding(common, etag, encodings)
    return { status, etag, headers: perEncoding, body: encodings, reads: new Set(reads), article, expiresAt }
  }

  private takeTurn(): Promise<void> {
    if (this.active < this.settings.renders) {
      this.active += 1
      return Promise.resolve()
    }
    if (this.queue.length >= this.settings.waiting) return Promise.reject(new Overloaded())
    return new Promise((resolve) => this.queue.push(resolve))
  }

  private giveTurn(): void {
    const next = this.queue.shift()
    if (next) next()
    else this.active -= 1
  }
}

/** Searches, filters and places in a list can be made up without end. */
function isMadeUp(address: string): boolean {
  return address.includes('?') && (/^\/search\?|\?(?:comment|thread)=/.test(address) || isReadApiAddress(address))
}

/** Everyone may keep it, and asks each time whether it still holds. An error is kept by nobody. */
function cachingOf(status: number): string {
  return status >= 500 ? 'no-store' : 'public, no-cache'
}

/**
 * The headers of each encoding, name and value in turn. The last is the request's id, which `send` fills in each time.
 *
 * @param common what all of them say
 * @param etag without quotes
 */
export function headersPerEncoding(
  common: string[],
  etag: string,
  { identity, gzip, br }: StoredAnswer['body'],
): StoredAnswer['headers'] {
  const vary = gzip || br ? ['vary', 'accept-encoding'] : []
  const ending = (bytes: Buffer, tag: string) => [
    ...['content-length', String(bytes.length), 'etag', `"${tag}"`],
    ...['x-request-id', ''],
  ]
  const plain = [...common, ...vary, ...ending(identity, etag)]
  const encoded = (name: string, bytes: Buffer | null) =>
    bytes ? [...common, ...vary, 'content-encoding', name, ...ending(bytes, `${etag}-${name}`)] : plain
  return { identity: plain, gzip: encoded('gzip', gzip), br: encoded('br', br) }
}
