import { sql } from 'drizzle-orm'
import { blob, customType, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/**
 * The only place that names an SQL engine's column types. The schema files are written in these words, so that another
 * engine needs another copy of this file and nothing else.
 */

export const table = sqliteTable
export { index, primaryKey, text, uniqueIndex }

/** A number that identifies a row and is never given twice: a deleted row's token must not fit the next one. */
export const identity = () => integer('id').primaryKey({ autoIncrement: true })

/** A whole number. */
export const whole = (name: string) => integer(name)

/** A reference to another table's identity; name the target with `.references(…)`. */
export const reference = (name: string) => integer(name)

/** Yes or no. Prefer a moment (`…At`) wherever it matters when. */
export const flag = (name: string) => integer(name, { mode: 'boolean' })

/** A moment in time: milliseconds since 1970 in UTC, a `Date` in code. */
export const moment = (name: string) => integer(name, { mode: 'timestamp_ms' })

/** A fraction, such as a focal point's 0–1. */
export const fraction = customType<{ data: number; driverData: number }>({ dataType: () => 'real' })

/** A value kept as JSON text. */
export const json = <Value>(name: string) => text(name, { mode: 'json' }).$type<Value>()

/** A small file. */
export const bytes = (name: string) => blob(name, { mode: 'buffer' })

/** The moment of insertion, as a column default. */
export const NOW = sql`(unixepoch('subsec') * 1000)`
