import type { Metadata } from 'next'
import { feedLinks } from '@/app/_components/lists/list-metadata'
import type { Article } from '@/lib/articles/article'
import { largeRendition } from '@/lib/feeds/article-html'
import { changedAt } from '@/lib/feeds/feed'
import { paths } from '@/lib/paths'
import type { Site } from '@/lib/site/site'

/** What the head of an article's page says of it, to search engines and to whoever shares it. */
export function articleMetadata(article: Article, site: Site, siteUrl: string): Metadata {
  const { headline, standfirst, bylines, section, tags, publishedAt } = article
  return {
    title: headline,
    description: standfirst || undefined,
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
      title: headline,
      description: standfirst || undefined,
      url: paths.article(article),
      siteName: site.name,
      publishedTime: publishedAt.toISOString(),
      modifiedTime: changedAt(article).toISOString(),
      section: section.name,
      tags: tags.map(({ spelling }) => spelling),
      images: sharedImage(article, siteUrl),
    },
    twitter: { card: article.image ? 'summary_large_image' : 'summary' },
  }
}

/** The picture beside a shared link: the lead image, else the paper's own sign. */
function sharedImage({ image }: Article, siteUrl: string) {
  if (!image) return { url: `${siteUrl}/icons/icon-512.png`, width: 512, height: 512, alt: '' }
  const { address, width, height } = largeRendition(image, siteUrl)
  return { url: address, width, height, alt: image.alt }
}
