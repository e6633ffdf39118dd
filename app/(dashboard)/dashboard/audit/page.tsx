import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Button, ButtonLink } from '@/app/_components/newsroom/button'
import { type Column, DataTable } from '@/app/_components/newsroom/data-table'
import { EmptyState } from '@/app/_components/newsroom/empty-state'
import { SelectField, TextField } from '@/app/_components/newsroom/form-field'
import { PageHead } from '@/app/_components/newsroom/page-head'
import { Pagination } from '@/app/_components/newsroom/pagination'
import { type AuditFilter, auditFilterFrom, auditParameters } from '@/lib/audit/audit-input'
import { type AuditLine, auditActions, listAudit, mayReadAudit } from '@/lib/audit/audit-queries'
import { formatMoment, type Place } from '@/lib/dates'
import { pageNumber } from '@/lib/list-page'
import { paths } from '@/lib/paths'
import { requireStaff } from '@/lib/people/current-viewer'
import { getSite } from '@/lib/site/site-queries'

export const metadata: Metadata = { title: 'Audit log' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** What everyone did, when, to what: found by person, action, subject and day, and taken along as a file. */
export default async function AuditPage({ searchParams }: Props) {
  const viewer = await requireStaff(paths.auditLog())
  if (!mayReadAudit(viewer)) notFound()
  const parameters = await searchParams
  const filter = auditFilterFrom(parameters)
  const [site, actions, { cards, page, pages, total }] = await Promise.all([
    getSite(),
    auditActions(viewer),
    listAudit(viewer, filter, pageNumber(parameters.page)),
  ])
  return (
    <>
      <PageHead
        title="Audit log"
        intro="Everything that was done, and by whom. Lines are only ever added."
        actions={
          <>
            <ButtonLink isSmall href={paths.auditExport('csv', auditParameters(filter))}>
              Export CSV
            </ButtonLink>
            <ButtonLink isSmall href={paths.auditExport('json', auditParameters(filter))}>
              Export JSON
            </ButtonLink>
          </>
        }
      />
      <Filters filter={filter} actions={actions} zone={site.zone} />
      {cards.length === 0 ? (
        <EmptyState title="Nothing found">
          No line of the log is like this. Leave something out of the search.
        </EmptyState>
      ) : (
        <DataTable isDense caption="Audit log" columns={columns(site)} rows={cards} rowKey={({ id }) => id} />
      )}
      <Pagination
        page={page}
        pages={pages}
        total={total}
        things={total === 1 ? 'line' : 'lines'}
        address={(number) => paths.auditLog(auditParameters(filter, number))}
      />
    </>
  )
}

function Filters({ filter, actions, zone }: { filter: AuditFilter; actions: string[]; zone: string }) {
  const kinds = [...new Set(actions.map((action) => action.split('.', 1)[0] as string))]
  const options = [
    { value: '', label: 'Any' },
    ...kinds.map((kind) => ({ value: kind, label: `${kind} (all)` })),
    ...actions.map((action) => ({ value: action, label: action })),
  ]
  return (
    <form className="desk-filters" action={paths.auditLog()} aria-label="Find lines">
      <TextField name="person" label="Person" defaultValue={filter.person} maxLength={120} />
      <SelectField name="action" label="Action" options={options} defaultValue={filter.action} />
      <TextField
        name="subject"
        label="Subject"
        placeholder="article:12"
        defaultValue={filter.subject}
        maxLength={120}
      />
      <TextField name="from" type="date" label={`From (${zone})`} defaultValue={filter.from} />
      <TextField name="until" type="date" label="Until" defaultValue={filter.until} />
      <Button>Find</Button>
      {auditParameters(filter) !== '' && (
        <ButtonLink look="quiet" href={paths.auditLog()}>
          Clear
        </ButtonLink>
      )}
    </form>
  )
}

function columns(place: Place): Column<AuditLine>[] {
  return [
    { head: 'When', cell: ({ at }) => <time dateTime={at.toISOString()}>{formatMoment(at, place)}</time> },
    {
      head: 'Who',
      from: 'medium',
      cell: ({ actor, personId }) => (personId === null ? actor : <a href={paths.person(personId)}>{actor}</a>),
    },
    {
      head: 'Action',
      isName: true,
      cell: ({ action, actor }) => (
        <>
          <span className="desk-code">{action}</span>
          <small className="to-medium">{actor}</small>
        </>
      ),
    },
    { head: 'Subject', cell: (line) => <Subject line={line} /> },
    { head: 'Detail', from: 'medium', cell: ({ detail }) => <Detail detail={detail} /> },
  ]
}

function Subject({ line: { subject, name } }: { line: AuditLine }) {
  const [kind, id] = subject.split(':')
  const label = name ?? subject
  if (kind === 'person' && name) return <a href={paths.person(Number(id))}>{label}</a>
  return <span className={name ? undefined : 'desk-code'}>{label}</span>
}

function Detail({ detail }: { detail: Record<string, unknown> }) {
  const words = Object.entries(detail).map(([name, value]) => `${name}: ${wordsOf(value)}`)
  return <span className="desk-meta">{words.join(' · ')}</span>
}

function wordsOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
