import type { Inline } from '../article-body'
import { type Keyed, mergeSequence } from './merge-sequence'
import { mergeInline, mergeWords } from './merge-text'
import { pair } from './pair'
import { canonical, isSame } from './sameness'

/** A block, a part of one, or anything else that has attributes and things in it. */
export type Node = { type?: string; attrs?: Record<string, unknown>; content?: unknown[]; [name: string]: unknown }

/** Attributes that are text somebody writes; every other is one choice. */
const WORDS = new Set(['alt', 'caption', 'credit', 'title', 'attribution', 'when'])
const INLINE_PARENTS = new Set(['paragraph', 'heading', 'pullQuote', 'codeBlock'])

/**
 * Merges two changes of one node and everything in it.
 *
 * @param base what both began with; null when both made it
 * @returns null when both changed the same words, or made the same choice differently
 */
export function mergeNode(base: Node | null, theirs: Node, mine: Node): Node | null {
  if (isSame(theirs, mine)) return theirs
  if (base && isSame(mine, base)) return theirs
  if (base && isSame(theirs, base)) return mine
  if (theirs.type !== mine.type) return null
  const merged: Node = {}
  for (const name of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
    const value = mergePart(theirs.type ?? '', name, base ? (base[name] ?? null) : undefined, theirs[name], mine[name])
    if (value === CLASH) return null
    if (value !== undefined) merged[name] = value
  }
  return merged
}

/** Merges lists of nodes that have no names: they are matched by what they say. */
export function mergeNodes(base: Node[] | null, theirs: Node[], mine: Node[]): Node[] | null {
  const began = (base ?? []).map((value, place): Keyed<Node> => ({ key: `=${place}`, value }))
  const { items, clashes } = mergeSequence(began, named(base ?? [], theirs), named(base ?? [], mine), mergeNode, isSame)
  return clashes.length > 0 ? null : items.map(({ value }) => value)
}

const CLASH = Symbol('clash')

/** `base` is undefined when there is none, and null when it lacked this part. */
function mergePart(type: string, name: string, base: unknown, theirs: unknown, mine: unknown): unknown {
  if (isSame(theirs, mine)) return theirs
  if (base !== undefined && isSame(mine, base)) return theirs
  if (base !== undefined && isSame(theirs, base)) return mine
  const began = base ?? null
  if (name === 'content' && INLINE_PARENTS.has(type))
    return mergeInline(began as Inline[] | null, list<Inline>(theirs), list<Inline>(mine)) ?? CLASH
  if (name === 'content' || name === 'pictures')
    return mergeNodes(began as Node[] | null, list<Node>(theirs), list<Node>(mine)) ?? CLASH
  if (name === 'attrs') return mergeNode(began as Node | null, (theirs ?? {}) as Node, (mine ?? {}) as Node) ?? CLASH
  if (WORDS.has(name)) return mergeWords(began as string | null, String(theirs ?? ''), String(mine ?? '')) ?? CLASH
  return CLASH
}

function list<Item>(value: unknown): Item[] {
  return (value ?? []) as Item[]
}

/** Nodes by the place of what they were made from, and new ones by what they say: the same one added twice is one. */
function named(base: Node[], nodes: Node[]): Keyed<Node>[] {
  const partners = pair(base, nodes)
  const seen = new Map<string, number>()
  return nodes.map((value, at) => {
    if (partners[at] !== undefined) return { key: `=${partners[at]}`, value }
    const text = canonical(value)
    const count = (seen.get(text) ?? 0) + 1
    seen.set(text, count)
    return { key: `+${text} ${count}`, value }
  })
}
