import type { Metadata } from 'next'
import { faceOfSite, versionOf } from '@/lib/cards/card-face'
import { CARD_SIZE } from '@/lib/cards/card-layout'
import { readEnvironment } from '@/lib/env'
import { type ListPage, pageTitle } from '@/lib/list-page'
import { paths } from '@/lib/paths'
import type { Site } from '@/lib/site/site'
import { getSite } from '@/lib/site/site-queries'

type Place = {
  title: string
  description: string
  list: Pick<ListPage<unknown>, 'page' | 'pages'>
  /** The address of each page of the list. */
  address: (page: number) => string
  /** The path whose feeds bring the list; none when it has no feeds. */
  feeds?: string
}

/** The feeds of the list at a path, as the head of its pages names them. */
export function feedLinks(list = '/') {
  return {
    'application/rss+xml': paths.feed('rss', list),
    'application/atom+xml': paths.feed('atom', list),
    'application/feed+json': paths.feed('json', list),
  }
}

/** What a shared link to a page of the paper looks like, where the page has no picture of its own. */
export function siteOpenGraph(site: Site, siteUrl: string) {
  const image = { url: siteUrl + paths.card(versionOf(faceOfSite(site))), ...CARD_SIZE, type: 'image/jpeg' }
  return { type: 'website' as const, siteName: site.name, images: { ...image, alt: site.name } }
}

/** What the head of a list's page says: each page is its own canonical one, and names those beside it. */
export async function listMetadata({ title, description, list, address, feeds }: Place): Promise<Metadata> {
  const { page, pages } = list
  const openGraph = siteOpenGraph(await getSite(), readEnvironment().siteUrl)
  return {
    title: pageTitle(title, list),
    description,
    alternates: { canonical: address(page), types: feeds ? feedLinks(feeds) : undefined },
    openGraph: { ...openGraph, title, description, url: address(page) },
    pagination: {
      previous: page > 1 ? address(page - 1) : undefined,
      next: page < pages ? address(page + 1) : undefined,
    },
  }
}
