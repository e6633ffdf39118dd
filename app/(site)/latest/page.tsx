import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { ArticleList } from '@/app/_components/lists/article-list'
import { Pagination } from '@/app/_components/lists/pagination'
import { PublicPage } from '@/app/_components/site/public-page'
import { getLatestPage } from '@/lib/articles/article-queries'
import { pageNumber, pageTitle } from '@/lib/list-page'
import { paths } from '@/lib/paths'
import { getSite } from '@/lib/site/site-queries'

type Props = { searchParams: Promise<{ page?: string }> }

const find = async ({ searchParams }: Props) => getLatestPage(pageNumber((await searchParams).page))

export async function generateMetadata(props: Props): Promise<Metadata> {
  const list = await find(props)
  return {
    title: pageTitle('Latest', list),
    description: 'Every article, newest first.',
    alternates: { canonical: paths.latest(list.page) },
  }
}

export default async function LatestPage(props: Props) {
  const { cards, page, pages } = await find(props)
  if (page > pages) permanentRedirect(paths.latest())
  const site = await getSite()
  return (
    <PublicPage>
      <header className="list-head">
        <h1>Latest</h1>
      </header>
      {cards.length === 0 && <p className="notice">Nothing here yet.</p>}
      <ArticleList cards={cards} by="day" site={site} />
      <Pagination page={page} pages={pages} address={paths.latest} />
    </PublicPage>
  )
}
