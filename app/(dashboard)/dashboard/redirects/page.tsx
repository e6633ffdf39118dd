import type { Metadata } from 'next'
import { Button, ButtonLink } from '@/app/_components/newsroom/button'
import { type Column, DataTable } from '@/app/_components/newsroom/data-table'
import { EmptyState } from '@/app/_components/newsroom/empty-state'
import { TextField } from '@/app/_components/newsroom/form-field'
import { Notice } from '@/app/_components/newsroom/notice'
import { PageHead, Part } from '@/app/_components/newsroom/page-head'
import { Pagination } from '@/app/_components/newsroom/pagination'
import { byName } from '@/lib/by-name'
import { formatDate, type Place } from '@/lib/dates'
import { pageNumber } from '@/lib/list-page'
import { paths } from '@/lib/paths'
import { requireRight } from '@/lib/people/require-right'
import { removeRedirectAction } from '@/lib/site/redirect-actions'
import { type DeskRedirect, mayKeepRedirects, searchRedirects } from '@/lib/site/redirect-desk'
import { getSite } from '@/lib/site/site-queries'
import { RedirectForm } from './redirect-form'

export const metadata: Metadata = { title: 'Redirects' }

type Props = { searchParams: Promise<{ q?: string; page?: string; done?: string; from?: string }> }

const DONE = byName({
  set: 'The address leads on from now on.',
  removed: 'The address leads nowhere now.',
})

/** Which old addresses lead where. */
export default async function RedirectsPage({ searchParams }: Props) {
  const viewer = await requireRight(mayKeepRedirects, paths.redirectsDesk())
  const { q, page: asked, done = '', from } = await searchParams
  const text = typeof q === 'string' ? q : ''
  const [{ cards, page, pages, total }, site] = await Promise.all([
    searchRedirects(viewer, text, pageNumber(asked)),
    getSite(),
  ])
  const address = (number: number) => {
    const parameters = new URLSearchParams({ ...(text && { q: text }), ...(number > 1 && { page: String(number) }) })
    return paths.redirectsDesk(parameters.size > 0 ? `?${parameters}` : '')
  }
  return (
    <>
      <PageHead
        title="Redirects"
        intro="Articles, sections and tags that move lead on by themselves. Here are the addresses of before: a former site, a printed link."
      />
      {DONE[done] && <Notice tone="success">{DONE[done]}</Notice>}
      <p>
        <a href={paths.missingAddresses()}>Addresses that readers asked for and did not find</a>
      </p>
      <Part title="A new redirect">
        <RedirectForm from={typeof from === 'string' ? from.slice(0, 300) : ''} />
      </Part>
      <Part title="Addresses that lead on">
        <form className="desk-filters" action={paths.redirectsDesk()} aria-label="Find redirects">
          <TextField name="q" type="search" label="Part of an address" defaultValue={text} maxLength={200} />
          <Button>Find</Button>
          {text && (
            <ButtonLink look="quiet" href={paths.redirectsDesk()}>
              Clear
            </ButtonLink>
          )}
        </form>
        {cards.length === 0 ? (
          <EmptyState title="No redirect found" />
        ) : (
          <DataTable isDense caption="Redirects" columns={columnsFor(site)} rows={cards} rowKey={(row) => row.path} />
        )}
        <Pagination
          page={page}
          pages={pages}
          total={total}
          things={total === 1 ? 'redirect' : 'redirects'}
          address={address}
        />
      </Part>
    </>
  )
}

function columnsFor(place: Place): Column<DeskRedirect>[] {
  return [
    { head: 'From', isName: true, cell: ({ path }) => <span className="desk-code">{path}</span> },
    {
      head: 'To',
      cell: ({ target }) => (
        <a className="desk-code" href={target}>
          {target}
        </a>
      ),
    },
    { head: 'Since', from: 'medium', cell: ({ createdAt }) => formatDate(createdAt, place) },
    {
      ...{ head: 'Remove', isHeadHidden: true },
      cell: ({ path }) => (
        <form action={removeRedirectAction}>
          <input type="hidden" name="path" value={path} />
          <Button isSmall look="quiet">
            Remove<span className="unseen"> {path}</span>
          </Button>
        </form>
      ),
    },
  ]
}
