import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Badge } from '@/app/_components/newsroom/badge'
import { ButtonLink } from '@/app/_components/newsroom/button'
import { DataTable } from '@/app/_components/newsroom/data-table'
import { Notice } from '@/app/_components/newsroom/notice'
import { PageHead, Part } from '@/app/_components/newsroom/page-head'
import { byName } from '@/lib/by-name'
import { formatMoment } from '@/lib/dates'
import { getBreakingNews } from '@/lib/fronts/breaking-queries'
import type { FrontSummary } from '@/lib/fronts/front-desk'
import { listFronts } from '@/lib/fronts/front-desk-queries'
import { mayBreakNews, mayCurateAny } from '@/lib/fronts/front-policy'
import { findStoriesFor } from '@/lib/fronts/front-stories-sql'
import { paths } from '@/lib/paths'
import { requireStaff } from '@/lib/people/current-viewer'
import { getSite } from '@/lib/site/site-queries'
import { BreakingForm } from './breaking-form'

export const metadata: Metadata = { title: 'Fronts' }

const DONE = byName({
  breaking: 'The strip is above every page.',
  ended: 'The strip is down.',
})

type Props = { searchParams: Promise<{ done?: string }> }

export default async function FrontsPage({ searchParams }: Props) {
  const viewer = await requireStaff(paths.dashboardFronts())
  if (!mayCurateAny(viewer)) notFound()
  const [fronts, site, { done = '' }] = await Promise.all([listFronts(viewer), getSite(), searchParams])
  const breaking = mayBreakNews(viewer) ? await getBreakingNews() : null
  const stories = mayBreakNews(viewer) ? await findStoriesFor(viewer, '', 40) : []
  return (
    <>
      <PageHead title="Fronts" intro="What stands where on the home page and at the top of each section." />
      {DONE[done] && <Notice tone="success">{DONE[done]}</Notice>}
      <DataTable<FrontSummary>
        caption="Fronts"
        rows={fronts}
        rowKey={({ front }) => front}
        columns={[
          {
            head: 'Front',
            isName: true,
            cell: ({ front, title }) => <a href={paths.dashboardFront(front)}>{title}</a>,
          },
          {
            head: 'State',
            cell: ({ draftedAt }) =>
              draftedAt ? <Badge tone="warning">Draft</Badge> : <Badge tone="success">As readers see it</Badge>,
          },
          { head: 'Cards placed', isNumber: true, from: 'medium', cell: ({ cards }) => cards },
          {
            head: 'Made live',
            from: 'wide',
            cell: ({ launchedAt }) => (launchedAt ? formatMoment(launchedAt, site) : 'Never arranged'),
          },
          {
            head: 'Draft by',
            from: 'medium',
            cell: ({ draftedAt, draftedBy }) => (draftedAt ? `${draftedBy}, ${formatMoment(draftedAt, site)}` : ''),
          },
          {
            head: 'Open',
            isHeadHidden: true,
            from: 'medium',
            cell: ({ front, title }) => (
              <ButtonLink isSmall href={paths.dashboardFront(front)}>
                Arrange<span className="unseen"> {title}</span>
              </ButtonLink>
            ),
          },
        ]}
      />
      {mayBreakNews(viewer) && (
        <Part title="Breaking news" intro="One line above every page of the paper, until it is taken down.">
          <BreakingForm
            stories={stories}
            current={breaking && { text: breaking.text, until: formatMoment(breaking.endsAt, site) }}
          />
        </Part>
      )}
    </>
  )
}
