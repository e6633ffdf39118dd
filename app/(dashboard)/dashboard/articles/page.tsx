import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ButtonLink } from '@/app/_components/newsroom/button'
import { DataTable } from '@/app/_components/newsroom/data-table'
import { EmptyState } from '@/app/_components/newsroom/empty-state'
import { Notice } from '@/app/_components/newsroom/notice'
import { PageHead } from '@/app/_components/newsroom/page-head'
import { Pagination } from '@/app/_components/newsroom/pagination'
import { mayWrite } from '@/lib/articles/article-policy'
import { bulkAction } from '@/lib/articles/desk/bulk-actions'
import { listFilterFrom, listQuery } from '@/lib/articles/desk/list-input'
import { assignable, listArticles, MOST_COUNTED } from '@/lib/articles/desk/list-queries'
import { presenceOf } from '@/lib/articles/editing/presence'
import { pageNumber } from '@/lib/list-page'
import { paths } from '@/lib/paths'
import { requireStaff } from '@/lib/people/current-viewer'
import { getSections, getSite } from '@/lib/site/site-queries'
import { BulkBar } from './bulk-bar'
import { listColumns } from './list-columns'
import { ListFilters, ViewLinks } from './list-filters'
import '@/app/styles/newsroom-list.css'

export const metadata: Metadata = { title: 'Articles' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** What the newsroom has in hand: every view of it is an address. */
export default async function ArticlesPage({ searchParams }: Props) {
  const viewer = await requireStaff(paths.deskArticles())
  if (!mayWrite(viewer)) notFound()
  const parameters = await searchParams
  const filter = listFilterFrom(parameters)
  const site = await getSite()
  const [{ lines, page, pages, total }, sections, people] = await Promise.all([
    listArticles(viewer, filter, pageNumber(parameters.page), site.zone),
    getSections(),
    assignable(viewer),
  ])
  const present = presenceOf(lines.map(({ id }) => id))
  return (
    <>
      <PageHead
        title="Articles"
        actions={
          <ButtonLink look="primary" href={paths.newArticle()}>
            New article
          </ButtonLink>
        }
      />
      <Outcome done={parameters.done} left={parameters.left} />
      <ViewLinks filter={filter} />
      <ListFilters filter={filter} sections={sections} people={people} />
      {lines.length === 0 ? (
        <EmptyState title="Nothing here">No article that you may open is like this.</EmptyState>
      ) : (
        <form action={bulkAction} className="desk-list">
          <input type="hidden" name="query" value={listQuery(filter, page)} />
          <DataTable
            caption="Articles"
            isDense={filter.isDense}
            rows={lines}
            rowKey={({ id }) => id}
            columns={listColumns(site, present)}
          />
          <BulkBar people={people} zone={site.zone} isBin={filter.view === 'bin'} />
        </form>
      )}
      <Pagination
        page={page}
        pages={pages}
        total={Math.min(total, MOST_COUNTED)}
        things={total > MOST_COUNTED ? 'articles and more' : total === 1 ? 'article' : 'articles'}
        address={(number) => paths.deskArticles(listQuery(filter, number))}
      />
    </>
  )
}

function Outcome({ done, left }: Record<'done' | 'left', string | string[] | undefined>) {
  if (typeof done !== 'string' || !/^\d{1,6}$/.test(done)) return null
  const articles = (count: number) => (count === 1 ? '1 article' : `${count} articles`)
  const isPartly = typeof left === 'string' && /^\d{1,6}$/.test(left)
  return (
    <Notice tone={isPartly ? 'warning' : 'success'}>
      {`Done with ${articles(Number(done))}.${isPartly ? ` Left ${articles(Number(left))}: you may not, or not as they are.` : ''}`}
    </Notice>
  )
}
