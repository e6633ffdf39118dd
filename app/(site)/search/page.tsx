import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { Pagination } from '@/app/_components/lists/pagination'
import { SearchForm } from '@/app/_components/search/search-form'
import { NothingFound, SearchNotes } from '@/app/_components/search/search-notes'
import { SearchResults } from '@/app/_components/search/search-results'
import { PublicPage } from '@/app/_components/site/public-page'
import { pageTitle } from '@/lib/list-page'
import { paths } from '@/lib/paths'
import { readSearch, type SearchParameters, searchQuery } from '@/lib/search/search-input'
import { getSearchAuthors, searchArticles } from '@/lib/search/search-queries'
import { getSections, getSite } from '@/lib/site/site-queries'

type Props = { searchParams: Promise<SearchParameters> }

/** The head and the body of a page ask the same; it is looked for once. */
const find = cache((query: string) => searchArticles(readSearch(Object.fromEntries(new URLSearchParams(query)))))

async function read({ searchParams }: Props) {
  const search = readSearch(await searchParams)
  return { search, found: await find(searchQuery(search)) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { search, found } = await read(props)
  return {
    title: search.query ? pageTitle(`${search.query}: search`, found) : 'Search',
    description: 'Search everything we published.',
    // The way to search may be found; what anybody may ask for has no end.
    robots: searchQuery(search) ? { index: false, follow: true } : undefined,
    alternates: searchQuery(search) ? undefined : { canonical: paths.search() },
  }
}

export default async function SearchPage(props: Props) {
  const { search, found } = await read(props)
  const address = (page: number) => paths.search(searchQuery({ ...search, page }))
  if (found.page > found.pages) redirect(address(1))
  const isAsked = search.query !== ''
  const [site, sections, authors] = await Promise.all([getSite(), getSections(), getSearchAuthors(search.author)])
  return (
    <PublicPage>
      <SearchForm search={search} sections={sections} authors={authors} />
      {isAsked && <SearchNotes search={search} found={found} />}
      <SearchResults results={found.results} site={site} />
      {isAsked && found.total === 0 && <NothingFound search={search} found={found} sections={sections} />}
      <Pagination page={found.page} pages={found.pages} address={address} />
    </PublicPage>
  )
}
