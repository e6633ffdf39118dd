import type { Article } from '../articles/article'
import { FEED_TYPES, permanentName } from '../feeds/feed'
import { element, type Markup, xmlDocument } from '../markup'
import { paths } from '../paths'
import type { Site } from '../site/site'
import type { PublicComment } from './comment'
import { plainCommentText } from './comment-text'

const NAMESPACES = { 'xmlns:atom': 'http://www.w3.org/2005/Atom', 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }

/** How many comments a feed holds. */
export const COMMENTS_IN_A_FEED = 50

/** The newest comments under an article as RSS 2.0 (rssboard.org/rss-specification). */
export function writeCommentsFeed(article: Article, comments: PublicComment[], site: Site, siteUrl: string): string {
  const channel = element(
    'channel',
    {},
    element('title', {}, `Comments on ${article.headline}`),
    element('link', {}, siteUrl + paths.comments(article)),
    element('description', {}, `What readers of ${site.name} say about “${article.headline}”.`),
    element('language', {}, article.language),
    element('lastBuildDate', {}, (comments[0]?.createdAt ?? article.publishedAt).toUTCString()),
    element('atom:link', { href: siteUrl + paths.commentsFeed(article), rel: 'self', type: FEED_TYPES.rss }),
    ...comments.map((comment) => item(comment, article, siteUrl)),
  )
  return xmlDocument(element('rss', { version: '2.0', ...NAMESPACES }, channel))
}

function item(comment: PublicComment, article: Article, siteUrl: string): Markup {
  const { id, signature, body, inReplyTo, createdAt } = comment
  return element(
    'item',
    {},
    element('title', {}, inReplyTo ? `${signature} to ${inReplyTo}` : signature),
    element('link', {}, siteUrl + paths.comment(article, id)),
    element('guid', { isPermaLink: 'false' }, `${permanentName(article, siteUrl)}:comment:${id}`),
    element('pubDate', {}, createdAt.toUTCString()),
    element('dc:creator', {}, signature),
    element('description', {}, plainCommentText(body)),
  )
}
