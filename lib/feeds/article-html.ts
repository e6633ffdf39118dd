import type { Article, Image } from '../articles/article'
import type { Block, Inline, Mark, Picture } from '../articles/article-body'
import { element, join, type Markup } from '../markup'
import { renditionAddress, widthsOf } from '../media/rendition-address'
import { completeAddress } from './complete-address'
import { writtenOnce } from './written-once'

/** What stands around a node: the article that it is in, and the origin that its addresses are completed with. */
type Around = { article: Article; siteUrl: string }

/**
 * A whole article as plain HTML for feed readers: its lead image, corrections, body and additional reporting. It has no
 * class, style or script, and every address in it is complete.
 */
export const articleHtml = writtenOnce((article: Article, siteUrl: string): string => {
  const around = { article, siteUrl }
  const { image, dateline, corrections, contributors } = article
  return join([
    image && figure(image, image, around),
    ...corrections.map(({ kind, text }) =>
      element('p', {}, element('strong', {}, `${CORRECTION_WORDS[kind]}:`), ` ${text}`),
    ),
    dateline && element('p', {}, element('em', {}, dateline)),
    blocks(article.body.content, around),
    contributors && element('p', {}, element('em', {}, contributors)),
  ]).text
})

const CORRECTION_WORDS = {
  correction: 'Correction',
  clarification: 'Clarification',
  note: 'Editor’s note',
  withdrawal: 'Withdrawn',
}

function blocks(content: Block[], around: Around): Markup {
  return join(content.map((block) => blockElement(block, around)))
}

function blockElement(block: Block, around: Around): Markup | null {
  switch (block.type) {
    case 'paragraph':
      return element('p', {}, inline(block.content, around))
    case 'heading':
      return element(`h${block.attrs.level}`, {}, inline(block.content, around))
    case 'bulletList':
      return element('ul', {}, items(block.content, around))
    case 'orderedList':
      return element('ol', { start: startOf(block.attrs?.start) }, items(block.content, around))
    case 'blockquote':
      return element('blockquote', {}, blocks(block.content, around))
    case 'pullQuote':
      return element(
        'blockquote',
        {},
        element('p', {}, inline(block.content, around)),
        block.attrs.attribution && element('p', {}, `— ${block.attrs.attribution}`),
      )
    case 'image':
      return picture(block.attrs, around)
    case 'gallery':
      return join(block.attrs.pictures.map((one) => picture(one, around)))
    case 'table':
      return table(block, around)
    case 'embed':
      return element('p', {}, element('a', { href: block.attrs.address }, block.attrs.title || block.attrs.address))
    case 'factBox':
      return element(
        'blockquote',
        {},
        block.attrs.title && element('h3', {}, block.attrs.title),
        blocks(block.content, around),
      )
    case 'timeline':
      return join([
        block.attrs.title && element('h3', {}, block.attrs.title),
        ...block.content.map((entry) =>
          join([
            entry.attrs.when && element('p', {}, element('strong', {}, entry.attrs.when)),
            blocks(entry.content, around),
          ]),
        ),
      ])
    case 'codeBlock':
      return element('pre', {}, element('code', {}, block.content?.map(({ text }) => text).join('') ?? ''))
    case 'horizontalRule':
      return element('hr')
  }
}

function startOf(start: number | undefined): number | undefined {
  return start === 1 ? undefined : start
}

function items(content: { content: Block[] }[], around: Around): Markup {
  return join(content.map((item) => element('li', {}, blocks(item.content, around))))
}

function picture({ media, alt, caption, credit }: Picture, around: Around): Markup | null {
  const image = around.article.images.get(media)
  if (!image) return null
  return figure(image, { alt, caption: caption || image.caption, credit: credit || image.credit }, around)
}

function figure(
  image: Image,
  { alt, caption, credit }: { alt: string; caption: string; credit: string },
  { siteUrl }: Around,
): Markup {
  const words = [caption, credit].filter(Boolean).join(' ')
  const { address, width, height } = largeRendition(image, siteUrl)
  return element(
    'figure',
    {},
    element('img', { src: address, alt, width, height }),
    words && element('figcaption', {}, words),
  )
}

/** A picture in the size that is sent to machines: large, and in the format that all of them read. */
export function largeRendition(image: Image, siteUrl: string): { address: string; width: number; height: number } {
  const width = widthsOf(image).findLast((candidate) => candidate <= 1280) ?? 320
  const shown = Math.min(width, image.width)
  return {
    address: siteUrl + renditionAddress(image, width, 'jpg'),
    width: shown,
    height: Math.max(1, Math.round((image.height * shown) / image.width)),
  }
}

function table(block: Extract<Block, { type: 'table' }>, around: Around): Markup {
  const caption = block.attrs?.caption
  const rows = block.content.map((row) =>
    element(
      'tr',
      {},
      ...row.content.map(({ type, attrs, content }) =>
        element(
          type === 'tableHeader' ? 'th' : 'td',
          { colspan: spanOf(attrs?.colspan), rowspan: spanOf(attrs?.rowspan) },
          ...content.flatMap((paragraph, place) => [place > 0 && element('br'), inline(paragraph.content, around)]),
        ),
      ),
    ),
  )
  return element('table', {}, caption ? element('caption', {}, caption) : null, element('tbody', {}, ...rows))
}

function spanOf(span: number | undefined): number | undefined {
  return span && span > 1 ? span : undefined
}

function inline(content: Inline[] | undefined, around: Around): Markup {
  return join(
    (content ?? []).map((node) =>
      node.type === 'hardBreak'
        ? element('br')
        : (node.marks ?? []).reduceRight<Markup>((inner, mark) => marked(inner, mark, around), join([node.text])),
    ),
  )
}

const MARK_ELEMENTS = {
  bold: 'strong',
  italic: 'em',
  strike: 's',
  code: 'code',
  superscript: 'sup',
  subscript: 'sub',
} as const

function marked(inner: Markup, mark: Mark, around: Around): Markup {
  if (mark.type !== 'link') return element(MARK_ELEMENTS[mark.type], {}, inner)
  return element('a', { href: completeAddress(mark.attrs.href, around.article, around.siteUrl) }, inner)
}
