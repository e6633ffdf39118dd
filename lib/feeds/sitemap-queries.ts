import { and, asc, eq, exists, gte, min, type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles, articleTags, bylines, sections, tags } from '@/db/schema/articles'
import { authors } from '@/db/schema/people'
import type { ArticleCard } from '../articles/article'
import { countArticles, findCards } from '../articles/article-cards'
import { isPublic } from '../articles/article-policy'
import { paths } from '../paths'
import { expiresAt, reads } from '../serving/render-scope'
import { getSections } from '../site/site-queries'
import { NEWS_HOURS, NEWS_LIMIT, SITEMAP_LIMIT, type SitemapEntry } from './sitemap'

/** What the sitemaps list, each kind in sitemaps of its own. */
const KINDS = {
  pages: { count: async () => 1, find: findPages },
  articles: { count: () => countArticles(isPublic(new Date())), find: findArticles },
  tags: { count: countTags, find: findTags },
  authors: { count: countAuthors, find: findAuthors },
}

type Kind = keyof typeof KINDS
type Range = { limit: number; offset: number }

const PART_NAME = /^(pages|articles|tags|authors)-([1-9]\d{0,5})\.xml$/

/** The names of all sitemaps. @param limit addresses in each */
export async function getSitemapNames(limit = SITEMAP_LIMIT): Promise<string[]> {
  reads('articles')
  const names = Object.entries(KINDS).map(async ([kind, { count }]) => {
    const parts = Math.ceil((await count()) / limit)
    return Array.from({ length: parts }, (_, index) => `${kind}-${index + 1}.xml`)
  })
  return (await Promise.all(names)).flat()
}

/** What the sitemap of a name lists, everything in it public; null when there is none of that name. */
export async function getSitemap(name: string, limit = SITEMAP_LIMIT): Promise<SitemapEntry[] | null> {
  reads('articles')
  const [, kind, number] = PART_NAME.exec(name) ?? []
  if (!kind) return null
  const entries = await KINDS[kind as Kind].find({ limit, offset: (Number(number) - 1) * limit })
  return entries.length > 0 ? entries : null
}

/** The articles of the last two days. They leave by themselves. */
export async function getNewestNews(): Promise<ArticleCard[]> {
  reads('latest')
  const now = new Date()
  const span = NEWS_HOURS * 3_600_000
  const condition = and(isPublic(now), gte(articles.publishedAt, new Date(now.getTime() - span))) as SQL
  const [oldest] = await database()
    .select({ at: min(articles.publishedAt) })
    .from(articles)
    .where(condition)
  if (oldest?.at) expiresAt(new Date(oldest.at.getTime() + span))
  return findCards(condition, { limit: NEWS_LIMIT })
}

async function findPages({ offset }: Range): Promise<SitemapEntry[]> {
  if (offset > 0) return []
  const lists = [paths.home(), paths.latest(), paths.archive(), paths.corrections()]
  return [...lists, ...(await getSections()).map(({ slug }) => paths.section(slug))].map((path) => ({ path }))
}

async function findArticles({ limit, offset }: Range): Promise<SitemapEntry[]> {
  const { slug, publishedAt, updatedAt } = articles
  const rows = await database()
    .select({ slug, publishedAt, updatedAt, section: { slug: sections.slug } })
    .from(articles)
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .where(isPublic(new Date()))
    // By age, so that a new article changes only the last sitemap.
    .orderBy(asc(articles.id))
    .limit(limit)
    .offset(offset)
  return rows.map((row) => ({
    path: paths.article(row),
    changedAt: row.updatedAt ?? (row.publishedAt as Date),
  }))
}

const hasPublicTag = () =>
  exists(
    database()
      .select({ one: sql`1` })
      .from(articleTags)
      .innerJoin(articles, eq(articles.id, articleTags.articleId))
      .where(and(eq(articleTags.tagId, tags.id), isPublic(new Date()))),
  )

const hasWritten = () =>
  exists(
    database()
      .select({ one: sql`1` })
      .from(bylines)
      .innerJoin(articles, eq(articles.id, bylines.articleId))
      .where(and(eq(bylines.authorId, authors.id), isPublic(new Date()))),
  )

async function countTags(): Promise<number> {
  return database().$count(tags, hasPublicTag())
}

async function findTags({ limit, offset }: Range): Promise<SitemapEntry[]> {
  const rows = await database()
    .select({ slug: tags.slug })
    .from(tags)
    .where(hasPublicTag())
    .orderBy(asc(tags.id))
    .limit(limit)
    .offset(offset)
  return rows.map(({ slug }) => ({ path: paths.tag(slug) }))
}

async function countAuthors(): Promise<number> {
  return database().$count(authors, hasWritten())
}

async function findAuthors({ limit, offset }: Range): Promise<SitemapEntry[]> {
  const rows = await database()
    .select({ handle: authors.handle })
    .from(authors)
    .where(hasWritten())
    .orderBy(asc(authors.id))
    .limit(limit)
    .offset(offset)
  return rows.map(({ handle }) => ({ path: paths.author(handle) }))
}
