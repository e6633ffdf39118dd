import type { Article } from '../articles/article'
import { readableText } from '../markup'
import { paths } from '../paths'
import { articleHtml, largeRendition } from './article-html'
import { changedAt, type Feed, permanentName } from './feed'
import { writtenOnce } from './written-once'

/** A feed as JSON Feed 1.1 (jsonfeed.org/version/1.1). */
export function writeJsonFeed({ title, description, site, siteUrl, hub, path, articles }: Feed): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: siteUrl + path,
    feed_url: siteUrl + paths.feed('json', path),
    description: description || undefined,
    favicon: `${siteUrl}/icons/favicon.svg`,
    language: site.language,
    hubs: hub === null ? undefined : [{ type: 'WebSub', url: hub }],
    authors: [{ name: site.name, url: siteUrl + paths.home() }],
  }
  return JSON.stringify({ ...readable(feed), items: articles.map((article) => item(article, siteUrl)) })
}

const item = writtenOnce((article: Article, siteUrl: string) => {
  const { headline, standfirst, publishedAt, bylines, section, tags, language, image } = article
  return readable({
    id: permanentName(article, siteUrl),
    url: siteUrl + paths.article(article),
    title: headline,
    content_html: articleHtml(article, siteUrl),
    summary: standfirst || undefined,
    image: image ? largeRendition(image, siteUrl).address : undefined,
    date_published: publishedAt.toISOString(),
    date_modified: changedAt(article).toISOString(),
    authors:
      bylines.length > 0
        ? bylines.map(({ name, handle }) => ({ name, url: siteUrl + paths.author(handle) }))
        : undefined,
    tags: [section.name, ...tags.map(({ spelling }) => spelling)],
    language,
  })
})

/** The same without what no feed reader can read. */
function readable<Value extends object>(value: Value): Value {
  return JSON.parse(JSON.stringify(value, (_, part) => (typeof part === 'string' ? readableText(part) : part)))
}
