import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { ArchiveDay } from '@/app/_components/lists/archive-day'
import { ArchiveMonth } from '@/app/_components/lists/archive-month'
import { ArchiveYears } from '@/app/_components/lists/archive-years'
import { ListHead } from '@/app/_components/lists/list-head'
import { listMetadata } from '@/app/_components/lists/list-metadata'
import { NotFound } from '@/app/_components/site/not-found'
import { PublicPage } from '@/app/_components/site/public-page'
import { readPeriod } from '@/lib/articles/archive-period'
import { getDayPage, getDays, getMonths, getNeighbours } from '@/lib/articles/archive-queries'
import { formatDay, formatMonth } from '@/lib/dates'
import { pageNumber } from '@/lib/list-page'
import { paths } from '@/lib/paths'
import { getSite } from '@/lib/site/site-queries'

type Props = { params: Promise<{ date?: string[] }>; searchParams: Promise<{ page?: string }> }

/** What the archive holds at an address; null when there is no such date, or nothing of it that anyone may read. */
async function find({ params, searchParams }: Props) {
  const site = await getSite()
  const name = ((await params).date ?? []).join('-')
  if (name === '') return { is: 'all' as const, title: 'Archive', name, site, months: await getMonths(site.zone) }
  const period = readPeriod(name, site.zone)
  if (!period) return null
  const neighbours = await getNeighbours(period, site.zone)
  const found = { name, site, neighbours }
  if (period.unit === 'year') {
    const months = await getMonths(site.zone, period)
    return months.length > 0 ? { ...found, is: 'year' as const, title: `Archive of ${name}`, months } : null
  }
  if (period.unit === 'month') {
    const days = await getDays(site.zone, period)
    return days.length > 0 ? { ...found, is: 'month' as const, title: formatMonth(period.start, site), days } : null
  }
  const list = await getDayPage(period, pageNumber((await searchParams).page))
  return list.total > 0 ? { ...found, is: 'day' as const, title: formatDay(period.start, site), list } : null
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await find(props)
  if (!found) return { title: 'Page not found', robots: { index: false } }
  const { title, name } = found
  const list = found.is === 'day' ? found.list : { page: 1, pages: 1 }
  const description = `What was published: ${title}.`
  return listMetadata({ title, description, list, address: (page) => paths.archive(name, page) })
}

export default async function ArchivePage(props: Props) {
  const found = await find(props)
  if (!found) return <NotFound />
  const { title, name, site } = found
  if (found.is === 'day' && found.list.page > found.list.pages) permanentRedirect(paths.archive(name))
  return (
    <PublicPage>
      <ListHead title={title} list={found.is === 'day' ? found.list : undefined} />
      {found.is === 'day' && <ArchiveDay {...found} />}
      {found.is === 'month' && <ArchiveMonth {...found} />}
      {found.is === 'year' && <ArchiveYears {...found} />}
      {found.is === 'all' && <ArchiveYears months={found.months} site={site} />}
    </PublicPage>
  )
}
