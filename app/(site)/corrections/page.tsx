import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { Corrections } from '@/app/_components/articles/corrections'
import { Pagination } from '@/app/_components/lists/pagination'
import { PublicPage } from '@/app/_components/site/public-page'
import { getCorrectionsPage } from '@/lib/articles/correction-queries'
import { pageNumber, pageTitle } from '@/lib/list-page'
import { paths } from '@/lib/paths'
import { getSite } from '@/lib/site/site-queries'

type Props = { searchParams: Promise<{ page?: string }> }

const find = async ({ searchParams }: Props) => getCorrectionsPage(pageNumber((await searchParams).page))

export async function generateMetadata(props: Props): Promise<Metadata> {
  const list = await find(props)
  return {
    title: pageTitle('Corrections', list),
    description: 'What was put right in published articles, and when.',
    alternates: { canonical: paths.corrections(list.page) },
  }
}

export default async function CorrectionsPage(props: Props) {
  const { cards, page, pages } = await find(props)
  if (page > pages) permanentRedirect(paths.corrections())
  const site = await getSite()
  return (
    <PublicPage>
      <header className="list-head">
        <h1>Corrections</h1>
        <p>What was put right in published articles, newest first.</p>
      </header>
      {cards.length === 0 && <p className="notice">Nothing had to be corrected yet.</p>}
      {cards.map(({ article, ...correction }) => (
        <section key={`${correction.kind}-${correction.id}`} className="list-group">
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
