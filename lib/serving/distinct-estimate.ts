import { randomInt } from 'node:crypto'

/** Bits of a hash that choose a register: 4,096 of them are wrong by some 1.6 %. */
const BITS = 12
const REGISTERS = 1 << BITS
const ALPHA = 0.7213 / (1 + 1.079 / REGISTERS)

/**
 * About how many different things were seen, in four kilobytes whatever their number (HyperLogLog; Flajolet et al., 2007).
 *
 * What was seen cannot be had from it: a register holds the longest run of zeros among hashes, salted at random, and the
 * salt is in this object alone until it is thrown away.
 */
export class DistinctEstimate {
  private readonly registers = new Uint8Array(REGISTERS)
  private salt = newSalt()

  /** Notes something that is known by two texts; the first may be hashed beforehand, by `hashOf`. */
  add(hash: number, text: string): void {
    const mixed = scatter(fold(text, hash ^ this.salt))
    const register = mixed >>> (32 - BITS)
    const run = Math.clz32((mixed << BITS) | (1 << (BITS - 1))) + 1
    if (run > (this.registers[register] as number)) this.registers[register] = run
  }

  estimate(): number {
    let sum = 0
    let empty = 0
    for (const run of this.registers) {
      sum += 2 ** -run
      if (run === 0) empty += 1
    }
    const raw = (ALPHA * REGISTERS * REGISTERS) / sum
    // Few leave many registers empty, and those tell more exactly.
    return Math.round(raw <= 2.5 * REGISTERS && empty > 0 ? REGISTERS * Math.log(REGISTERS / empty) : raw)
  }

  /** Throws the salt away with everything that was seen by it. */
  forget(): void {
    this.registers.fill(0)
    this.salt = newSalt()
  }
}

/** A text as 32 bits (FNV-1a). It is no secret and must be none: it is only ever used with a salt. */
export function hashOf(text: string): number {
  return fold(text, 0x811c9dc5)
}

function fold(text: string, seed: number): number {
  let hash = seed
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash
}

/** Lets every bit depend on every other (MurmurHash3's finish). */
function scatter(hash: number): number {
  let mixed = hash
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

function newSalt(): number {
  return randomInt(2 ** 32) | 0
}
