import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Badge } from '@/app/_components/newsroom/badge'
import { Facts } from '@/app/_components/newsroom/facts'
import { Notice } from '@/app/_components/newsroom/notice'
import { PageHead, Part } from '@/app/_components/newsroom/page-head'
import { roleName } from '@/app/_components/newsroom/role-name'
import { byName } from '@/lib/by-name'
import type { CommentState } from '@/lib/comments/comment'
import { formatDate, formatMoment, type Place } from '@/lib/dates'
import { pageNumber } from '@/lib/list-page'
import { isWithinLimits, mayKeepNotes, mayModerateSomewhere, mayWarn } from '@/lib/moderation/moderation-policy'
import { listNotes } from '@/lib/moderation/note-queries'
import { findCause, getPersonRecord, listPersonComments, type PersonRecord } from '@/lib/moderation/person-record'
import { paths } from '@/lib/paths'
import { mayRestrain } from '@/lib/people/person-policy'
import { requireRight } from '@/lib/people/require-right'
import type { Viewer } from '@/lib/people/viewer'
import { getSections, getSite } from '@/lib/site/site-queries'
import { DEED_NAMES } from './deed-names'
import { Notes } from './notes'
import { RecordedComments, STATE_NAMES } from './recorded-comments'
import { Restraints } from './restraints'

export const metadata: Metadata = { title: 'Record' }

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const DONE = byName({
  warned: 'They are warned, in your words.',
  suspended: 'They are suspended, and are told why.',
  banned: 'They are shut out, and are told why.',
  restored: 'They may take part again.',
  portrait: 'Their portrait is gone.',
  held: 'From now on what they write waits for a moderator. They are not told.',
  released: 'What they write is no longer held for being theirs.',
  noted: 'The note is kept.',
  unnoted: 'The note is gone.',
})

/** What moderators know of somebody: what they said, what became of it, and what was done. */
export default async function ModeratedPersonPage({ params, searchParams }: Props) {
  const id = Number((await params).id)
  if (!Number.isSafeInteger(id) || id < 1) notFound()
  const viewer = await requireRight(mayModerateSomewhere, paths.moderatedPerson(id))
  const parameters = await searchParams
  const state = Object.keys(STATE_NAMES).find((name) => name === parameters.state) as CommentState | undefined
  const page = pageNumber(parameters.page)
  const [record, site] = await Promise.all([getPersonRecord(viewer, id), getSite()])
  if (!record) notFound()
  const [list, cause, notes, about] = await Promise.all([
    listPersonComments(viewer, id, { state: state ?? null, page }),
    findCause(viewer, id, Number(parameters.comment)),
    mayKeepNotes(viewer) ? listNotes(viewer, id) : null,
    noteSubjects(viewer),
  ])
  const may = { warn: mayWarn(viewer, record, cause?.sectionId ?? null), restrain: mayRestrain(viewer, record) }
  const done = DONE[String(parameters.done)]
  return (
    <>
      <PageHead title={record.name} status={<Standing record={record} place={site} />} />
      {done && <Notice tone="success">{done}</Notice>}
      <RecordFacts record={record} place={site} />
      <Part title="Comments">
        <StateLinks record={record} state={state ?? null} />
        <RecordedComments
          list={list}
          place={site}
          act={viewer.role === 'editor' ? null : (comment) => paths.moderatedPerson(id, `?comment=${comment}#actions`)}
          address={(number) =>
            paths.moderatedPerson(id, `?${new URLSearchParams({ ...(state && { state }), page: String(number) })}`)
          }
        />
      </Part>
      <Part title="What was done">
        <Deeds record={record} place={site} />
      </Part>
      {notes && <Notes id={id} notes={notes} about={about} place={site} />}
      <div id="actions">
        <Restraints record={record} cause={cause} may={may} place={site} />
      </div>
    </>
  )
}

/** What a note of the viewer's can be about. */
async function noteSubjects(viewer: Viewer) {
  const sections = (await getSections()).filter(({ id }) => isWithinLimits(viewer, id))
  const own = sections.map(({ id, name }) => ({ value: String(id), label: name }))
  return isWithinLimits(viewer, null) ? [{ value: '', label: 'Every section' }, ...own] : own
}

function Standing({ record, place }: { record: PersonRecord; place: Place }) {
  const { bannedAt, suspendedUntil, shadowHold } = record
  const isSuspended = suspendedUntil !== null && suspendedUntil > new Date()
  return (
    <>
      {bannedAt && <Badge tone="danger">Banned</Badge>}
      {!bannedAt && isSuspended && <Badge tone="warning">Suspended to {formatDate(suspendedUntil, place)}</Badge>}
      {!bannedAt && shadowHold && (
        <Badge tone="warning">{shadowHold.until ? `Held to ${formatDate(shadowHold.until, place)}` : 'Held'}</Badge>
      )}
    </>
  )
}

function RecordFacts({ record, place }: { record: PersonRecord; place: Place }) {
  const { role, createdAt, states, bannedReason, sameNetwork } = record
  const decided = states.approved + states.rejected + states.spam
  const share = decided === 0 ? 'none decided on' : `${Math.round(((states.rejected + states.spam) / decided) * 100)} %`
  return (
    <Facts
      facts={[
        ['Role', roleName(role)],
        ['Joined', formatDate(createdAt, place)],
        ['Rejected', decided === 0 ? share : `${share} of ${decided.toLocaleString('en-GB')}`],
        ...(bannedReason ? ([['Banned because', bannedReason]] as [string, string][]) : []),
        [
          'Same network',
          sameNetwork.length === 0
            ? 'Nobody else in 90 days'
            : sameNetwork.map((other, index) => (
                <span key={other.id}>
                  {index > 0 && ', '}
                  <a href={paths.moderatedPerson(other.id)}>{other.name}</a>
                  {other.bannedAt && ' (banned)'}
                </span>
              )),
        ],
      ]}
    />
  )
}

function StateLinks({ record: { id, states }, state }: { record: PersonRecord; state: CommentState | null }) {
  const total = Object.values(states).reduce((sum, some) => sum + some, 0)
  const links = [
    { name: null, label: 'All', count: total },
    ...Object.entries(STATE_NAMES).map(([name, label]) => ({ name, label, count: states[name as CommentState] })),
  ]
  return (
    <nav className="numbers-spans" aria-label="Comments by state">
      {links.map(({ name, label, count }) => (
        <a
          key={label}
          href={paths.moderatedPerson(id, name === null ? '' : `?state=${name}`)}
          aria-current={name === state ? 'page' : undefined}
        >{`${label} ${count.toLocaleString('en-GB')}`}</a>
      ))}
    </nav>
  )
}

function Deeds({ record: { deeds }, place }: { record: PersonRecord; place: Place }) {
  if (deeds.length === 0) return <p className="desk-meta">Nothing so far.</p>
  return (
    <ul className="record-deeds">
      {deeds.map(({ id, at, actor, action, reason }) => (
        <li key={id}>
          <strong>{DEED_NAMES[action] ?? action}</strong> by {actor}, {formatMoment(at, place)}
          {reason && `: ${reason}`}
        </li>
      ))}
    </ul>
  )
}
