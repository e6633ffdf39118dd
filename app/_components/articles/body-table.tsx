import { Fragment, type ReactNode } from 'react'
import type { Block } from '@/lib/articles/article-body'
import { Stylesheet } from '../ui/stylesheet'
import { InlineText, keyOf } from './inline-text'

type TableBlock = Extract<Block, { type: 'table' }>

/** A table in a frame that scrolls when it is wider than the column. */
export function BodyTable({ block, label }: { block: TableBlock; label: string }) {
  const caption = block.attrs?.caption ?? ''
  const isHead = (row: (typeof block.content)[number]) => row.content.every((cell) => cell.type === 'tableHeader')
  const headRows = block.content.findIndex((row) => !isHead(row))
  const split = headRows < 0 ? block.content.length : headRows
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="scroller" aria-label={label} tabIndex={0}>
      <Stylesheet name="body-parts" />
      <table>
        {caption && <caption>{caption}</caption>}
        {split > 0 && <thead>{block.content.slice(0, split).map(tableRow)}</thead>}
        <tbody>{block.content.slice(split).map(tableRow)}</tbody>
      </table>
    </section>
  )
}

/** Sides are sides of the page, in whichever direction its words run. */
const ALIGNMENT = { left: 'to-left', center: 'to-middle', right: 'to-right' } as const

function tableRow(row: TableBlock['content'][number], rowIndex: number): ReactNode {
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
                <InlineText content={paragraph.content} />
              </Fragment>
            ))}
          </Cell>
        )
      })}
    </tr>
  )
}
