import type { Metadata } from 'next'
import { Button, ButtonLink } from '@/app/_components/newsroom/button'
import { type Column, DataTable } from '@/app/_components/newsroom/data-table'
import { EmptyState } from '@/app/_components/newsroom/empty-state'
import { TextField } from '@/app/_components/newsroom/form-field'
import { Notice } from '@/app/_components/newsroom/notice'
import { PageHead } from '@/app/_components/newsroom/page-head'
import { Pagination } from '@/app/_components/newsroom/pagination'
import { byName } from '@/lib/by-name'
import { pageNumber } from '@/lib/list-page'
import { paths } from '@/lib/paths'
import { requireRight } from '@/lib/people/require-right'
import { type DeskTag, searchTags } from '@/lib/tags/tag-desk'
import { mayKeepTags } from '@/lib/tags/tag-policy'

export const metadata: Metadata = { title: 'Tags' }

type Props = { searchParams: Promise<{ q?: string; page?: string; done?: string }> }

const DONE = byName({
  saved: 'The tag is saved.',
  merged: 'The two are one. The old address leads to the new one.',
})

/** Every tag, with how many articles bear it. */
export default async function TagsPage({ searchParams }: Props) {
  const viewer = await requireRight(mayKeepTags, paths.tagsDesk())
  const { q, page: asked, done = '' } = await searchParams
  const text = typeof q === 'string' ? q : ''
  const { cards, page, pages, total } = await searchTags(viewer, text, pageNumber(asked))
  const address = (number: number) => {
    const parameters = new URLSearchParams({ ...(text && { q: text }), ...(number > 1 && { page: String(number) }) })
    return paths.tagsDesk(parameters.size > 0 ? `?${parameters}` : '')
  }
  return (
    <>
      <PageHead title="Tags" intro="They come with articles. Here they are renamed, described and merged." />
      {DONE[done] && <Notice tone="success">{DONE[done]}</Notice>}
      <form className="desk-filters" action={paths.tagsDesk()} aria-label="Find tags">
        <TextField name="q" type="search" label="Name or address" defaultValue={text} maxLength={100} />
        <Button>Find</Button>
        {text && (
          <ButtonLink look="quiet" href={paths.tagsDesk()}>
            Clear
          </ButtonLink>
        )}
      </form>
      {cards.length === 0 ? (
        <EmptyState title="No tag found">An article’s hashtags become tags when it is saved.</EmptyState>
      ) : (
        <DataTable isDense caption="Tags" columns={COLUMNS} rows={cards} rowKey={({ id }) => id} />
      )}
      <Pagination page={page} pages={pages} total={total} things={total === 1 ? 'tag' : 'tags'} address={address} />
    </>
  )
}

const COLUMNS: Column<DeskTag>[] = [
  { head: 'Tag', isName: true, cell: ({ id, name }) => <a href={paths.tagDesk(id)}>#{name}</a> },
  { head: 'Address', from: 'medium', cell: ({ slug }) => <span className="desk-code">/tag/{slug}</span> },
  { head: 'Description', from: 'medium', cell: ({ description }) => description },
  { head: 'Articles', isNumber: true, cell: ({ articles }) => articles },
]
