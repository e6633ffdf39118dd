import type { Block, Inline } from '../article-body'
import { blockIdOf, newBlockId, withBlockId } from './block-ids'
import type { ArticleContent } from './merge-content'

/** People at their desks, for tests: seeded, and each word that they write is written once in the world. */

export type Chance = {
  next: () => number
  below: (limit: number) => number
  pick: <Item>(items: readonly Item[]) => Item
}

/** A run of numbers that is the same for the same seed (mulberry32). */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return { next, below, pick: (items) => items[below(items.length)] as never }
}

/** Somebody who writes words that nobody else writes. */
export function writerOf(name: string): () => string {
  let count = 0
  return () => `${name}${(count++).toString(36)}`
}

export function randomContent(chance: Chance, word: () => string): ArticleContent {
  const count = 3 + chance.below(8)
  return {
    ...{ section: 'news', slug: 'one', kind: 'news', dateline: '', contributors: '', direction: 'ltr', language: 'en' },
    ...{ seoTitle: '', seoDescription: '', socialHeadline: '', kicker: word(), comments: 'open', related: [] },
    headline: line(word, 6),
    standfirst: line(word, 12),
    keyPoints: [line(word, 4), line(word, 4)],
    leadImage: null,
    bylines: ['Wren'],
    tags: [word(), word(), word()],
    body: { type: 'doc', content: Array.from({ length: count }, () => randomBlock(chance, word)) },
  }
}

const LONG_HEADLINE = 120

/** The content with one thing changed in it. */
export function randomEdit(content: ArticleContent, chance: Chance, word: () => string): ArticleContent {
  const kind = chance.below(12)
  // A headline has an end: whoever only ever adds to it would be refused.
  const isShort = content.headline.length < LONG_HEADLINE
  if (kind === 0 && isShort) return { ...content, headline: editLine(content.headline, chance, word) }
  if (kind === 1) return { ...content, standfirst: editLine(content.standfirst, chance, word) }
  if (kind === 2) return { ...content, tags: editList(content.tags, chance, word) }
  if (kind === 3) return { ...content, keyPoints: editList(content.keyPoints, chance, word) }
  const blocks = [...content.body.content]
  const at = chance.below(blocks.length)
  const block = blocks[at]
  if (!block || kind === 4) blocks.splice(at, 0, randomBlock(chance, word))
  else if (kind === 5) blocks.splice(at, 1)
  else if (kind === 6) blocks.splice(chance.below(blocks.length), 0, ...blocks.splice(at, 1))
  else if (kind === 7) blocks.splice(at, 1, ...split(block, chance))
  else blocks[at] = editNode(block, chance, word) as Block
  return { ...content, body: { type: 'doc', content: blocks } }
}

/** Every word of an article, or of a part of one. */
export function wordsIn(value: unknown): Set<string> {
  const words = new Set<string>()
  const see = (part: unknown, name: string) => {
    if (typeof part === 'string' && name !== 'type' && name !== 'id')
      for (const word of part.match(/[\p{L}\p{N}]+/gu) ?? []) words.add(word)
    if (part !== null && typeof part === 'object') for (const [key, own] of Object.entries(part)) see(own, key)
  }
  see(value, '')
  return words
}

function line(word: () => string, count: number): string {
  return Array.from({ length: count }, word).join(' ')
}

function randomBlock(chance: Chance, word: () => string): Block {
  const text = (count: number): Inline[] => [{ type: 'text', text: `${line(word, count)}.` }]
  const paragraph = () => ({ type: 'paragraph' as const, content: text(4 + chance.below(12)) })
  const item = () => ({ type: 'listItem' as const, content: [paragraph()] as Block[] })
  const row = () => ({
    type: 'tableRow' as const,
    content: [0, 1].map(() => ({ type: 'tableCell' as const, content: [paragraph()] })),
  })
  const picture = () => ({ media: 1, alt: line(word, 3), caption: line(word, 5), credit: word() })
  const blocks: (() => Block)[] = [
    paragraph,
    paragraph,
    paragraph,
    () => ({ type: 'heading', attrs: { level: 2 }, content: text(4) }),
    () => ({ type: 'bulletList', content: [item(), item(), item()] }),
    () => ({ type: 'pullQuote', attrs: { attribution: line(word, 2) }, content: text(8) }),
    () => ({ type: 'image', attrs: picture() }),
    () => ({ type: 'gallery', attrs: { title: line(word, 2), pictures: [picture(), picture()] } }),
    () => ({ type: 'table', content: [row(), row(), row()] }),
    () => ({ type: 'factBox', attrs: { title: line(word, 2) }, content: [paragraph(), paragraph()] }),
    () => ({
      type: 'timeline',
      attrs: { title: line(word, 2) },
      content: [0, 1].map(() => ({ type: 'timelineEntry' as const, attrs: { when: word() }, content: [paragraph()] })),
    }),
  ]
  return withBlockId(chance.pick(blocks)(), newBlockId())
}

/** One text in a node is changed, or one thing in it taken out. */
function editNode(node: object, chance: Chance, word: () => string): object {
  const places: { holder: Record<string, unknown>; key: string }[] = []
  const copy = structuredClone(node) as Record<string, unknown>
  const see = (part: Record<string, unknown>) => {
    for (const [key, own] of Object.entries(part)) {
      const isText = typeof own === 'string' && !['type', 'id'].includes(key)
      if (isText || (Array.isArray(own) && own.length > 1)) places.push({ holder: part, key })
      if (own !== null && typeof own === 'object') see(own as Record<string, unknown>)
    }
  }
  see(copy)
  const place = places.length > 0 && chance.pick(places)
  if (!place) return copy
  const { holder, key } = place
  const own = holder[key]
  if (typeof own === 'string') holder[key] = editLine(own, chance, word) || word()
  else if (key !== 'content' || copy.type !== 'paragraph')
    (own as unknown[]).splice(chance.below((own as unknown[]).length), 1)
  return copy
}

function editLine(text: string, chance: Chance, word: () => string): string {
  const words = text.split(' ')
  const at = chance.below(words.length)
  const kind = chance.below(4)
  if (kind === 0) words.splice(at, 0, word())
  else if (kind === 1) words.splice(at, 1 + chance.below(2))
  else if (kind === 2) words[at] = word()
  else words.push(word(), word())
  return words.join(' ')
}

function editList(list: string[], chance: Chance, word: () => string): string[] {
  const copy = [...list]
  if (chance.below(2) === 0) copy.splice(chance.below(copy.length + 1), 0, word())
  else copy.splice(chance.below(copy.length), 1)
  return copy
}

/** As Enter does in the middle of a paragraph: the first half keeps the id. */
function split(block: Block, chance: Chance): Block[] {
  const [only, ...more] = block.type === 'paragraph' ? (block.content ?? []) : []
  if (only?.type !== 'text' || more.length > 0) return [block]
  const words = only.text.split(' ')
  const at = chance.below(words.length)
  const half = (text: string[]): Block => ({
    type: 'paragraph',
    content: text.length > 0 ? [{ type: 'text', text: text.join(' ') }] : [],
  })
  return [
    withBlockId(half(words.slice(0, at)), blockIdOf(block) ?? newBlockId()),
    withBlockId(half(words.slice(at)), newBlockId()),
  ]
}
