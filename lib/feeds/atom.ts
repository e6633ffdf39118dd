import type { Article } from '../articles/article'
import { element, type Markup, xmlDocument } from '../markup'
import { paths } from '../paths'
import { articleHtml } from './article-html'
import { changedAt, FEED_TYPES, type Feed, feedUpdatedAt, permanentName } from './feed'
import { writtenOnce } from './written-once'

/** A feed as Atom (RFC 4287). */
export function writeAtom(feed: Feed): string {
  const { title, description, site, siteUrl, hub, path, articles } = feed
  const self = siteUrl + paths.feed('atom', path)
  const root = element(
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': site.language },
    element('id', {}, self),
    element('title', {}, title),
    description !== '' && element('subtitle', {}, description),
    element('updated', {}, feedUpdatedAt(feed).toISOString()),
    element('link', { rel: 'self', type: FEED_TYPES.atom, href: self }),
    hub !== null && element('link', { rel: 'hub', href: hub }),
    element('link', { rel: 'alternate', type: 'text/html', href: siteUrl + path }),
    // Who an article without a byline is by (RFC 4287 §4.2.1).
    element('author', {}, element('name', {}, site.name), element('uri', {}, siteUrl + paths.home())),
    element('icon', {}, `${siteUrl}/icons/favicon.svg`),
    ...articles.map((article) => entry(article, siteUrl)),
  )
  return xmlDocument(root)
}

const entry = writtenOnce((article: Article, siteUrl: string): Markup => {
  const { headline, standfirst, publishedAt, bylines, section, tags, language } = article
  return element(
    'entry',
    { 'xml:lang': language },
    element('id', {}, permanentName(article, siteUrl)),
    element('title', {}, headline),
    element('link', {
      rel: 'alternate',
      type: 'text/html',
      hreflang: language,
      href: siteUrl + paths.article(article),
    }),
    element('published', {}, publishedAt.toISOString()),
    element('updated', {}, changedAt(article).toISOString()),
    ...bylines.map(({ name, handle }) =>
      element('author', {}, element('name', {}, name), element('uri', {}, siteUrl + paths.author(handle))),
    ),
    element('category', { term: section.slug, label: section.name, scheme: `${siteUrl}/` }),
    ...tags.map(({ slug, spelling }) =>
      element('category', { term: slug, label: spelling, scheme: `${siteUrl}/tag/` }),
    ),
    standfirst !== '' && element('summary', {}, standfirst),
    element('content', { type: 'html' }, articleHtml(article, siteUrl)),
  )
})
