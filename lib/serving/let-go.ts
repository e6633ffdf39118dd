import type { ChangeKey } from '../write'

/** How many addresses are remembered. */
const REMEMBERED = 5_000

/**
 * Which pages were let go because of which change, for as long as there is room: the next thing that is asked after a
 * change is whether they are all fresh.
 */
export class LetGo {
  private readonly addresses = new Map<ChangeKey, Set<string>>()
  private count = 0

  note(key: ChangeKey, addresses: readonly string[]): void {
    if (addresses.length === 0) return
    const known = this.addresses.get(key) ?? new Set()
    this.count -= known.size
    for (const address of addresses) known.add(address)
    this.count += known.size
    // What was changed last is forgotten last.
    this.addresses.delete(key)
    this.addresses.set(key, known)
    this.makeRoom()
  }

  of(keys: readonly ChangeKey[]): string[] {
    return keys.flatMap((key) => [...(this.addresses.get(key) ?? [])])
  }

  private makeRoom(): void {
    for (const [key, addresses] of this.addresses) {
      if (this.count <= REMEMBERED || this.addresses.size === 1) return
      this.addresses.delete(key)
      this.count -= addresses.size
    }
  }
}
