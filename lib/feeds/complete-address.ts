import type { Article } from '../articles/article'
import { paths } from '../paths'

/** A link of a body as it holds outside the site. */
export function completeAddress(href: string, article: Pick<Article, 'slug' | 'section'>, siteUrl: string): string {
  if (href.startsWith('#')) return siteUrl + paths.article(article) + href
  return href.startsWith('/') ? siteUrl + href : href
}
