import { createHash } from 'node:crypto'

/**
 * Chains of hashes: each link is made over what it says and over the link before it, so that whoever changes an old one
 * silently would have to change every later one too, and whoever has noted the last one down would see it.
 */

export type Link = {
  number: number
  previousHash: string
  /** SHA-256 of the content in its canonical form, in hexadecimal. */
  contentHash: string
  at: Date
  /** What kind of a change it was, and the words that go with it. */
  kind: string
  note: string
}

/** The SHA-256 of a value in its canonical form, in hexadecimal. */
export function contentHashOf(content: unknown): string {
  return sha256(canonicalJson(content))
}

/**
 * The hash of one link: SHA-256, in hexadecimal, of six lines joined by a line feed: the hash before (empty for the first),
 * the number, the moment in UTC as `YYYY-MM-DDTHH:MM:SS.sssZ`, the kind, the note as a JSON string, the content's hash.
 */
export function linkHash({ previousHash, number, at, kind, note, contentHash }: Link): string {
  return sha256([previousHash, number, at.toISOString(), kind, JSON.stringify(note), contentHash].join('\n'))
}

/** A flaw in a chain: where, and what is wrong. */
export type Flaw = { number: number; flaw: 'content changed' | 'link changed' | 'link missing' }

/** The first flaw of a chain that is given in order, or null. A link without content is taken at its word for that. */
export function findFlaw(links: (Link & { hash: string; content?: unknown })[]): Flaw | null {
  for (const [index, link] of links.entries()) {
    const before = links[index - 1]
    if (before && (link.previousHash !== before.hash || link.number <= before.number))
      return { number: link.number, flaw: 'link missing' }
    if (link.content !== undefined && contentHashOf(link.content) !== link.contentHash)
      return { number: link.number, flaw: 'content changed' }
    if (linkHash(link) !== link.hash) return { number: link.number, flaw: 'link changed' }
  }
  return null
}

/** JSON with the names of every object in order and no spaces, so that the same value is always the same text (as RFC 8785). */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`
  if (value instanceof Date) return JSON.stringify(value)
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).filter(([, item]) => item !== undefined)
  // By code unit, as RFC 8785 §3.2.3 has it: what `<` compares.
  entries.sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0))
  return `{${entries.map(([name, item]) => `${JSON.stringify(name)}:${canonicalJson(item)}`).join(',')}}`
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
