import { Fragment, type ReactNode } from 'react'
import type { Image } from '@/lib/articles/article'
import {
  type Block,
  type ArticleBody as Body,
  type Inline,
  type Mark,
  type Picture as PictureAttributes,
  plainText,
} from '@/lib/articles/article-body'
import { slugFrom } from '@/lib/articles/slug'
import { Picture } from '../ui/picture'

type Images = ReadonlyMap<number, Image>

type ArticleBodyProps = {
  body: Body
  images: Images
  /** Set before the first paragraph. */
  dateline: string
  /** The first paragraph is also the standfirst, and takes its look. */
  opensWithStandfirst: boolean
}

/** The body of an article. Each node is drawn as an element; nothing in it is ever taken for markup. */
export function ArticleBody({ body, images, dateline, opensWithStandfirst }: ArticleBodyProps) {
  const first = body.content.findIndex((block) => block.type === 'paragraph')
  return body.content.map((block, index) => {
    const isOpening = index === first
    if (block.type !== 'paragraph' || !isOpening)
      return <BlockElement key={keyOf(index)} block={block} images={images} />
    return (
      <p key={keyOf(index)} className={opensWithStandfirst ? 'opening' : undefined}>
        {dateline && <span className="dateline">{dateline} — </span>}
        <InlineElements content={block.content} />
      </p>
    )
  })
}

function BlockElement({ block, images }: { block: Block; images: Images }) {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          <InlineElements content={block.content} />
        </p>
      )
    case 'heading':
      return <Heading block={block} />
    case 'bulletList':
      return <ul>{items(block.content, images)}</ul>
    case 'orderedList':
      return (
        <ol start={block.attrs && block.attrs.start !== 1 ? block.attrs.start : undefined}>
          {items(block.content, images)}
        </ol>
      )
    case 'blockquote':
      return (
        <blockquote>
          <Blocks content={block.content} images={images} />
        </blockquote>
      )
    case 'pullQuote':
      return <PullQuote block={block} />
    case 'image':
      return <Figure picture={block.attrs} images={images} />
    case 'gallery':
      return <Gallery block={block} images={images} />
    case 'table':
      return <Table block={block} />
    case 'embed':
      return <Embed block={block} />
    case 'codeBlock':
      return (
        <pre>
          <code>{block.content?.map(({ text }) => text).join('')}</code>
        </pre>
      )
    case 'horizontalRule':
      return <hr />
  }
}

type BlockOf<Type extends Block['type']> = Extract<Block, { type: Type }>

function Blocks({ content, images }: { content: Block[]; images: Images }) {
  return content.map((block, index) => <BlockElement key={keyOf(index)} block={block} images={images} />)
}

function items(content: BlockOf<'bulletList'>['content'], images: Images): ReactNode {
  return content.map((item, index) => <li key={keyOf(index)}>{listItem(item.content, images)}</li>)
}

/** A list item that is one paragraph is the text alone. */
function listItem(content: Block[], images: Images): ReactNode {
  const [only, ...more] = content
  if (only?.type === 'paragraph' && more.length === 0) return <InlineElements content={only.content} />
  return <Blocks content={content} images={images} />
}

function Heading({ block }: { block: BlockOf<'heading'> }) {
  const Level = `h${block.attrs.level}` as const
  return (
    <Level id={slugFrom(plainText(block)) || undefined}>
      <InlineElements content={block.content} />
    </Level>
  )
}

function PullQuote({ block }: { block: BlockOf<'pullQuote'> }) {
  return (
    <figure className="pull-quote">
      <blockquote>
        <p>
          <InlineElements content={block.content} />
        </p>
      </blockquote>
      {block.attrs.attribution && <figcaption>— {block.attrs.attribution}</figcaption>}
    </figure>
  )
}

function Figure({ picture, images }: { picture: PictureAttributes; images: Images }) {
  const image = images.get(picture.media)
  if (!image) return null
  return (
    <figure>
      <Picture image={{ ...image, alt: picture.alt }} sizes="(min-width: 43rem) 40rem, 100vw" />
      <Caption caption={picture.caption || image.caption} credit={picture.credit || image.credit} />
    </figure>
  )
}

