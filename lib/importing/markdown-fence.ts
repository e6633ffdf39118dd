import type { Token } from 'markdown-it'
import type { Block, Picture } from '../articles/article-body'
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

/** As long as the body's schema lets them be. */
const LONGEST_TITLE = { gallery: 200, embed: 300 }
const LONGEST_PROVIDER = 60
const MOST_PICTURES = 100

const KIND = /^\s*(gallery|embed)(?:\s+|$)/

/** What a fence holds, by the first word behind its ticks; null for code. */
export function kindOfFence(info: string): FenceKind | null {
  return (KIND.exec(info)?.[1] as FenceKind | undefined) ?? null
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
