import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { SectionFrontCards } from '@/app/_components/fronts/section-front-cards'
import { FollowForm } from '@/app/_components/lists/follow-form'
import { ListHead } from '@/app/_components/lists/list-head'
import { listMetadata } from '@/app/_components/lists/list-metadata'
import { Pagination } from '@/app/_components/lists/pagination'
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
  const { section, page, pages } = list
  if (page > pages) permanentRedirect(paths.section(section.slug))
  const site = await getSite()
  return (
    <PublicPage current={section.slug} kind="topic">
      <StructuredData
        data={listData(section.name, paths.section(section.slug), { site, siteUrl: readEnvironment().siteUrl })}
      />
      <ListHead title={section.name} description={section.description} list={list} feeds={paths.section(section.slug)}>
        <FollowForm topic={{ kind: 'section', slug: section.slug }} name={section.name} />
      </ListHead>
      <SectionFrontCards list={list} site={site} />
      <Pagination page={page} pages={pages} address={(number) => paths.section(section.slug, number)} />
    </PublicPage>
  )
}
