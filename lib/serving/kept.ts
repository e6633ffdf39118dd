import type { ChangeKey } from '../write'

/** What may be kept: it says what it read, and until when it is true, in milliseconds since 1970. */
export type Keepable = { reads: ReadonlySet<ChangeKey>; expiresAt: number }

type Entry<Value> = { value: Value; name: string; weight: number; used: boolean }

/**
 * Things by name, bounded by what they weigh together, dropped by what they read.
 *
 * When it is full, what has not been asked for the longest goes first (second chance: one question saves an entry from the
 * next sweep, so that a hit costs no reordering).
 */
export class Kept<Value extends Keepable> {
  private readonly entries = new Map<string, Entry<Value>>()
  private readonly readers = new Map<ChangeKey, Set<Entry<Value>>>()
  private held = 0

  /**
   * @param limit how much all of it may weigh
   * @param weigh how much one weighs; what is heavier than a quarter of the limit is not kept
   */
  constructor(
    private readonly limit: number,
    private readonly weigh: (value: Value) => number,
  ) {}

  get(name: string, now: number): Value | null {
    const entry = this.entries.get(name)
    if (!entry) return null
    if (entry.value.expiresAt <= now) {
      this.remove(entry)
      return null
    }
    entry.used = true
    return entry.value
  }

  put(name: string, value: Value): void {
    const weight = this.weigh(value)
    if (weight > this.limit / 4) return
    const known = this.entries.get(name)
    if (known) this.remove(known)
    const entry: Entry<Value> = { value, name, weight, used: false }
    this.makeRoom(weight)
    this.entries.set(name, entry)
    this.held += weight
    for (const key of value.reads) this.readersOf(key).add(entry)
  }

  /** Drops everything that read one of these. Returns the names. */
  drop(keys: readonly ChangeKey[]): string[] {
    const dropped: string[] = []
    for (const key of keys) {
      for (const entry of this.readers.get(key) ?? []) {
        this.remove(entry)
        dropped.push(entry.name)
      }
    }
    return dropped
  }

  /** The names of everything that read one of these, as it is kept now. */
  namesReading(keys: readonly ChangeKey[]): string[] {
    const names = new Set<string>()
    for (const key of keys) for (const entry of this.readers.get(key) ?? []) names.add(entry.name)
    return [...names]
  }

  clear(): void {
    this.entries.clear()
    this.readers.clear()
    this.held = 0
  }

  /** What everything kept weighs together. */
  get weight(): number {
    return this.held
  }

  get count(): number {
    return this.entries.size
  }

  private makeRoom(weight: number): void {
    while (this.held + weight > this.limit) {
      const oldest = this.entries.values().next().value
      if (!oldest) return
      if (!oldest.used) {
        this.remove(oldest)
        continue
      }
      oldest.used = false
      this.entries.delete(oldest.name)
      this.entries.set(oldest.name, oldest)
    }
  }

  private remove(entry: Entry<Value>): void {
    this.entries.delete(entry.name)
    this.held -= entry.weight
    for (const key of entry.value.reads) {
      const readers = this.readers.get(key)
      readers?.delete(entry)
      if (readers?.size === 0) this.readers.delete(key)
    }
  }

  private readersOf(key: ChangeKey): Set<Entry<Value>> {
    const known = this.readers.get(key)
    if (known) return known
    const made = new Set<Entry<Value>>()
    this.readers.set(key, made)
    return made
  }
}
