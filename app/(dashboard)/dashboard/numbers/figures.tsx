import type { ReactNode } from 'react'
import { type Column, DataTable } from '@/app/_components/newsroom/data-table'
import { type NumbersFilter, numbersQuery } from '@/lib/numbers/numbers'
import type { NumbersTable } from '@/lib/numbers/numbers-csv'
import { paths } from '@/lib/paths'

/** The figures behind a chart, folded away. */
export function Figures({ of, children }: { of: string; children: ReactNode }) {
  return (
    <details className="numbers-figures">
      <summary>{`Figures of ${of}`}</summary>
      {children}
    </details>
  )
}

export function Table<Row>(props: {
  caption: string
  columns: Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string | number
}) {
  return <DataTable isDense {...props} />
}

/** Takes a table along. */
export function Export({ filter, table }: { filter: NumbersFilter; table: NumbersTable }) {
  const query = new URLSearchParams(numbersQuery(filter))
  query.set('table', table)
  if (filter.articleId !== null) query.set('article', String(filter.articleId))
  return (
    <p className="numbers-export">
      <a href={paths.numbersExport(query.toString())} download>
        {`Export ${table} as CSV`}
      </a>
    </p>
  )
}
