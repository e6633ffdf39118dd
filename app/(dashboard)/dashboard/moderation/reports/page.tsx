import type { Metadata } from 'next'
import { Badge } from '@/app/_components/newsroom/badge'
import { EmptyState } from '@/app/_components/newsroom/empty-state'
import { PageHead } from '@/app/_components/newsroom/page-head'
import { Pagination } from '@/app/_components/newsroom/pagination'
import { formatMoment, type Place } from '@/lib/dates'
import { pageNumber } from '@/lib/list-page'
import { mayModerateSomewhere } from '@/lib/moderation/moderation-policy'
import { type IllegalReport, listIllegalReports, type ReportKind } from '@/lib/moderation/report-queries'
import { excerptOf } from '@/lib/notifications/notification'
import { paths } from '@/lib/paths'
import { requireRight } from '@/lib/people/require-right'
import { getSite } from '@/lib/site/site-queries'

export const metadata: Metadata = { title: 'Illegal content' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const KINDS: Record<ReportKind, string> = { open: 'Waiting for an answer', decided: 'Answered' }

/** What readers reported as illegal: each report is decided on by itself, and answered. */
export default async function IllegalReportsPage({ searchParams }: Props) {
  const viewer = await requireRight(mayModerateSomewhere, paths.illegalReports())
  const parameters = await searchParams
  const kind: ReportKind = parameters.kind === 'decided' ? 'decided' : 'open'
  const [site, list] = await Promise.all([
    getSite(),
    listIllegalReports(viewer, { kind, page: pageNumber(parameters.page) }),
  ])
  const { cards, page, pages, total } = list
  return (
    <>
      <PageHead
        title="Illegal content"
        intro="Whoever reports something as illegal is owed an answer, in your words."
      />
      <nav className="numbers-spans" aria-label="Reports">
        {Object.entries(KINDS).map(([name, label]) => (
          <a
            key={name}
            href={paths.illegalReports(name === 'open' ? '' : `?kind=${name}`)}
            aria-current={name === kind ? 'page' : undefined}
          >
            {label}
          </a>
        ))}
      </nav>
      {cards.length === 0 ? (
        <EmptyState title={kind === 'open' ? 'All clear. Nothing waiting.' : 'Nothing here yet.'} />
      ) : (
        <ol className="record-comments">
          {cards.map((report) => (
            <ReportLine key={report.id} report={report} place={site} />
          ))}
        </ol>
      )}
      <Pagination
        page={page}
        pages={pages}
        total={total}
        things={total === 1 ? 'report' : 'reports'}
        address={(number) => paths.illegalReports(`?${new URLSearchParams({ kind, page: String(number) })}`)}
      />
    </>
  )
}

function ReportLine({ report, place }: { report: IllegalReport; place: Place }) {
  return (
    <li>
      <p>
        <a href={paths.illegalReport(report.id)}>
          Report {report.id}: {report.comment.signature} on “{report.article.headline}”
        </a>{' '}
        {report.outcome === 'upheld' && <Badge tone="danger">Taken down</Badge>}
        {report.outcome === 'dismissed' && <Badge>Left up</Badge>}
      </p>
      <p className="record-body" dir="auto">
        {excerptOf(report.details)}
      </p>
      <p className="desk-meta">
        {report.article.section.name} ·{' '}
        <time dateTime={report.createdAt.toISOString()}>{formatMoment(report.createdAt, place)}</time>
        {report.reporter && ` · reported by ${report.reporter.name}`}
      </p>
    </li>
  )
}
