import type { ArticleBody, Block } from '../article-body'
import type { ArticleInput } from '../article-input'
import { adoptIds, blockIdOf, identified, withBlockId } from './block-ids'
import { mergeNode, type Node } from './merge-node'
import { type Keyed, mergeSequence } from './merge-sequence'
import { mergeWords } from './merge-text'
import { isSame } from './sameness'

/** What somebody writes of an article: everything that a save holds. */
export type ArticleContent = ArticleInput
export type ContentField = Exclude<keyof ArticleContent, 'body'>

/** Two changes that cannot both stand: of a field, or of one block. Null is the side that took the block out. */
export type Clash =
  | { is: 'field'; field: ContentField; theirs: unknown; mine: unknown }
  | { is: 'block'; id: string; theirs: Block | null; mine: Block | null }

/** The merged content, in which a clash stands as the others have it, and the clashes, for somebody to decide. */
export type Merged = { content: ArticleContent; clashes: Clash[] }

/** Fields that are words somebody writes; every other is a list or one choice. */
export const WORD_FIELDS: ReadonlySet<string> = new Set<ContentField>([
  'headline',
  'standfirst',
  'kicker',
  'dateline',
  'contributors',
  'seoTitle',
  'seoDescription',
  'socialHeadline',
])
const LISTS: ReadonlySet<string> = new Set<ContentField>(['keyPoints', 'bylines', 'tags', 'related'])

/**
 * Merges two changes of one article: fields apart, blocks apart, within a block by words. Both sides are kept where they do
 * not touch; where they do, that field or block alone is a clash. No word of either side is missing from the outcome unless
 * the other side saw it and took it out.
 *
 * @param base what both began with
 * @param theirs what was saved since
 * @param mine what is to be saved now
 */
export function mergeContent(base: ArticleContent, theirs: ArticleContent, mine: ArticleContent): Merged {
  const clashes: Clash[] = []
  const content: Record<string, unknown> = {}
  for (const name of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
    if (name === 'body') continue
    const field = name as ContentField
    const merged = mergeField(field, base[field], theirs[field], mine[field])
    content[field] = merged === undefined ? theirs[field] : merged
    if (merged === undefined) clashes.push({ is: 'field', field, theirs: theirs[field], mine: mine[field] })
  }
  const body = mergeBody(base.body, theirs.body, mine.body)
  content.body = body.body
  return { content: content as ArticleContent, clashes: [...clashes, ...body.clashes] }
}

/** The same for a body alone. */
export function mergeBody(
  base: ArticleBody,
  theirs: ArticleBody,
  mine: ArticleBody,
): { body: ArticleBody; clashes: Clash[] } {
  const began = identified(base)
  const sides = [theirs, mine].map((body) => keyed(adoptIds(began, body, countedIds(body)))) as [
    Keyed<Block>[],
    Keyed<Block>[],
  ]
  const { items, clashes } = mergeSequence(
    keyed(began),
    ...sides,
    (was, their, my) => mergeNode(was as Node | null, their as Node, my as Node) as Block | null,
    isSame,
  )
  return {
    body: {
      type: 'doc',
      content: items.map(({ key, value }) => (blockIdOf(value) === key ? value : withBlockId(value, key))),
    },
    clashes: clashes.map(({ key, theirs: their, mine: my }) => ({ is: 'block', id: key, theirs: their, mine: my })),
  }
}

/** The merged field; undefined for a clash. */
function mergeField(field: ContentField, base: unknown, theirs: unknown, mine: unknown): unknown {
  if (isSame(theirs, mine) || isSame(mine, base)) return theirs
  if (isSame(theirs, base)) return mine
  if (WORD_FIELDS.has(field)) return mergeWords(String(base ?? ''), String(theirs), String(mine)) ?? undefined
  if (LISTS.has(field)) return mergeLists(base as string[], theirs as string[], mine as string[])
  if (field === 'leadImage' && theirs && mine)
    return mergeNode((base ?? null) as Node | null, theirs as Node, mine as Node) ?? undefined
  return undefined
}

function mergeLists(base: string[], theirs: string[], mine: string[]): string[] {
  const named = (list: string[]): Keyed<string>[] => [...new Set(list)].map((value) => ({ key: value, value }))
  const { items } = mergeSequence(named(base), named(theirs), named(mine), (_, their) => their, Object.is)
  return items.map(({ value }) => value)
}

function keyed(body: ArticleBody): Keyed<Block>[] {
  return body.content.map((value) => ({ key: blockIdOf(value) as string, value }))
}

/** Ids for blocks that came without one and were made from none: the same each time, and by what they say. */
function countedIds(body: ArticleBody): () => string {
  let count = 0
  return () => {
    count += 1
    return `n${fingerprint(JSON.stringify(body))}-${count}`
  }
}

/** A short number for a text (FNV-1a, 32 bits): to tell apart, not to trust. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(36)
}
