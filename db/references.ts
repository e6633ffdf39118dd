import { getTableColumns, getTableName, is } from 'drizzle-orm'
import { getTableConfig, type SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import * as schema from './schema/schema'

/** A column that points at a row of another table. */
export type Reference = {
  /** `table.column`, as the database names them. */
  name: string
  table: SQLiteTable
  column: SQLiteColumn
  onDelete: string | undefined
}

/** Every column of the schema that points at a table. */
export function referencesTo(target: SQLiteTable): Reference[] {
  return tables().flatMap((table) =>
    getTableConfig(table).foreignKeys.flatMap((key) => {
      const { columns, foreignTable } = key.reference()
      if (foreignTable !== target) return []
      return columns.map((column) => ({
        name: `${getTableName(table)}.${column.name}`,
        ...{ table, column, onDelete: key.onDelete },
      }))
    }),
  )
}

/** A table's columns by the names that code has for them. */
export function columnsOf(table: SQLiteTable): Record<string, SQLiteColumn> {
  return getTableColumns(table) as Record<string, SQLiteColumn>
}

function tables(): SQLiteTable[] {
  return Object.values(schema as Record<string, unknown>).filter((value) => is(value, SQLiteTable))
}
