import { tokensOf } from './merge-text'
import { canonical } from './sameness'
import { matches } from './three-way'

/** Parts of a node that hold no words of its own. */
const SILENT = new Set(['type', 'marks', 'id'])

type Node = { type?: string }

/** Below this share of common words two blocks are two blocks, and not one that was changed. */
const LEAST_LIKENESS = 0.35
/** Comparing every changed block with every other costs their product. */
const MOST_COMPARISONS = 40_000

/**
 * Finds for each of some nodes the one that it was made from, by what they say: the same first, then between two that are
 * the same the most alike, in order.
 *
 * @returns for each of `nodes` its partner's place in `base`; none has two
 */
export function pair(base: readonly Node[], nodes: readonly Node[]): (number | undefined)[] {
  const same = matches(base.map(canonical), nodes.map(canonical))
  const partners: (number | undefined)[] = new Array(nodes.length).fill(undefined)
  let [b, n] = [0, 0]
  const between = (toB: number, toN: number) => {
    for (const [was, is] of mostAlike(base.slice(b, toB), nodes.slice(n, toN))) partners[n + is] = b + was
  }
  for (const [place, to] of same.entries()) {
    if (to === undefined) continue
    between(place, to)
    partners[to] = place
    ;[b, n] = [place + 1, to + 1]
  }
  between(base.length, nodes.length)
  return partners
}

/** The pairs of the greatest likeness together, both rising (Needleman and Wunsch, 1970). */
function mostAlike(base: readonly Node[], nodes: readonly Node[]): [number, number][] {
  if (base.length === 0 || nodes.length === 0 || base.length * nodes.length > MOST_COMPARISONS) return []
  const isAlone = base.length === 1 && nodes.length === 1
  const words = { base: base.map(wordSet), nodes: nodes.map(wordSet) }
  const likenessAt = (b: number, n: number): number => {
    if (base[b]?.type !== nodes[n]?.type) return 0
    const likeness = dice(words.base[b] as Set<string>, words.nodes[n] as Set<string>)
    return likeness >= LEAST_LIKENESS ? likeness : isAlone ? 0.01 : 0
  }
  const width = nodes.length + 1
  const best = new Float64Array((base.length + 1) * width)
  const likeness = new Float64Array(best.length)
  for (let b = base.length - 1; b >= 0; b -= 1) {
    for (let n = nodes.length - 1; n >= 0; n -= 1) {
      const at = b * width + n
      likeness[at] = likenessAt(b, n)
      const together = likeness[at] > 0 ? likeness[at] + (best[at + width + 1] as number) : 0
      best[at] = Math.max(together, best[at + width] as number, best[at + 1] as number)
    }
  }
  const pairs: [number, number][] = []
  for (let [b, n] = [0, 0]; b < base.length && n < nodes.length; ) {
    const at = b * width + n
    const isTogether =
      (likeness[at] as number) > 0 && best[at] === (likeness[at] as number) + (best[at + width + 1] as number)
    if (isTogether) pairs.push([b++, n++])
    else if (best[at] === best[at + width]) b += 1
    else n += 1
  }
  return pairs
}

function wordSet(node: Node): Set<string> {
  return new Set(tokensOf(textOf(node).toLowerCase()).filter((token) => /[\p{L}\p{N}]/u.test(token)))
}

function textOf(node: unknown): string {
  if (node === null || typeof node !== 'object') return typeof node === 'string' ? node : ''
  return Object.entries(node)
    .map(([key, own]) => (SILENT.has(key) ? '' : textOf(own)))
    .join(' ')
}

/** The share of words that two sets have in common (Dice, 1945): 0 none, 1 all. */
function dice(some: Set<string>, others: Set<string>): number {
  if (some.size + others.size === 0) return 0
  let common = 0
  for (const word of some) if (others.has(word)) common += 1
  return (2 * common) / (some.size + others.size)
}
