import type { ChangeKey } from '../write'

/** The finished bytes of one answer, in every encoding that pays. */
export type StoredAnswer = {
  status: number
  etag: string
  /** Ready for `writeHead`, per encoding: name, value, name, value… */
  headers: { identity: string[]; gzip: string[]; br: string[] }
  body: { identity: Buffer; gzip: Buffer | null; br: Buffer | null }
  reads: ReadonlySet<ChangeKey>
  /** The article that it is the page of, whose readers are counted. */
  article?: number | null
  /** Milliseconds since 1970. */
  expiresAt: number
}

type Entry = StoredAnswer & { address: string; size: number; used: boolean }

/** What an entry weighs beside its bodies: headers, keys, the maps' own nodes. */
const OVERHEAD = 2048

/**
 * Finished answers by canonical address, bounded by bytes, dropped by what they read.
 *
 * When it is full, the answer that has not been asked for the longest goes first (second chance: one question saves an
 * answer from the next sweep, so that a hit costs no reordering).
 */
export class PageCache {
  private readonly entries = new Map<string, Entry>()
  private readonly readers = new Map<ChangeKey, Set<Entry>>()
  private size = 0

  /** @param limit how many bytes it may hold */
  constructor(private readonly limit: number) {}

  get(address: string, now: number): StoredAnswer | null {
    const entry = this.entries.get(address)
    if (!entry) return null
    if (entry.expiresAt <= now) {
      this.remove(entry)
      return null
    }
    entry.used = true
    return entry
  }

  put(address: string, answer: StoredAnswer): void {
    const size = weigh(answer)
    if (size > this.limit / 4) return
    const known = this.entries.get(address)
    if (known) this.remove(known)
    const entry: Entry = { ...answer, address, size, used: false }
    this.makeRoom(size)
    this.entries.set(address, entry)
    this.size += size
    for (const key of entry.reads) this.readersOf(key).add(entry)
  }

  /** Drops every answer that read one of these. Returns their addresses. */
  drop(keys: readonly ChangeKey[]): string[] {
    const dropped: string[] = []
    for (const key of keys) {
      for (const entry of this.readers.get(key) ?? []) {
        this.remove(entry)
        dropped.push(entry.address)
      }
    }
    return dropped
  }

  /** The addresses of every answer that read one of these, as they are kept now. */
  addressesReading(keys: readonly ChangeKey[]): string[] {
    const addresses = new Set<string>()
    for (const key of keys) for (const entry of this.readers.get(key) ?? []) addresses.add(entry.address)
    return [...addresses]
  }

  clear(): void {
    this.entries.clear()
    this.readers.clear()
    this.size = 0
  }

  get bytes(): number {
    return this.size
  }

  get count(): number {
    return this.entries.size
  }

  private makeRoom(size: number): void {
    while (this.size + size > this.limit) {
      const oldest = this.entries.values().next().value
      if (!oldest) return
      if (!oldest.used) {
        this.remove(oldest)
        continue
      }
      oldest.used = false
      this.entries.delete(oldest.address)
      this.entries.set(oldest.address, oldest)
    }
  }

  private remove(entry: Entry): void {
    this.entries.delete(entry.address)
    this.size -= entry.size
    for (const key of entry.reads) {
      const readers = this.readers.get(key)
      readers?.delete(entry)
      if (readers?.size === 0) this.readers.delete(key)
    }
  }

  private readersOf(key: ChangeKey): Set<Entry> {
    const known = this.readers.get(key)
    if (known) return known
    const made = new Set<Entry>()
    this.readers.set(key, made)
    return made
  }
}

function weigh({ body }: StoredAnswer): number {
  return OVERHEAD + body.identity.length + (body.gzip?.length ?? 0) + (body.br?.length ?? 0)
}
