import { Fragment, type ReactNode } from 'react'
import type { Inline, Mark } from '@/lib/articles/article-body'

/** The words of a block with their marks. */
export function InlineText({ content }: { content: Inline[] | undefined }) {
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
export function keyOf(index: number): string {
  return String(index)
}
