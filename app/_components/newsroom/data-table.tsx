import type { ReactNode } from 'react'

export type Column<Row> = {
  head: string
  cell: (row: Row) => ReactNode
  /** Figures stand under each other, to the right. */
  isNumber?: boolean
  /** The cell that names the row; one column has it. */
  isName?: boolean
  /** From which width on it is shown: what is left out on a phone must stand somewhere else. */
  from?: 'medium' | 'wide'
  /** The head is for those who do not see the column, as over a column of buttons. */
  isHeadHidden?: boolean
}

type DataTableProps<Row> = {
  /** What the table holds, for those who do not see it. */
  caption: string
  columns: Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string | number
  /** Rows of 36 pixels in place of 44. */
  isDense?: boolean
}

/** A plain table, drawn on the server. Its order, filters and page are in the address. */
export function DataTable<Row>({ caption, columns, rows, rowKey, isDense = false }: DataTableProps<Row>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard (WCAG 2.1.1)
    <section className="desk-table" aria-label={caption} tabIndex={0}>
      <table className={isDense ? 'is-dense' : undefined}>
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.head} scope="col" className={classOf(column)}>
                {column.isHeadHidden ? <span className="unseen">{column.head}</span> : column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>{columns.map((column) => cellOf(column, row))}</tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function cellOf<Row>(column: Column<Row>, row: Row) {
  const shared = { key: column.head, className: classOf(column) }
  const { key, ...rest } = shared
  return column.isName ? (
    <th key={key} scope="row" {...rest}>
      {column.cell(row)}
    </th>
  ) : (
    <td key={key} {...rest}>
      {column.cell(row)}
    </td>
  )
}

function classOf<Row>({ isNumber, from }: Column<Row>): string | undefined {
  return [isNumber && 'is-number', from && `from-${from}`].filter(Boolean).join(' ') || undefined
}
