import type { ArticleCard } from '../articles/article'
import { element, xmlDocument } from '../markup'
import { paths } from '../paths'
import type { Site } from '../site/site'

/** Addresses that one sitemap may hold (sitemaps.org/protocol.html). */
export const SITEMAP_LIMIT = 50_000

/** A news sitemap holds the last two days, and no more than this (developers.google.com/search, “News sitemaps”). */
export const NEWS_HOURS = 48
export const NEWS_LIMIT = 1000

export type SitemapEntry = { path: string; changedAt?: Date }

const XMLNS = 'http://www.sitemaps.org/schemas/sitemap/0.9'

/** The index of the sitemaps at these paths. */
export function writeSitemapIndex(parts: string[], siteUrl: string): string {
  const sitemaps = parts.map((path) => element('sitemap', {}, element('loc', {}, siteUrl + path)))
  return xmlDocument(element('sitemapindex', { xmlns: XMLNS }, ...sitemaps))
}

/** One sitemap. */
export function writeSitemap(entries: SitemapEntry[], siteUrl: string): string {
  const urls = entries.map(({ path, changedAt }) =>
    element(
      'url',
      {},
      element('loc', {}, siteUrl + path),
      changedAt ? element('lastmod', {}, changedAt.toISOString()) : null,
    ),
  )
  return xmlDocument(element('urlset', { xmlns: XMLNS }, ...urls))
}

/** The newest articles for search engines of news. */
export function writeNewsSitemap(cards: ArticleCard[], site: Site, siteUrl: string): string {
  const urls = cards.map((card) =>
    element(
      'url',
      {},
      element('loc', {}, siteUrl + paths.article(card)),
      element(
        'news:news',
        {},
        element(
          'news:publication',
          {},
          element('news:name', {}, site.name),
          element('news:language', {}, newsLanguage(card.language)),
        ),
        element('news:publication_date', {}, card.publishedAt.toISOString()),
        element('news:title', {}, card.headline),
      ),
    ),
  )
  const namespaces = { xmlns: XMLNS, 'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9' }
  return xmlDocument(element('urlset', namespaces, ...urls))
}

/** Two or three letters; Chinese with its script, as the format wants it. What names no language is passed on as it is. */
function newsLanguage(language: string): string {
  try {
    const { language: name, script } = new Intl.Locale(language).maximize()
    if (name !== 'zh') return name
    return script === 'Hant' ? 'zh-tw' : 'zh-cn'
  } catch {
    return language
  }
}
