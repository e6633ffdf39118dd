import type { ReactNode } from 'react'
import type { Block, ArticleBody as Body } from '@/lib/articles/article-body'
import type { Outline } from '@/lib/articles/outline'
import { repeatingQuotes } from '@/lib/articles/pull-quotes'
import { tableLabels } from '@/lib/articles/table-labels'
import { BodyTable } from './body-table'
import { Embed } from './embed'
import { FactBox } from './fact-box'
import { Figure, type Images } from './figure'
import { Gallery } from './gallery'
import { InlineText, keyOf } from './inline-text'
import { PullQuote } from './pull-quote'
import { Timeline, TimelineEntry } from './timeline'

type ArticleBodyProps = {
  body: Body
  images: Images
  outline: Outline
  /** Set before the first paragraph. */
  dateline: string
  /** The first paragraph is also the standfirst, and takes its look. */
  opensWithStandfirst: boolean
}

/** What the blocks of one body share. */
type Whole = {
  images: Images
  placeOf: Outline['placeOf']
  labels: ReadonlyMap<Block, string>
  repetitions: ReadonlySet<Block>
}

/** The body of an article. Each node is drawn as an element; nothing in it is ever taken for markup. */
export function ArticleBody({ body, images, outline, dateline, opensWithStandfirst }: ArticleBodyProps) {
  const whole: Whole = {
    ...{ images, placeOf: outline.placeOf },
    ...{ labels: tableLabels(body), repetitions: repeatingQuotes(body) },
  }
  const first = body.content.findIndex((block) => block.type === 'paragraph')
  return body.content.map((block, index) => {
    const isOpening = index === first
    if (block.type !== 'paragraph' || !isOpening) return <BlockElement key={keyOf(index)} block={block} whole={whole} />
    return (
      <p key={keyOf(index)} className={opensWithStandfirst ? 'opening' : undefined}>
        {dateline && <span className="dateline">{dateline} — </span>}
        <InlineText content={block.content} />
      </p>
    )
  })
}

function BlockElement({ block, whole }: { block: Block; whole: Whole }) {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          <InlineText content={block.content} />
        </p>
      )
    case 'heading':
      return <Heading block={block} place={whole.placeOf.get(block)} />
    case 'bulletList':
      return <ul>{items(block.content, whole)}</ul>
    case 'orderedList':
      return (
        <ol start={block.attrs && block.attrs.start !== 1 ? block.attrs.start : undefined}>
          {items(block.content, whole)}
        </ol>
      )
    case 'blockquote':
      return (
        <blockquote>
          <Blocks content={block.content} whole={whole} />
        </blockquote>
      )
    case 'pullQuote':
      return <PullQuote block={block} isRepetition={whole.repetitions.has(block)} />
    case 'image':
      return <Figure picture={block.attrs} images={whole.images} />
    case 'gallery':
      return <Gallery block={block} images={whole.images} />
    case 'table':
      return <BodyTable block={block} label={whole.labels.get(block) ?? 'Table'} />
    case 'embed':
      return <Embed block={block} images={whole.images} />
    case 'factBox':
      return (
        <FactBox title={block.attrs.title}>
          <Blocks content={block.content} whole={whole} />
        </FactBox>
      )
    case 'timeline':
      return (
        <Timeline title={block.attrs.title}>
          {block.content.map((entry, index) => (
            <TimelineEntry key={keyOf(index)} when={entry.attrs.when}>
              <Blocks content={entry.content} whole={whole} />
            </TimelineEntry>
          ))}
        </Timeline>
      )
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

function Blocks({ content, whole }: { content: Block[]; whole: Whole }) {
  return content.map((block, index) => <BlockElement key={keyOf(index)} block={block} whole={whole} />)
}

function items(content: BlockOf<'bulletList'>['content'], whole: Whole): ReactNode {
  return content.map((item, index) => <li key={keyOf(index)}>{listItem(item.content, whole)}</li>)
}

/** A list item that is one paragraph is the text alone. */
function listItem(content: Block[], whole: Whole): ReactNode {
  const [only, ...more] = content
  if (only?.type === 'paragraph' && more.length === 0) return <InlineText content={only.content} />
  return <Blocks content={content} whole={whole} />
}

/** A heading without words is none. */
function Heading({ block, place }: { block: BlockOf<'heading'>; place: { id: string; level: 2 | 3 } | undefined }) {
  if (!place) return null
  const Level = `h${place.level}` as const
  return (
    <Level id={place.id}>
      <InlineText content={block.content} />
    </Level>
  )
}
