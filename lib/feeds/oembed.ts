import type { Article } from '../articles/article'
import { element, readableText, xmlDocument } from '../markup'
import { renditionAddress, widthsOf } from '../media/rendition-address'
import { paths } from '../paths'
import type { Site } from '../site/site'

export const OEMBED_TYPES = { json: 'application/json', xml: 'text/xml' } as const
export type OEmbedFormat = keyof typeof OEMBED_TYPES

/** The room that a thumbnail may take, in pixels. */
export type Room = { width: number; height: number }

/** What another site needs to show a link to an article as a card (oembed.com §2.3.4.4, “link”). */
export function oEmbedOf(article: Article, site: Site, siteUrl: string, room: Room): Record<string, string | number> {
  const [author] = article.bylines
  return {
    version: '1.0',
    type: 'link',
    title: readableText(article.headline),
    ...(author && { author_name: readableText(author.name), author_url: siteUrl + paths.author(author.handle) }),
    provider_name: readableText(site.name),
    provider_url: siteUrl + paths.home(),
    ...thumbnailOf(article, siteUrl, room),
  }
}

/** @param response what `oEmbedOf` gives */
export function writeOEmbed(response: Record<string, string | number>, format: OEmbedFormat): string {
  if (format === 'json') return JSON.stringify(response)
  return xmlDocument(
    element('oembed', {}, ...Object.entries(response).map(([name, value]) => element(name, {}, String(value)))),
  )
}

/** The largest picture that fits the room; none when even the smallest does not. */
function thumbnailOf({ image }: Article, siteUrl: string, room: Room): Record<string, string | number> {
  if (!image) return {}
  const heightOf = (width: number) => Math.max(1, Math.round((image.height * width) / image.width))
  const width = widthsOf(image).findLast((wide) => wide <= room.width && heightOf(wide) <= room.height)
  if (!width) return {}
  const shown = Math.min(width, image.width)
  return {
    thumbnail_url: siteUrl + renditionAddress(image, width, 'jpg'),
    thumbnail_width: shown,
    thumbnail_height: heightOf(shown),
  }
}

/** The room that a consumer left, as it stands in a canonical address; the largest that is made where it says nothing. */
export function roomOf(width: string | null, height: string | null): Room {
  const largest = 1280
  return { width: width === null ? largest : Number(width), height: height === null ? largest : Number(height) }
}
