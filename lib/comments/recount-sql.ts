import { sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'

/** The numbers of a conversation, counted from its comments alone. */
export type Recount = { comments: number; threads: number; picks: number; pending: number }

/** Counts a conversation anew, for checking what lib/comments/comment-state.ts keeps. */
export function recount(tx: Transaction, articleId: number): Recount {
  return tx.get<Recount>(sql`
    select
      coalesce(sum(state = 'approved' and deleted_at is null), 0) as comments,
      coalesce(sum(listed_as = 'thread'), 0) as threads,
      coalesce(sum(state = 'approved' and deleted_at is null and picked_at is not null), 0) as picks,
      coalesce(sum(state = 'pending' and deleted_at is null), 0) as pending
    from comments where article_id = ${articleId}`)
}

/** Comments whose place or numbers are not what the comments around them say. */
export function misplaced(tx: Transaction, articleId: number): { id: number }[] {
  return tx.all<{ id: number }>(sql`
    select c.id from comments c where c.article_id = ${articleId} and (
      c.replies <> (select count(*) from comments r where r.parent_id = c.id and r.listed_as is not null)
      or c.thread_replies <> (select count(*) from comments r where r.thread_id = c.id and r.listed_as is not null)
      or c.likes <> (select count(*) from comment_likes l where l.comment_id = c.id)
      or c.open_reports <> (select count(*) from comment_reports p where p.comment_id = c.id and p.decided_at is null)
      or c.listed_as is not (case
        when (c.state <> 'approved' or c.deleted_at is not null) and c.replies = 0 then null
        when c.thread_id is null then 'thread' else 'reply' end))`)
}
