import { type SQL, sql } from 'drizzle-orm'

/**
 * The ids of the first replies of each of some threads: one look at an index for each thread, however long it is.
 *
 * @param limit how many of each thread
 */
export function firstReplies(threadIds: number[], limit: number): SQL {
  return sql`(select h.id from json_each(${JSON.stringify(threadIds)}) t, comments h where h.id in (
    select r.id from comments r where r.thread_id = t.value and r.listed_as = 'reply'
    order by r.created_at, r.id limit ${limit}))`
}
