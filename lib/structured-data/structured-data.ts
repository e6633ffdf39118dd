import type {
  BreadcrumbList,
  Graph,
  ImageObject,
  NewsArticle,
  NewsMediaOrganization,
  Person,
  ProfilePage,
  SearchAction,
  WebSite,
} from 'schema-dts'
import type { Article, Image } from '../articles/article'
import type { Author } from '../authors/author'
import { largeRendition } from '../feeds/article-html'
import { changedAt } from '../feeds/feed'
import { paths } from '../paths'
import type { Site } from '../site/site'

/** What a page says of itself to machines (schema.org). Every address is complete. */

export type Place = { site: Site; siteUrl: string }

/** A link of the trail from the front to a page. */
type Crumb = { name: string; path: string }

/** An article with where it stands. */
export function articleData(article: Article, place: Place): Graph {
  const { section, headline } = article
  return graph(
    newsArticle(article, place),
    breadcrumbs(place, [
      { name: section.name, path: paths.section(section.slug) },
      { name: headline, path: paths.article(article) },
    ]),
  )
}

/** A list and its place below the front. */
export function listData(name: string, path: string, place: Place): Graph {
  return graph(breadcrumbs(place, [{ name, path }]))
}

/** The site as a whole, with how it is searched. */
export function siteData({ site, siteUrl }: Place): Graph {
  // Google names the part of the address that is typed in a property of its own.
  const search: SearchAction & { 'query-input': string } = {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${siteUrl}${paths.search()}?q={search_term_string}` },
    'query-input': 'required name=search_term_string',
  }
  const webSite: WebSite = {
    '@type': 'WebSite',
    name: site.name,
    url: siteUrl + paths.home(),
    description: site.description,
    inLanguage: site.language,
    publisher: publisher({ site, siteUrl }),
    potentialAction: search,
  }
  return graph(webSite)
}

/** An author's page. */
export function authorData(author: Author, place: Place): Graph {
  const { handle, name, title, bio, portrait, beats } = author
  const url = place.siteUrl + paths.author(handle)
  const person: Person = {
    '@type': 'Person',
    name,
    url,
    jobTitle: title || undefined,
    description: bio || undefined,
    image: portrait ? imageObject(portrait, place.siteUrl) : undefined,
    knowsAbout: beats.length > 0 ? beats.map((beat) => beat.name) : undefined,
    worksFor: publisher(place),
  }
  const profile: ProfilePage = { '@type': 'ProfilePage', url, mainEntity: person }
  return graph(profile, breadcrumbs(place, [{ name, path: paths.author(handle) }]))
}

function newsArticle(article: Article, place: Place): NewsArticle {
  const { siteUrl } = place
  const { headline, standfirst, image, publishedAt, bylines, section, tags, words, language, corrections } = article
  const url = siteUrl + paths.article(article)
  return {
    '@type': 'NewsArticle',
    headline,
    description: standfirst || undefined,
    url,
    mainEntityOfPage: url,
    image: image ? imageObject(image, siteUrl) : undefined,
    datePublished: publishedAt.toISOString(),
    dateModified: changedAt(article).toISOString(),
    author: bylines.map(({ name, handle }) => ({ '@type': 'Person', name, url: siteUrl + paths.author(handle) })),
    publisher: publisher(place),
    articleSection: section.name,
    keywords: tags.map(({ spelling }) => spelling),
    // Pictures alone have no words to count.
    wordCount: words || undefined,
    inLanguage: language,
    isAccessibleForFree: true,
    correction:
      corrections.length > 0
        ? corrections.map((correction) => ({
            '@type': 'CorrectionComment',
            text: correction.text,
            datePublished: correction.publishedAt.toISOString(),
          }))
        : undefined,
  }
}

function publisher({ site, siteUrl }: Place): NewsMediaOrganization {
  return {
    '@type': 'NewsMediaOrganization',
    name: site.name,
    url: siteUrl + paths.home(),
    logo: { '@type': 'ImageObject', url: `${siteUrl}/icons/icon-512.png`, width: '512', height: '512' },
  }
}

function imageObject(image: Image, siteUrl: string): ImageObject {
  const { address, width, height } = largeRendition(image, siteUrl)
  return {
    '@type': 'ImageObject',
    url: address,
    width: String(width),
    height: String(height),
    caption: image.caption || undefined,
    creditText: image.credit || undefined,
  }
}

function breadcrumbs({ site, siteUrl }: Place, crumbs: Crumb[]): BreadcrumbList {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [{ name: site.name, path: paths.home() }, ...crumbs].map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: siteUrl + path,
    })),
  }
}

function graph(...things: Graph['@graph'][number][]): Graph {
  return { '@context': 'https://schema.org', '@graph': things }
}
