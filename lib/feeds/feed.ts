import type { Article } from '../articles/article'
import type { Site } from '../site/site'

export const FEED_FORMATS = ['rss', 'atom', 'json'] as const
export type FeedFormat = (typeof FEED_FORMATS)[number]

export const FEED_TYPES: Record<FeedFormat, string> = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
}

/** What a feed is of: the whole site, or one of its lists. */
export type FeedOf = { is: 'site' } | { is: 'section' | 'tag' | 'author'; name: string }

/** A list of articles as feed readers get it. */
export type Feed = {
  site: Site
  /** The public origin, which every address in it begins with. */
  siteUrl: string
  /** Who tells of changes to it (WebSub), if anybody does. */
  hub: string | null
  title: string
  description: string
  /** The path of the page that shows the same list. */
  path: string
  articles: Article[]
}

/** When anything in a feed last changed. A feed of nothing never did. */
export function feedUpdatedAt({ articles }: Feed): Date {
  return new Date(Math.max(0, ...articles.map((article) => changedAt(article).getTime())))
}

/** When readers were last given something new about an article: its publication, an update or a correction. */
export function changedAt({ publishedAt, updatedAt, corrections }: Article): Date {
  const moments = [publishedAt, updatedAt ?? publishedAt, ...corrections.map((correction) => correction.publishedAt)]
  return new Date(Math.max(...moments.map((moment) => moment.getTime())))
}

/** A name for an article that stays when its address changes (RFC 4151). */
export function permanentName(article: Pick<Article, 'id'>, siteUrl: string): string {
  return `tag:${new URL(siteUrl).hostname},2026:article:${article.id}`
}
