import type { Metadata } from 'next'
import { Button, ButtonLink } from '@/app/_components/newsroom/button'
import { type Column, DataTable } from '@/app/_components/newsroom/data-table'
import { EmptyState } from '@/app/_components/newsroom/empty-state'
import { TextField } from '@/app/_components/newsroom/form-field'
import { Notice } from '@/app/_components/newsroom/notice'
import { PageHead } from '@/app/_components/newsroom/page-head'
import { Pagination } from '@/app/_components/newsroom/pagination'
import { byName } from '@/lib/by-name'
import { formatDate, type Place } from '@/lib/dates'
import { pageNumber } from '@/lib/list-page'
import { paths } from '@/lib/paths'
import { requireRight } from '@/lib/people/require-right'
import { forgetMissingAction } from '@/lib/reading/missing-actions'
import { type MissingAddress, searchMissing } from '@/lib/reading/missing-queries'
import { mayKeepRedirects } from '@/lib/site/redirect-desk'
import { getSite } from '@/lib/site/site-queries'

export const metadata: Metadata = { title: 'Missing addresses' }

type Props = { searchParams: Promise<{ q?: string; page?: string; done?: string }> }

/** What readers asked for and did not find. */
export default async function MissingAddressesPage({ searchParams }: Props) {
  const viewer = await requireRight(mayKeepRedirects, paths.missingAddresses())
  const { q, page: asked, done } = await searchParams
  const text = typeof q === 'string' ? q : ''
  const [{ cards, page, pages, total }, site] = await Promise.all([
    searchMissing(viewer, text, pageNumber(asked)),
    getSite(),
  ])
  const address = (number: number) => {
    const parameters = new URLSearchParams({ ...(text && { q: text }), ...(number > 1 && { page: String(number) }) })
    return paths.missingAddresses(parameters.size > 0 ? `?${parameters}` : '')
  }
  return (
    <>
      <PageHead
        title="Missing addresses"
        intro="Readers asked for these and found nothing. Of who asked nothing is kept, but the site that linked here. What nobody asks for in ninety days is forgotten."
      />
      {done === 'forgotten' && (
        <Notice tone="success">The address is forgotten until somebody asks for it again.</Notice>
      )}
      <form className="desk-filters" action={paths.missingAddresses()} aria-label="Find missing addresses">
        <TextField name="q" type="search" label="Part of an address" defaultValue={text} maxLength={200} />
        <Button>Find</Button>
        {text && (
          <ButtonLink look="quiet" href={paths.missingAddresses()}>
            Clear
          </ButtonLink>
        )}
      </form>
      {cards.length === 0 ? (
        <EmptyState title={text ? 'No missing address found' : 'Everything that was asked for was there'} />
      ) : (
        <DataTable
          isDense
          caption="Missing addresses"
          columns={columnsFor(site)}
          rows={cards}
          rowKey={(row) => row.path}
        />
      )}
      <Pagination
        page={page}
        pages={pages}
        total={total}
        things={total === 1 ? 'address' : 'addresses'}
        address={address}
      />
    </>
  )
}

/** What is no site by name, in words. */
const SOURCES = byName({ direct: 'No link', own: 'This paper', other: 'Something else' })

function columnsFor(place: Place): Column<MissingAddress>[] {
  return [
    { head: 'Address', isName: true, cell: ({ path }) => <span className="desk-code">{path}</span> },
    { head: 'Asked for', isNumber: true, cell: ({ count }) => count.toLocaleString(place.language) },
    { head: 'Last link on', from: 'medium', cell: ({ source }) => SOURCES[source] ?? source },
    { head: 'Last', from: 'medium', cell: ({ lastAt }) => formatDate(lastAt, place) },
    {
      ...{ head: 'What to do', isHeadHidden: true },
      cell: ({ path }) => (
        <form action={forgetMissingAction} className="desk-actions">
          <input type="hidden" name="path" value={path} />
          <ButtonLink isSmall href={paths.redirectsDesk(`?from=${encodeURIComponent(path)}`)}>
            Make a redirect<span className="unseen"> from {path}</span>
          </ButtonLink>
          <Button isSmall look="quiet">
            Forget<span className="unseen"> {path}</span>
          </Button>
        </form>
      ),
    },
  ]
}
