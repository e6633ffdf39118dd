import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageHead } from '@/app/_components/newsroom/page-head'
import { numbersFilterFrom, numbersQuery, takeaway } from '@/lib/numbers/numbers'
import { findMeasured, readNumbers } from '@/lib/numbers/numbers-sql'
import { paths } from '@/lib/paths'
import { requireStaff } from '@/lib/people/current-viewer'
import { getSite } from '@/lib/site/site-queries'
import { NumbersView, Periods } from '../numbers-view'
import '@/app/styles/newsroom-numbers.css'

export const metadata: Metadata = { title: 'An article in numbers' }

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** How much one article is read. */
export default async function ArticleNumbersPage({ params, searchParams }: Props) {
  const { id } = await params
  const viewer = await requireStaff(paths.numbers('', Number(id) || null))
  const article = /^[1-9]\d{0,14}$/.test(id) ? findMeasured(viewer, Number(id)) : null
  if (!article) notFound()
  const filter = numbersFilterFrom(await searchParams, article.id)
  const site = await getSite()
  const numbers = readNumbers(viewer, filter, site.zone)
  const back = { label: 'Readers in numbers', address: paths.numbers(numbersQuery(filter)) }
  return (
    <>
      <PageHead
        title={article.headline}
        back={back}
        intro={`${article.section.name}. ${takeaway(numbers, filter.days)}`}
      />
      <Periods filter={filter} />
      <NumbersView numbers={numbers} filter={filter} place={site} />
    </>
  )
}
