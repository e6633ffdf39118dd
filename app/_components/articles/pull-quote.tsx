import type { Block } from '@/lib/articles/article-body'
import { plainText } from '@/lib/articles/body-text'
import { InlineText } from './inline-text'

type PullQuoteProps = {
  block: Extract<Block, { type: 'pullQuote' }>
  /** The text says the same elsewhere: it is for the eyes alone, and holds nothing that a keyboard could reach. */
  isRepetition: boolean
}

export function PullQuote({ block, isRepetition }: PullQuoteProps) {
  return (
    <figure className="pull-quote" aria-hidden={isRepetition || undefined}>
      <blockquote>
        <p>{isRepetition ? plainText(block) : <InlineText content={block.content} />}</p>
      </blockquote>
      {block.attrs.attribution && <figcaption>— {block.attrs.attribution}</figcaption>}
    </figure>
  )
}
