import { type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles, bylines } from '@/db/schema/articles'
import { authors } from '@/db/schema/people'

export type SearchAuthor = { handle: string; name: string }

/** Of so many articles, the newest, it is counted who wrote most. */
const LATELY = 1_000

/**
 * Those who wrote anything that meets a condition; where there are more than so many, those who wrote most of it lately, and
 * the chosen one. Every search asks for them, and so nothing is counted where all have room, and never everything.
 *
 * @param condition the visibility rule of article-policy.ts
 */
export function findAuthors(condition: SQL, chosen: string, most: number): SearchAuthor[] {
  const all = database().all<SearchAuthor>(sql`
    select handle, name from ${authors} where ${hasAny(condition)} limit ${most + 1}`)
  return all.length > most ? findMostPublished(condition, chosen, most) : all
}

function hasAny(condition: SQL): SQL {
  return sql`exists (
    select 1 from ${bylines} cross join ${articles} indexed by articles_visibility on ${articles.id} = ${bylines.articleId}
    where ${bylines.authorId} = ${authors.id} and ${condition}
  )`
}

function findMostPublished(condition: SQL, chosen: string, most: number): SearchAuthor[] {
  return database().all(sql`
    with counted as materialized (
      select ${bylines.authorId} as id, count(*) as count
      from (
        select ${articles.id} as id from ${articles} where ${condition}
        order by ${articles.publishedAt} desc limit ${LATELY}
      ) as lately
      cross join ${bylines} on ${bylines.articleId} = lately.id
      group by ${bylines.authorId}
    )
    select handle, name from (
      select ${authors.handle} as handle, ${authors.name} as name, counted.count as count
      from counted join ${authors} on ${authors.id} = counted.id
      union all
      select handle, name, 0 from ${authors}
      where ${authors.handle} = ${chosen} and ${authors.id} not in (select id from counted) and ${hasAny(condition)}
    )
    order by handle = ${chosen} desc, count desc limit ${most}`)
}
