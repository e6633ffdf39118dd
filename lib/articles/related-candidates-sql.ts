import { sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { articles, articleTags } from '@/db/schema/articles'

/** With which articles one is compared: found by indexes alone, as an article's dates lie behind its text. */

/** The newest published articles of a section. */
export function findNewestOf(tx: Transaction, sectionId: number, most: number): number[] {
  const rows = tx.all<{ id: number }>(sql`
    select ${articles.id} as id from ${articles} indexed by articles_section
    where ${articles.sectionId} = ${sectionId} and ${articles.state} = 'published'
    order by ${articles.publishedAt} desc limit ${most}`)
  return rows.map(({ id }) => id)
}

/** The newest published articles that bear any of these tags. */
export function findNewestTagged(tx: Transaction, tagIds: number[], most: number): number[] {
  if (tagIds.length === 0) return []
  const rows = tx.all<{ id: number }>(sql`
    with tagged as materialized (
      select distinct ${articleTags.articleId} as id from ${articleTags}
      where ${articleTags.tagId} in (select value from json_each(${JSON.stringify(tagIds)}))
    )
    select ${articles.id} as id
    from tagged cross join ${articles} indexed by articles_visibility on ${articles.id} = tagged.id
    where ${articles.state} = 'published' order by ${articles.publishedAt} desc limit ${most}`)
  return rows.map(({ id }) => id)
}
