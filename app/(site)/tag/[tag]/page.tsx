import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { ArticleList } from '@/app/_components/lists/article-list'
import { Pagination } from '@/app/_components/lists/pagination'
import { NotFound } from '@/app/_components/site/not-found'
import { PublicPage } from '@/app/_components/site/public-page'
import { getTagPage } from '@/lib/articles/article-queries'
import { pageNumber, pageTitle } from '@/lib/list-page'
import { paths, readPart } from '@/lib/paths'
import { getSite } from '@/lib/site/site-queries'

type Props = { params: Promise<{ tag: string }>; searchParams: Promise<{ page?: string }> }

const find = async ({ params, searchParams }: Props) =>
  getTagPage(readPart((await params).tag), pageNumber((await searchParams).page))

export async function generateMetadata(props: Props): Promise<Metadata> {
  const list = await find(props)
  if (!list) return { title: 'Page not found', robots: { index: false } }
  return {
    title: pageTitle(`#${list.tag.name}`, list),
    description: list.tag.description || `Articles about ${list.tag.name}.`,
    alternates: { canonical: paths.tag(list.tag.slug, list.page) },
  }
}

export default async function TagPage(props: Props) {
  const list = await find(props)
  if (!list) return <NotFound />
  const { tag, cards, page, pages, total } = list
  if (page > pages) permanentRedirect(paths.tag(tag.slug))
  const site = await getSite()
  return (
    <PublicPage>
      <header className="list-head">
        <h1>#{tag.name}</h1>
        <p>{tag.description || `${total} ${total === 1 ? 'article' : 'articles'}`}</p>
      </header>
      <ArticleList cards={cards} by="day" site={site} />
      <Pagination page={page} pages={pages} address={(number) => paths.tag(tag.slug, number)} />
    </PublicPage>
  )
}
