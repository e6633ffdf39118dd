import { count } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles } from '@/db/schema/articles'
import { reads } from '../serving/render-scope'
import type { SectionSummary } from '../site/site'
import { getSections } from '../site/site-queries'
import { isPublic } from './article-policy'

/** The sections in the order of the navigation, with how many public articles each has. */
export async function getCountedSections(): Promise<(SectionSummary & { articles: number })[]> {
  const sections = await getSections()
  for (const { slug } of sections) reads(`section:${slug}`)
  const rows = await database()
    .select({ sectionId: articles.sectionId, articles: count() })
    .from(articles)
    .where(isPublic(new Date()))
    .groupBy(articles.sectionId)
  const counts = new Map(rows.map((row) => [row.sectionId, row.articles]))
  return sections.map((section) => ({ ...section, articles: counts.get(section.id) ?? 0 }))
}
