import type { Metadata } from 'next'
import { type ListPage, pageTitle } from '@/lib/list-page'

type Place = {
  title: string
  description: string
  list: Pick<ListPage<unknown>, 'page' | 'pages'>
  /** The address of each page of the list. */
  address: (page: number) => string
}

/** What the head of a list's page says: each page is its own canonical one, and names those beside it. */
export function listMetadata({ title, description, list, address }: Place): Metadata {
  const { page, pages } = list
  return {
    title: pageTitle(title, list),
    description,
    alternates: { canonical: address(page) },
    pagination: {
      previous: page > 1 ? address(page - 1) : undefined,
      next: page < pages ? address(page + 1) : undefined,
    },
  }
}
