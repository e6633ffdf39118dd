import { FEED_FORMATS } from '../../feeds/feed'
import { paths } from '../../paths'
import type { ChangeKey } from '../../write'

type Located = { slug: string; section: { slug: string } }

/** Everything that an article is by itself: its page, for machines and for people. */
export function ownAddresses(article: Located, siteUrl: string): string[] {
  const page = paths.article(article)
  return [
    ...[page, paths.twin(article), paths.changes(article), paths.changesExport(article), paths.commentsFeed(article)],
    ...[`/api/v1/articles/${encodeURIComponent(article.slug)}`, paths.oEmbed(siteUrl + page, 'json')],
  ]
}

/**
 * The lists, feeds, sitemaps and answers of the API that what was changed leads to.
 *
 * @param keys as `changed(…)` was told them
 * @param day of the article's publication, such as `2026-11-24`; null without one
 */
export function listAddresses(keys: readonly ChangeKey[], day: string | null): string[] {
  return [...new Set(keys.flatMap((key) => listsOf(key, day)))]
}

function listsOf(key: ChangeKey, day: string | null): string[] {
  const [kind, name = ''] = key.split(':', 2)
  if (kind === 'latest') return [...ofTheSite(), ...(day ? archives(day) : [])]
  if (kind === 'articles') return [paths.sitemapIndex(), paths.newsSitemap()]
  if (kind === 'corrections') return [paths.corrections(), paths.correctionsFeed()]
  if (kind === 'section') return listAt(paths.section(name), `section=${encodeURIComponent(name)}`)
  if (kind === 'tag') return listAt(paths.tag(name), `tag=${encodeURIComponent(name)}`)
  return kind === 'author' ? listAt(paths.author(name), `author=${encodeURIComponent(name)}`) : []
}

function ofTheSite(): string[] {
  return [paths.home(), paths.latest(), ...feedsOf(paths.home()), '/api/v1/articles']
}

function listAt(path: string, parameter: string): string[] {
  return [path, ...feedsOf(path), `/api/v1/articles?${parameter}`]
}

function feedsOf(path: string): string[] {
  return FEED_FORMATS.map((format) => paths.feed(format, path))
}

function archives(day: string): string[] {
  return [day, day.slice(0, 7), day.slice(0, 4)].map((period) => paths.archive(period))
}

/** What kind of an address it is, in a word or two. */
export function nameOfAddress(address: string): string {
  const path = address.split('?', 1)[0] as string
  const known = KINDS.find(([form]) => form.test(path))
  return known ? known[1] : 'Page'
}

const KINDS: [RegExp, string][] = [
  [/^\/$/, 'Front'],
  [/^\/api\//, 'API'],
  [/comments\.xml$/, 'Feed of comments'],
  [/(?:feed\.xml|atom\.xml|feed\.json)$/, 'Feed'],
  [/sitemap/, 'Sitemap'],
  [/\/changes(?:\.json)?$/, 'Record of changes'],
  [/\.md$/, 'Markdown'],
  [/^\/oembed$/, 'Card elsewhere'],
  [/^\/(?:search|archive|latest|corrections|tag|author)(?:\/|$)/, 'List'],
  [/^\/[^/]+$/, 'Section'],
  [/^\/[^/]+\/[^/]+$/, 'Article'],
]
