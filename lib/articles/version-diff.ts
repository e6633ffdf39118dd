import { diffArrays, diffWordsWithSpace } from 'diff'
import type { Block } from './article-body'
import { plainText } from './body-text'
import type { VersionContent } from './version'

/** What became of some words between two versions. */
export type Piece = { is: 'same' | 'added' | 'removed'; text: string }

/** A part of an article that changed: which, and its words with what was taken out and put in. */
export type ChangedPart = {
  place: string
  pieces: Piece[]
  /** What changed without a word being another: a link, a picture’s crop, how something is set. */
  isSilent?: boolean
}

/**
 * What readers are shown of a change: every part whose words are others, with the words that went and those that came.
 * Texts are compared block by block, and within a block that is recognised again word by word.
 */
export function diffVersions(before: VersionContent, after: VersionContent): ChangedPart[] {
  const parts: ChangedPart[] = []
  const compare = (place: string, old: string, now: string) => {
    if (old !== now) parts.push({ place, pieces: diffWords(old, now) })
  }
  for (const [field, place] of FIELDS) compare(place, before[field], after[field])
  compare('Byline', before.bylines.join(', '), after.bylines.join(', '))
  compare('Key points', before.keyPoints.join('\n'), after.keyPoints.join('\n'))
  compare('Lead picture', pictureWords(before.leadImage), pictureWords(after.leadImage))
  return [...parts, ...diffBlocks(before.body.content, after.body.content)]
}

/** How many words went and how many came. */
export function countChanged(parts: ChangedPart[]): { added: number; removed: number } {
  const count = (kind: Piece['is']) =>
    parts
      .flatMap(({ pieces }) => pieces)
      .filter(({ is }) => is === kind)
      .reduce((sum, { text }) => sum + (text.match(/\S+/g)?.length ?? 0), 0)
  return { added: count('added'), removed: count('removed') }
}

/** Two texts as one, word by word. */
export function diffWords(before: string, after: string): Piece[] {
  if (before === '') return [{ is: 'added', text: after }]
  if (after === '') return [{ is: 'removed', text: before }]
  const changes = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS })
  if (!changes)
    return [
      { is: 'removed', text: before },
      { is: 'added', text: after },
    ]
  return changes.map(({ added, removed, value }) => ({
    is: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
}

const FIELDS = [
  ['headline', 'Headline'],
  ['kicker', 'Kicker'],
  ['standfirst', 'Standfirst'],
  ['dateline', 'Dateline'],
  ['contributors', 'Contributors'],
] as const

/** Beyond so many edits two texts are two texts, and comparing them further would take long. */
const MOST_EDITS = 2_000
/** From which share of common words on a block is taken for the same one, changed. */
const ALIKE = 0.35

function diffBlocks(before: Block[], after: Block[]): ChangedPart[] {
  const parts: ChangedPart[] = []
  let gone: Block[] = []
  for (const { added, removed, value } of diffArrays(before, after, { comparator: haveSameWords })) {
    if (removed) {
      gone = value
      continue
    }
    if (added) parts.push(...diffRun(gone, value))
    else parts.push(...gone.map(removedBlock), ...findSilent(before, value))
    gone = []
  }
  return [...parts, ...gone.map(removedBlock)]
}

/** Blocks that went where others came: each is compared with the first after the last that it is like. */
function diffRun(gone: Block[], come: Block[]): ChangedPart[] {
  const parts: ChangedPart[] = []
  let from = 0
  for (const block of come) {
    const match = gone.findIndex((candidate, index) => index >= from && areAlike(candidate, block))
    if (match < 0) {
      parts.push({ place: placeOf(block), pieces: [{ is: 'added', text: wordsOf(block) }] })
      continue
    }
    parts.push(...gone.slice(from, match).map(removedBlock))
    parts.push({ place: placeOf(block), pieces: diffWords(wordsOf(gone[match] as Block), wordsOf(block)) })
    from = match + 1
  }
  return [...parts, ...gone.slice(from).map(removedBlock)]
}

/** Blocks whose words stayed and that are not what they were all the same. */
function findSilent(before: Block[], blocks: Block[]): ChangedPart[] {
  const known = new Set(before.map((block) => JSON.stringify(withoutId(block))))
  return blocks
    .filter((block) => !known.has(JSON.stringify(withoutId(block))))
    .map((block) => ({ place: placeOf(block), pieces: [{ is: 'same', text: wordsOf(block) }], isSilent: true }))
}

function removedBlock(block: Block): ChangedPart {
  return { place: placeOf(block), pieces: [{ is: 'removed', text: wordsOf(block) }] }
}

function haveSameWords(left: Block, right: Block): boolean {
  return left.type === right.type && wordsOf(left) === wordsOf(right)
}

function areAlike(left: Block, right: Block): boolean {
  if (left.type !== right.type) return false
  const [mine, theirs] = [wordSet(left), wordSet(right)]
  const shared = [...mine].filter((word) => theirs.has(word)).length
  return shared / Math.max(1, Math.min(mine.size, theirs.size)) >= ALIKE
}

function wordSet(block: Block): Set<string> {
  return new Set(
    wordsOf(block)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  )
}

/** What a reader makes of a block: its words, for a picture those beside it. */
function wordsOf(block: Block): string {
  switch (block.type) {
    case 'image':
      return pictureWords(block.attrs)
    case 'gallery':
      return [block.attrs.title, ...block.attrs.pictures.map(pictureWords)].filter(Boolean).join('\n')
    case 'embed':
      return `${block.attrs.title} (${block.attrs.address})`
    default:
      return plainText(block)
  }
}

type Described = { alt: string; caption: string; credit: string } | null

function pictureWords(picture: Described): string {
  return picture ? [picture.alt, picture.caption, picture.credit].filter(Boolean).join(' · ') || 'Picture' : ''
}

const PLACES: Partial<Record<Block['type'], string>> = {
  ...{
    heading: 'Heading',
    image: 'Picture',
    gallery: 'Gallery',
    table: 'Table',
    embed: 'Embed',
    pullQuote: 'Pull quote',
  },
  ...{ blockquote: 'Quotation', factBox: 'Fact box', timeline: 'Timeline', bulletList: 'List', orderedList: 'List' },
}

function placeOf({ type }: Block): string {
  return PLACES[type] ?? 'Text'
}

function withoutId(block: Block): Block {
  if (!block.attrs || !('id' in block.attrs)) return block
  const { id: _, ...attrs } = block.attrs
  return { ...block, attrs } as Block
}
