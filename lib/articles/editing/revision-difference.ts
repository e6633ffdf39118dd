import { diffArrays } from 'diff'
import type { Block } from '../article-body'
import { plainText } from '../body-text'
import { blockIdOf } from '../merge/block-ids'
import type { ArticleContent } from '../merge/merge-content'
import { tokensOf } from '../merge/merge-text'
import { pair } from '../merge/pair'
import { isSame } from '../merge/sameness'
import { matches } from '../merge/three-way'

export type WordPart = { is: 'kept' | 'added' | 'removed'; text: string }
/** A field or a block that differs, or one that does not; of those only the words. */
export type Difference = {
  label: string
  before: string | null
  after: string | null
  parts: WordPart[]
  isSame: boolean
}

const LABELS = {
  headline: 'Headline',
  standfirst: 'Standfirst',
  kicker: 'Kicker',
  section: 'Section',
  kind: 'Kind',
  slug: 'Slug',
  dateline: 'Dateline',
  bylines: 'Bylines',
  tags: 'Tags',
  keyPoints: 'Key points',
  contributors: 'Additional reporting',
  related: 'Related',
  comments: 'Comments',
  language: 'Language',
  direction: 'Direction',
  leadImage: 'Lead picture',
  seoTitle: 'Search title',
  seoDescription: 'Search description',
  socialHeadline: 'Social headline',
} as const

/** What two texts of an article differ in: fields that do, then the body block by block, words within blocks. */
export function differencesOf(before: ArticleContent, after: ArticleContent): Difference[] {
  const fields = Object.entries(LABELS).flatMap(([name, label]) => {
    const [was, is] = [before, after].map((content) => wordsOf(content[name as keyof typeof LABELS])) as [
      string,
      string,
    ]
    return was === is ? [] : [difference(label, was, is)]
  })
  return [...fields, ...blockDifferences(before.body.content, after.body.content)]
}

/** The words of two texts, as one run. */
export function wordParts(before: string, after: string): WordPart[] {
  return diffArrays(tokensOf(before), tokensOf(after)).map(({ added, removed, value }) => ({
    is: added ? 'added' : removed ? 'removed' : 'kept',
    text: value.join(''),
  }))
}

function blockDifferences(before: Block[], after: Block[]): Difference[] {
  const keys = keysOf(before, after)
  const places = matches(keys.before, keys.after)
  const found: Difference[] = []
  let at = 0
  const added = (until: number) => {
    for (; at < until; at += 1)
      found.push(difference(NAMES[(after[at] as Block).type], null, textOf(after[at] as Block)))
  }
  for (const [place, block] of before.entries()) {
    const to = places[place]
    if (to === undefined) found.push(difference(NAMES[block.type], textOf(block), null))
    else {
      added(to)
      const now = after[to] as Block
      const made = difference(NAMES[now.type], textOf(block), textOf(now))
      const isOnlyLook = made.isSame && !isSame(block, now)
      found.push(isOnlyLook ? { ...made, label: `${made.label}: only its look or links changed`, isSame: false } : made)
      at = to + 1
    }
  }
  added(after.length)
  return found
}

/** Blocks by their ids; those that have none in common, by what they say. */
function keysOf(before: Block[], after: Block[]): { before: string[]; after: string[] } {
  const known = new Set(before.map(blockIdOf))
  const isById = after.some((block) => blockIdOf(block) !== undefined && known.has(blockIdOf(block)))
  if (isById)
    return {
      before: before.map((block) => blockIdOf(block) ?? ''),
      after: after.map((block) => blockIdOf(block) ?? ''),
    }
  const partners = pair(before, after)
  return {
    before: before.map((_, at) => `b${at}`),
    after: after.map((_, at) => (partners[at] === undefined ? `a${at}` : `b${partners[at]}`)),
  }
}

function difference(label: string, before: string | null, after: string | null): Difference {
  return { label, before, after, parts: wordParts(before ?? '', after ?? ''), isSame: before === after }
}

const NAMES: Record<Block['type'], string> = {
  paragraph: 'Paragraph',
  heading: 'Heading',
  bulletList: 'List',
  orderedList: 'Numbered list',
  blockquote: 'Quotation',
  pullQuote: 'Pull quote',
  image: 'Picture',
  gallery: 'Gallery',
  table: 'Table',
  embed: 'Embed',
  factBox: 'Fact box',
  timeline: 'Timeline',
  codeBlock: 'Code',
  horizontalRule: 'Rule',
}

/** The words of a block, those beside its text among them. */
function textOf(block: Block): string {
  const { attrs = {} } = block as { attrs?: Record<string, unknown> }
  const beside = ['alt', 'caption', 'credit', 'attribution', 'address', 'media']
    .map((name) => attrs[name])
    .filter(Boolean)
  const title = block.type === 'gallery' || block.type === 'embed' ? block.attrs.title : ''
  const pictures = (attrs.pictures ?? []) as Record<string, unknown>[]
  const inPictures = pictures.map(({ media, alt, caption, credit }) =>
    [media, alt, caption, credit].filter(Boolean).join(' · '),
  )
  return [title, plainText(block), beside.join(' · '), ...inPictures].filter(Boolean).join('\n')
}

function wordsOf(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ')
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? Object.values(value).join(' · ') : String(value)
}
