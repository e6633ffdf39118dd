import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { ArticleList } from '@/app/_components/lists/article-list'
import { ListHead } from '@/app/_components/lists/list-head'
import { listMetadata } from '@/app/_components/lists/list-metadata'
import { Pagination } from '@/app/_components/lists/pagination'
import { PublicPage } from '@/app/_components/site/public-page'
import { getLatestPage } from '@/lib/articles/article-queries'
import { pageNumber } from '@/lib/list-page'
import { paths } from '@/lib/paths'
import { getSite } from '@/lib/site/site-queries'

type Props = { searchParams: Promise<{ page?: string }> }

const find = async ({ searchParams }: Props) => getLatestPage(pageNumber((await searchParams).page))

export async function generateMetadata(props: Props): Promise<Metadata> {
  const list = await find(props)
  return listMetadata({
    title: 'Latest',
    description: 'Every article, newest first.',
    list,
    address: paths.latest,
    feeds: paths.home(),
  })
}

export default async function LatestPage(props: Props) {
  const list = await find(props)
  const { cards, page, pages } = list
  if (page > pages) permanentRedirect(paths.latest())
  const site = await getSite()
  return (
    <PublicPage>
      <ListHead title="Latest" description="Everything we published, newest first." list={list} feeds={paths.home()} />
      {cards.length === 0 && <p className="nothing-yet">Nothing here yet.</p>}
      <ArticleList cards={cards} by="day" site={site} />
      <Pagination page={page} pages={pages} address={paths.latest} />
    </PublicPage>
  )
}
