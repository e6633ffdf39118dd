import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles, sections } from '@/db/schema/articles'
import type { Viewer } from '../../people/viewer'
import { isOpenTo, isPublic } from '../article-policy'

/** The articles whose headline, kicker or slug hold words that begin like these. The index is a migration of its own. */
export function hasWords(words: string): SQL | null {
  const terms = words.match(/[\p{L}\p{N}\p{M}]+/gu)?.slice(0, 12) ?? []
  if (terms.length === 0) return null
  const query = terms.map((term) => `"${term}"*`).join(' ')
  return sql`${articles.id} in (select rowid from desk_headlines where desk_headlines match ${query})`
}

export type OwnArticle = {
  id: number
  headline: string
  address: string
  isPublic: boolean
  publishedAt: string | null
}

/** Articles of the newsroom to link to, newest first: public ones, and others that the viewer may open. */
export async function findOwnArticles(viewer: Viewer, words: string): Promise<OwnArticle[]> {
  const now = new Date()
  const { id, headline, slug, publishedAt } = articles
  const open = sql<number>`(${isPublic(now)})`
  const rows = await database()
    .select({ id, headline, slug, section: sections.slug, publishedAt, open })
    .from(articles)
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .where(and(hasWords(words) ?? undefined, sql`((${isPublic(now)}) or (${isOpenTo(viewer)}))`))
    .orderBy(desc(articles.savedAt))
    .limit(12)
  return rows.map((row) => ({
    ...{ id: row.id, headline: row.headline, address: `/${row.section}/${row.slug}`, isPublic: Boolean(row.open) },
    publishedAt: row.publishedAt?.toISOString() ?? null,
  }))
}
