import type { Metadata } from 'next'
import { type ListPage, pageTitle } from '@/lib/list-page'
import { paths } from '@/lib/paths'

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

/** What the head of a list's page says: each page is its own canonical one, and names those beside it. */
export function listMetadata({ title, description, list, address, feeds }: Place): Metadata {
  const { page, pages } = list
  return {
    title: pageTitle(title, list),
    description,
    alternates: { canonical: address(page), types: feeds ? feedLinks(feeds) : undefined },
    pagination: {
      previous: page > 1 ? address(page - 1) : undefined,
      next: page < pages ? address(page + 1) : undefined,
    },
  }
}
