import type { ArticleBody, Block } from '../article-body'
import { pair } from './pair'

/**
 * How blocks come by the ids that changes are matched by:
 * - the editor gives each block that somebody makes one, for good;
 * - a body that was stored without any (imports, articles of before) has its blocks counted, the same each time it is read;
 * - what comes without ids (the Markdown form, an import over an article) takes them over from what it was made from.
 */

const ID_LETTERS = 10

/** An id that no other block has, drawn by chance. */
export function newBlockId(): string {
  const letters = crypto.getRandomValues(new Uint8Array(ID_LETTERS))
  return [...letters].map((letter) => (letter % 36).toString(36)).join('')
}

export function blockIdOf(block: Block): string | undefined {
  return block.attrs?.id
}

export function withBlockId<Kind extends Block>(block: Kind, id: string): Kind {
  return { ...block, attrs: { ...block.attrs, id } }
}

/** A stored body with an id for each block: its own, or its place. Reading it again gives the same ones. */
export function identified(body: ArticleBody): ArticleBody {
  const taken = new Set<string>()
  for (const block of body.content) taken.add(blockIdOf(block) ?? '')
  const seen = new Set<string>()
  const content = body.content.map((block, place) => {
    const own = blockIdOf(block)
    const id = own && !seen.has(own) ? own : freeId(`p${place}`, taken)
    seen.add(id)
    taken.add(id)
    return id === own ? block : withBlockId(block, id)
  })
  return { type: 'doc', content }
}

/**
 * A body that somebody made from another, with ids: blocks without one take over that of the block they were made from;
 * what is new is given a new one, and so is the second of two blocks with the same.
 *
 * @param base what it was made from, with ids
 */
export function adoptIds(base: ArticleBody, body: ArticleBody, makeId: () => string = newBlockId): ArticleBody {
  const seen = new Set<string>()
  const content = body.content.map((block) => {
    const id = blockIdOf(block)
    if (!id || seen.has(id)) return without(block)
    seen.add(id)
    return block
  })
  const nameless = content.filter((block) => !blockIdOf(block))
  if (nameless.length === 0) return { type: 'doc', content }
  const free = base.content.filter((block) => !seen.has(blockIdOf(block) ?? ''))
  const partners = pair(free, nameless)
  const given = new Map(nameless.map((block, at) => [block, partnerId(free, partners[at]) ?? makeId()]))
  return {
    type: 'doc',
    content: content.map((block) => (given.has(block) ? withBlockId(block, given.get(block) as string) : block)),
  }
}

function partnerId(free: Block[], place: number | undefined): string | undefined {
  return place === undefined ? undefined : blockIdOf(free[place] as Block)
}

function without(block: Block): Block {
  if (!blockIdOf(block)) return { ...block }
  const { id: _, ...attrs } = block.attrs as { id?: string }
  return { ...block, attrs: attrs as never }
}

function freeId(wished: string, taken: Set<string>): string {
  let id = wished
  for (let count = 1; taken.has(id); count += 1) id = `${wished}-${count}`
  return id
}
