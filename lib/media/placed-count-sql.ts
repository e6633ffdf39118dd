import { sql } from 'drizzle-orm'
import { database, type Transaction } from '@/db/client'

/** In how many places each picture is, counted from those places: what the triggers of `media.placed` must have kept. */
const COUNTED = `(select count(*) from article_media where media_id = media.id)
  + (select count(*) from working_copy_media where media_id = media.id)
  + (select count(*) from authors where portrait_id = media.id)
  + (select count(*) from slots where image_id = media.id)
  + (select count(*) from settings where name = 'logo' and value ->> '$.id' = media.id)`

/** Pictures whose count is not what it should be, as a statement on a SQLite file. */
export const MISCOUNTED = `select id, placed, counted from (select id, placed, ${COUNTED} as counted from media)
  where placed <> counted order by id`

/** Of how many pictures the count is wrong. */
export function miscounted(): number {
  return database().all(sql.raw(MISCOUNTED)).length
}

/** Counts anew where the count is wrong. @returns of how many pictures it was */
export async function recountPlaced(tx: Transaction): Promise<number> {
  const rows = tx.all(sql.raw(`update media set placed = ${COUNTED} where placed <> ${COUNTED} returning id`))
  return rows.length
}
