import type { Metadata } from 'next'
import { feedLinks } from '@/app/_components/lists/list-metadata'
import type { Article } from '@/lib/articles/article'
import { faceOfArticle, versionOf } from '@/lib/cards/card-face'
import { CARD_SIZE } from '@/lib/cards/card-layout'
import { changedAt } from '@/lib/feeds/feed'
import { paths } from '@/lib/paths'
import type { Site } from '@/lib/site/site'

/** What the head of an article's page says of it, to search engines and to whoever shares it. */
export function articleMetadata(article: Article, site: Site, siteUrl: string): Metadata {
  const { headline, standfirst, bylines, section, tags, publishedAt } = article
  return {
    title: article.seoTitle || headline,
    description: article.seoDescription || standfirst || undefined,
    authors: bylines.map(({ name, handle }) => ({ name, url: paths.author(handle) })),
    alternates: {
      canonical: paths.article(article),
      types: {
        ...feedLinks(paths.section(section.slug)),
        'text/markdown': paths.twin(article),
        'application/json+oembed': paths.oEmbed(siteUrl + paths.article(article), 'json'),
        'text/xml+oembed': paths.oEmbed(siteUrl + paths.article(article), 'xml'),
      },
    },
    openGraph: {
      type: 'article',
      title: article.socialHeadline || headline,
      description: article.seoDescription || standfirst || undefined,
      url: paths.article(article),
      siteName: site.name,
      publishedTime: publishedAt.toISOString(),
      modifiedTime: changedAt(article).toISOString(),
      section: section.name,
      tags: tags.map(({ spelling }) => spelling),
      images: sharedImage(article, site, siteUrl),
      locale: openGraphLocale(article.language),
    },
    twitter: { card: 'summary_large_image' },
  }
}

/** The picture beside a shared link: a card that says what the article is. */
function sharedImage(article: Article, site: Site, siteUrl: string) {
  const url = siteUrl + paths.card(versionOf(faceOfArticle(article, site)), article)
  return { url, ...CARD_SIZE, type: 'image/jpeg', alt: article.headline }
}

/** A language as Open Graph writes it, which knows only those with a country (ogp.me, “og:locale”). */
function openGraphLocale(language: string): string | undefined {
  const [, name, country] = /^([a-z]{2,3})(?:-[a-z]{4})?-([a-z]{2})$/i.exec(language) ?? []
  return name && country ? `${name.toLowerCase()}_${country.toUpperCase()}` : undefined
}
