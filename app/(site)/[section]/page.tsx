import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { ArticleList } from '@/app/_components/lists/article-list'
import { ListHead } from '@/app/_components/lists/list-head'
import { ListLead } from '@/app/_components/lists/list-lead'
import { listMetadata } from '@/app/_components/lists/list-metadata'
import { NothingYet } from '@/app/_components/lists/nothing-yet'
import { Pagination } from '@/app/_components/lists/pagination'
import { TopStories } from '@/app/_components/lists/top-stories'
import { NotFound } from '@/app/_components/site/not-found'
import { PublicPage } from '@/app/_components/site/public-page'
import { StructuredData } from '@/app/_components/site/structured-data'
import { readEnvironment } from '@/lib/env'
import { getSectionPage } from '@/lib/fronts/front-queries'
import { pageNumber } from '@/lib/list-page'
import { paths, readPart } from '@/lib/paths'
import { getSite } from '@/lib/site/site-queries'
import { listData } from '@/lib/structured-data/structured-data'

type Props = { params: Promise<{ section: string }>; searchParams: Promise<{ page?: string }> }

const find = async ({ params, searchParams }: Props) =>
  getSectionPage(readPart((await params).section), pageNumber((await searchParams).page))

export async function generateMetadata(props: Props): Promise<Metadata> {
  const list = await find(props)
  if (!list) return { title: 'Page not found', robots: { index: false } }
  const { name, slug, description } = list.section
  return listMetadata({
    title: name,
    description: description || `Articles in ${name}.`,
    list,
    address: (page) => paths.section(slug, page),
    feeds: paths.section(slug),
  })
}

export default async function SectionPage(props: Props) {
  const list = await find(props)
  if (!list) return <NotFound />
  const { section, cards, page, pages } = list
  if (page > pages) permanentRedirect(paths.section(section.slug))
  const site = await getSite()
  const lead =
    list.lead ?? (page === 1 && list.top.length === 0 ? cards.find((card) => card.image !== null) : undefined)
  return (
    <PublicPage current={section.slug}>
      <StructuredData
        data={listData(section.name, paths.section(section.slug), { site, siteUrl: readEnvironment().siteUrl })}
      />
      <ListHead
        title={section.name}
        description={section.description}
        list={list}
        feeds={paths.section(section.slug)}
      />
      {lead && <ListLead card={lead} sublinks={list.lead?.sublinks} />}
      {list.top.length > 0 && <TopStories cards={list.top} />}
      {list.total === 0 && <NothingYet site={site} />}
      <ArticleList cards={cards.filter((card) => card !== lead)} by="day" site={site} />
      <Pagination page={page} pages={pages} address={(number) => paths.section(section.slug, number)} />
    </PublicPage>
  )
}