/** What a picture shows, and who made it. */
export function Caption({ caption, credit }: { caption: string; credit: string }) {
  if (!caption && !credit) return null
  return <figcaption>{[caption, credit].filter(Boolean).join(' ')}</figcaption>
}

function Gallery({ block, images }: { block: BlockOf<'gallery'>; images: Images }) {
  return (
    <div className="gallery">
      {block.attrs.pictures.map((picture) => (
        <Figure key={picture.media} picture={picture} images={images} />
      ))}
    </div>
  )
}

function Table({ block }: { block: BlockOf<'table'> }) {
  const caption = block.attrs?.caption ?? ''
  const isHead = (row: (typeof block.content)[number]) => row.content.every((cell) => cell.type === 'tableHeader')
  const headRows = block.content.findIndex((row) => !isHead(row))
  const split = headRows < 0 ? block.content.length : headRows
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="scroller" aria-label={caption || 'Table'} tabIndex={0}>
      <table>
        {caption && <caption>{caption}</caption>}
        {split > 0 && <thead>{block.content.slice(0, split).map(tableRow)}</thead>}
        <tbody>{block.content.slice(split).map(tableRow)}</tbody>
      </table>
    </section>
  )
}

const ALIGNMENT = { left: undefined, center: 'to-middle', right: 'to-end' } as const

function tableRow(row: BlockOf<'table'>['content'][number], rowIndex: number): ReactNode {
  return (
    <tr key={keyOf(rowIndex)}>
      {row.content.map((cell, index) => {
        const Cell = cell.type === 'tableHeader' ? 'th' : 'td'
        const { colspan = 1, rowspan = 1, align = null } = cell.attrs ?? {}
        return (
          <Cell
            key={keyOf(index)}
            className={align ? ALIGNMENT[align] : undefined}
            colSpan={colspan > 1 ? colspan : undefined}
            rowSpan={rowspan > 1 ? rowspan : undefined}
            scope={cell.type === 'tableHeader' ? 'col' : undefined}
          >
            {cell.content.map((paragraph, place) => (
              <Fragment key={keyOf(place)}>
                {place > 0 && <br />}
                <InlineElements content={paragraph.content} />
              </Fragment>
            ))}
          </Cell>
        )
      })}
    </tr>
  )
}

/** A foreign page is named and linked, and not loaded. */
function Embed({ block }: { block: BlockOf<'embed'> }) {
  const { provider, address, title } = block.attrs
  return (
    <p className="embed">
      <a href={address} rel="noopener">
        {title}
      </a>{' '}
      ({provider})
    </p>
  )
}

function InlineElements({ content }: { content: Inline[] | undefined }) {
  return content?.map((node, index) =>
    node.type === 'hardBreak' ? (
      <br key={keyOf(index)} />
    ) : (
      <Fragment key={keyOf(index)}>{marked(node.text, node.marks ?? [])}</Fragment>
    ),
  )
}

function marked(text: ReactNode, marks: Mark[]): ReactNode {
  return marks.reduceRight((inner, mark) => withMark(inner, mark), text)
}

function withMark(inner: ReactNode, mark: Mark): ReactNode {
  switch (mark.type) {
    case 'bold':
      return <strong>{inner}</strong>
    case 'italic':
      return <em>{inner}</em>
    case 'strike':
      return <s>{inner}</s>
    case 'code':
      return <code>{inner}</code>
    case 'superscript':
      return <sup>{inner}</sup>
    case 'subscript':
      return <sub>{inner}</sub>
    case 'link':
      return (
        <a href={mark.attrs.href} rel={/^https?:/i.test(mark.attrs.href) ? 'noopener' : undefined}>
          {inner}
        </a>
      )
  }
}

/** The order of a document's nodes is all that tells them apart, and it does not change while a page is drawn. */
function keyOf(index: number): string {
  return String(index)
}
