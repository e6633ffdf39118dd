import { type AnyColumn, type SQL, sql } from 'drizzle-orm'

/** Whether a text has these letters somewhere in it, large or small; signs that SQLite reads as any letter are signs. */
export function contains(column: AnyColumn, part: string): SQL {
  const pattern = `%${part.replaceAll(/[\\%_]/g, '\\$&')}%`
  return sql`${column} like ${pattern} escape '\\'`
}
