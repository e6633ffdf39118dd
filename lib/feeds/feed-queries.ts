import { and, eq, inArray, type SQL } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles, articleTags, bylines, sections, tags } from '@/db/schema/articles'
import { authors } from '@/db/schema/people'
import { findIds } from '../articles/article-cards'
import { isPublic } from '../articles/article-policy'
import { wholeArticles } from '../articles/whole-articles'
import { readEnvironment } from '../env'
import { paths } from '../paths'
import { reads } from '../serving/render-scope'
import { getSite } from '../site/site-queries'
import type { Feed, FeedOf } from './feed'

/** How many articles a feed holds: enough for a reader who looks once a day. */
const LONGEST_FEED = 30

type Source = { name: string; description: string; path: string; condition: SQL | null }

/** A feed of the newest public articles of a list; null when there is no such list, or it is a tag of nothing public. */
export async function getFeed(of: FeedOf): Promise<Feed | null> {
  const [site, source] = [await getSite(), await findSource(of)]
  if (!source) return null
  const visible = isPublic(new Date())
  const condition = source.condition ? (and(visible, source.condition) as SQL) : visible
  const ids = await findIds(condition, { limit: LONGEST_FEED })
  if (of.is === 'tag' && ids.length === 0) return null
  const { siteUrl, websubHub } = readEnvironment()
  const { name, description, path } = source
  return {
    site,
    siteUrl,
    hub: websubHub,
    title: name ? `${name} | ${site.name}` : site.name,
    description: name ? description : site.description,
    path,
    articles: await wholeArticles(ids),
  }
}

async function findSource(of: FeedOf): Promise<Source | null> {
  switch (of.is) {
    case 'site':
      reads('latest')
      return { name: '', description: '', path: paths.home(), condition: null }
    case 'section':
      return findSection(of.name)
    case 'tag':
      return findTag(of.name)
    case 'author':
      return findAuthor(of.name)
  }
}

async function findSection(slug: string): Promise<Source | null> {
  reads(`section:${slug}`)
  const [row] = await database().select().from(sections).where(eq(sections.slug, slug))
  if (!row) return null
  return { ...row, path: paths.section(slug), condition: eq(articles.sectionId, row.id) }
}

async function findTag(slug: string): Promise<Source | null> {
  reads(`tag:${slug}`)
  const [row] = await database().select().from(tags).where(eq(tags.slug, slug))
  if (!row) return null
  const tagged = database().select({ id: articleTags.articleId }).from(articleTags).where(eq(articleTags.tagId, row.id))
  const { name, description } = row
  return { name: `#${name}`, description, path: paths.tag(slug), condition: inArray(articles.id, tagged) }
}

async function findAuthor(handle: string): Promise<Source | null> {
  reads(`author:${handle}`)
  const [row] = await database().select().from(authors).where(eq(authors.handle, handle))
  if (!row) return null
  const written = database().select({ id: bylines.articleId }).from(bylines).where(eq(bylines.authorId, row.id))
  const { name, bio } = row
  return { name, description: bio, path: paths.author(handle), condition: inArray(articles.id, written) }
}
