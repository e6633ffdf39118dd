import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { ArticleList } from '@/app/_components/lists/article-list'
import { FollowForm } from '@/app/_components/lists/follow-form'
import { ListHead } from '@/app/_components/lists/list-head'
import { listMetadata } from '@/app/_components/lists/list-metadata'
import { Pagination } from '@/app/_components/lists/pagination'
import { NotFound } from '@/app/_components/site/not-found'
import { PublicPage } from '@/app/_components/site/public-page'
import { getTagPage } from '@/lib/articles/article-queries'
import { pageNumber } from '@/lib/list-page'
import { paths, readPart } from '@/lib/paths'
import { getSite } from '@/lib/site/site-queries'

type Props = { params: Promise<{ tag: string }>; searchParams: Promise<{ page?: string }> }

const find = async ({ params, searchParams }: Props) =>
  getTagPage(readPart((await params).tag), pageNumber((await searchParams).page))

export async function generateMetadata(props: Props): Promise<Metadata> {
  const list = await find(props)
  if (!list) return { title: 'Page not found', robots: { index: false } }
  const { name, slug, description } = list.tag
  return listMetadata({
    title: `#${name}`,
    description: description || `Articles about ${name}.`,
    list,
    address: (page) => paths.tag(slug, page),
    feeds: paths.tag(slug),
  })
}

export default async function TagPage(props: Props) {
  const list = await find(props)
  if (!list) return <NotFound />
  const { tag, cards, page, pages } = list
  if (page > pages) permanentRedirect(paths.tag(tag.slug))
  const site = await getSite()
  return (
    <PublicPage kind="topic">
      <ListHead title={`#${tag.name}`} description={tag.description} list={list} feeds={paths.tag(tag.slug)}>
        <FollowForm topic={{ kind: 'tag', slug: tag.slug }} name={`#${tag.name}`} />
      </ListHead>
      <ArticleList cards={cards} by="day" site={site} />
      <Pagination page={page} pages={pages} address={(number) => paths.tag(tag.slug, number)} />
    </PublicPage>
  )
}
