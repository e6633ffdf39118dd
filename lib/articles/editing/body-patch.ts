import type { Block } from '../article-body'
import { blockIdOf } from '../merge/block-ids'
import type { ArticleContent } from '../merge/merge-content'
import { isSame } from '../merge/sameness'

/** A body as what is left of its base: stretches of the base's blocks, from one place up to another, and new ones. */
export type BodyPatch = { type: 'patch'; parts: (Block | [number, number])[] }
export type PatchedContent = Omit<ArticleContent, 'body'> & { body: BodyPatch }

/** What an article says, as what changed of it: a word in a long text is short. */
export function patched(content: ArticleContent, base: ArticleContent): PatchedContent {
  return { ...content, body: { type: 'patch', parts: patchOf(base.body.content, content.body.content) } }
}

/** Blocks as what is left of others: stretches of those, from one place up to another, and new ones. */
export function patchOf(base: Block[], blocks: Block[]): (Block | [number, number])[] {
  const places = new Map(base.map((block, place) => [blockIdOf(block), place]))
  const parts: (Block | [number, number])[] = []
  for (const block of blocks) {
    const place = places.get(blockIdOf(block))
    const isKept = place !== undefined && isSame(block, base[place])
    const last = parts.at(-1)
    if (!isKept) parts.push(block)
    else if (Array.isArray(last) && last[1] === place) last[1] = place + 1
    else parts.push([place, place + 1])
  }
  return parts
}

/** The blocks that a patch makes of its base; null when it does not fit. */
export function blocksOf(base: Block[], { parts }: BodyPatch): Block[] | null {
  const isThere = (part: Block | [number, number]) =>
    !Array.isArray(part) || (part[0] <= part[1] && part[1] <= base.length)
  if (!parts.every(isThere)) return null
  return parts.flatMap((part) => (Array.isArray(part) ? base.slice(...part) : [part]))
}
