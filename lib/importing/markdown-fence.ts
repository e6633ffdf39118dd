import type { Token } from 'markdown-it'
import type { Block, Picture } from '../articles/article-body'
import { plainText } from '../articles/body-text'
import { providerOf } from '../articles/embed-providers'
import { withoutHidden, wordsIn } from './markdown-inline'

/** A fence that is no code: what stands behind its ticks, and what in it. */
type Fence = {
  info: string
  pictures: Picture[]
  /** Every inline token that is no picture. */
  others: Token[]
  note: (reason: string) => void
}

type FenceKind = 'gallery' | 'embed'
/** Fences with Markdown of their own in them. */
type BoxKind = 'facts' | 'timeline'

/** As long as the body's schema lets them be. */
const LONGEST_TITLE = { gallery: 200, embed: 300, box: 200, when: 100 }
const LONGEST_PROVIDER = 60
const MOST_PICTURES = 100

const KIND = /^\s*(gallery|embed|facts|timeline)(?:\s+|$)/
const MOST_ENTRIES = 200

/** What a fence holds, by the first word behind its ticks; null for code. */
export function kindOfFence(info: string): FenceKind | BoxKind | null {
  return (KIND.exec(info)?.[1] as FenceKind | BoxKind | undefined) ?? null
}

/** The block that a fence holds, or none; see docs/article-files.md. */
export function readFence(kind: FenceKind, fence: Fence): Block[] {
  return kind === 'gallery' ? readGallery(fence) : readEmbed(fence)
}

function readGallery({ info, pictures, others, note }: Fence): Block[] {
  if (others.some(({ type }) => type !== 'softbreak')) note('What is no picture was left out of the gallery.')
  if (pictures.length > MOST_PICTURES) note(`A gallery holds ${MOST_PICTURES} pictures; the others were left out.`)
  if (pictures.length === 0) {
    note('A gallery without pictures was left out.')
    return []
  }
  const title = withoutHidden(info.replace(KIND, '')).trim()
  const longest = LONGEST_TITLE.gallery
  if (title.length > longest) note(`The title of a gallery was cut at ${longest} characters.`)
  return [{ type: 'gallery', attrs: { title: title.slice(0, longest), pictures: pictures.slice(0, MOST_PICTURES) } }]
}

/** The box that a fence with Markdown in it is, from the blocks in it; none when it holds nothing. */
export function readBox(kind: BoxKind, info: string, content: Block[], note: (reason: string) => void): Block[] {
  const words = withoutHidden(info.replace(KIND, '')).trim()
  const title = words.slice(0, LONGEST_TITLE.box)
  if (words !== title) note(`The title of a box was cut at ${LONGEST_TITLE.box} characters.`)
  if (kind === 'timeline') return timeline(title, content, note)
  return content.length > 0 ? [{ type: 'factBox', attrs: { title }, content }] : []
}

type Entries = Extract<Block, { type: 'timeline' }>['content']

/** Each heading begins an entry; what is no paragraph has no place in one and follows the timeline. */
function timeline(title: string, content: Block[], note: (reason: string) => void): Block[] {
  const entries: Entries = []
  const after: Block[] = []
  for (const block of content) {
    if (block.type === 'heading') {
      const when = plainText(block).trim().slice(0, LONGEST_TITLE.when)
      entries.push({ type: 'timelineEntry', attrs: { when }, content: [] })
    } else if (block.type === 'paragraph') {
      if (entries.length === 0) entries.push({ type: 'timelineEntry', attrs: { when: '' }, content: [] })
      entries.at(-1)?.content.push(block)
    } else after.push(block)
  }
  for (const entry of entries) if (entry.content.length === 0) entry.content.push({ type: 'paragraph', content: [] })
  if (after.length > 0) note('What is no paragraph was put after the timeline that it stood in.')
  const timelines: Block[] = []
  for (let at = 0; at < entries.length; at += MOST_ENTRIES)
    timelines.push({ type: 'timeline', attrs: { title }, content: entries.slice(at, at + MOST_ENTRIES) })
  return [...timelines, ...after]
}

function readEmbed({ pictures, others, note }: Fence): Block[] {
  const opening = others.findIndex(({ type }) => type === 'link_open')
  const closing = others.findIndex(({ type }) => type === 'link_close')
  const address = String(others[opening]?.attrGet('href') ?? '')
  if (!isEmbedAddress(address)) {
    note('An embed was left out: it is written [Title](https://…) on a line of its own.')
    return []
  }
  const words = withoutHidden(wordsIn(others.slice(opening + 1, closing))).trim() || address
  const title = words.slice(0, LONGEST_TITLE.embed)
  const provider = providerOf(address).name.slice(0, LONGEST_PROVIDER)
  const [thumbnail] = pictures
  return [{ type: 'embed', attrs: { provider, address, title, ...(thumbnail && { thumbnail }) } }]
}

function isEmbedAddress(address: string): boolean {
  return address.length <= 2000 && URL.canParse(address) && new URL(address).protocol === 'https:'
}
