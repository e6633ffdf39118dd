import { type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles, bylines } from '@/db/schema/articles'
import { authors } from '@/db/schema/people'

export type SearchAuthor = { handle: string; name: string }

/**
 * Those who wrote anything that meets a condition; where there are more than so many, those who wrote most of it, and the
 * chosen one. Every search asks for them, and so nothing is counted where all have room.
 *
 * @param condition the visibility rule of article-policy.ts
 */
export function findAuthors(condition: SQL, chosen: string, most: number): SearchAuthor[] {
  const all = database().all<SearchAuthor>(sql`
    select handle, name from ${authors} where exists (
      select 1 from ${bylines} cross join ${articles} indexed by articles_visibility
        on ${articles.id} = ${bylines.articleId}
      where ${bylines.authorId} = ${authors.id} and ${condition}
    ) limit ${most + 1}`)
  return all.length > most ? findMostPublished(condition, chosen, most) : all
}

function findMostPublished(condition: SQL, chosen: string, most: number): SearchAuthor[] {
  return database().all(sql`
    with counted as materialized (
      select ${bylines.authorId} as id, count(*) as count
      from ${articles} indexed by articles_visibility
      cross join ${bylines} on ${bylines.articleId} = ${articles.id}
      where ${condition} group by ${bylines.authorId}
    )
    select ${authors.handle}, ${authors.name} from counted join ${authors} on ${authors.id} = counted.id
    order by ${authors.handle} = ${chosen} desc, counted.count desc limit ${most}`)
}
