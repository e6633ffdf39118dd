import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { Corrections } from '@/app/_components/articles/corrections'
import { ListHead } from '@/app/_components/lists/list-head'
import { listMetadata } from '@/app/_components/lists/list-metadata'
import { Pagination } from '@/app/_components/lists/pagination'
import { PublicPage } from '@/app/_components/site/public-page'
import { getCorrectionsPage } from '@/lib/articles/correction-queries'
import { FEED_TYPES } from '@/lib/feeds/feed'
import { pageNumber } from '@/lib/list-page'
import { paths } from '@/lib/paths'
import { getSite } from '@/lib/site/site-queries'

type Props = { searchParams: Promise<{ page?: string }> }

const find = async ({ searchParams }: Props) => getCorrectionsPage(pageNumber((await searchParams).page))

export async function generateMetadata(props: Props): Promise<Metadata> {
  const list = await find(props)
  const metadata = await listMetadata({
    title: 'Corrections',
    description: 'What was put right in published articles, what was withdrawn, and when.',
    list,
    address: paths.corrections,
  })
  const types = { [FEED_TYPES.rss]: paths.correctionsFeed() }
  return { ...metadata, alternates: { ...metadata.alternates, types } }
}

export default async function CorrectionsPage(props: Props) {
  const list = await find(props)
  const { cards, page, pages } = list
  if (page > pages) permanentRedirect(paths.corrections())
  const site = await getSite()
  return (
    <PublicPage>
      <ListHead
        title="Corrections"
        description="What was put right in published articles, and what was withdrawn, newest first."
        list={list}
        nouns={['notice', 'notices']}
        feeds={paths.corrections()}
      />
      {cards.length === 0 && <p className="nothing-yet">Nothing had to be corrected yet.</p>}
      {cards.map(({ article, ...correction }) => (
        <section key={`${correction.kind}-${correction.id}`} className="record">
          <h2>
            <a href={paths.article(article)} lang={article.language}>
              <bdi>{article.headline}</bdi>
            </a>
          </h2>
          <Corrections corrections={[correction]} article={article} site={site} />
        </section>
      ))}
      <Pagination page={page} pages={pages} address={paths.corrections} />
    </PublicPage>
  )
}
