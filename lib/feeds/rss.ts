import type { Article } from '../articles/article'
import { element, type Markup, xmlDocument } from '../markup'
import { paths } from '../paths'
import { articleHtml, largeRendition } from './article-html'
import { changedAt, FEED_TYPES, type Feed, feedUpdatedAt, permanentName } from './feed'
import { writtenOnce } from './written-once'

const NAMESPACES = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
}

/** A feed as RSS 2.0 (rssboard.org/rss-specification), with its full texts, creators and pictures in the usual modules. */
export function writeRss(feed: Feed): string {
  const { title, description, site, siteUrl, hub, path, articles } = feed
  const self = siteUrl + paths.feed('rss', path)
  const channel = element(
    'channel',
    {},
    element('title', {}, title),
    element('link', {}, siteUrl + path),
    element('description', {}, description || title),
    element('language', {}, site.language),
    element('lastBuildDate', {}, feedUpdatedAt(feed).toUTCString()),
    element('atom:link', { href: self, rel: 'self', type: FEED_TYPES.rss }),
    hub !== null && element('atom:link', { href: hub, rel: 'hub' }),
    ...articles.map((article) => item(article, siteUrl)),
  )
  return xmlDocument(element('rss', { version: '2.0', ...NAMESPACES }, channel))
}

const item = writtenOnce((article: Article, siteUrl: string): Markup => {
  const { headline, standfirst, publishedAt, bylines, section, tags, language, image } = article
  return element(
    'item',
    {},
    element('title', {}, headline),
    element('link', {}, siteUrl + paths.article(article)),
    element('guid', { isPermaLink: 'false' }, permanentName(article, siteUrl)),
    element('pubDate', {}, publishedAt.toUTCString()),
    element('atom:updated', {}, changedAt(article).toISOString()),
    ...bylines.map(({ name }) => element('dc:creator', {}, name)),
    element('dc:language', {}, language),
    element('category', {}, section.name),
    ...tags.map(({ spelling }) => element('category', {}, spelling)),
    standfirst !== '' && element('description', {}, standfirst),
    element('content:encoded', {}, articleHtml(article, siteUrl)),
    image && mediaContent(image, siteUrl),
  )
})

/** The lead image (Media RSS 1.5.1). */
function mediaContent(image: NonNullable<Article['image']>, siteUrl: string): Markup {
  const { address, width, height } = largeRendition(image, siteUrl)
  return element(
    'media:content',
    { url: address, type: 'image/jpeg', medium: 'image', width, height },
    image.alt !== '' && element('media:description', { type: 'plain' }, image.alt),
    image.credit !== '' && element('media:credit', {}, image.credit),
  )
}
