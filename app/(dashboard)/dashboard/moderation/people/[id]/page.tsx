import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Badge } from '@/app/_components/newsroom/badge'
import { Facts } from '@/app/_components/newsroom/facts'
import { Notice } from '@/app/_components/newsroom/notice'
import { PageHead, Part } from '@/app/_components/newsroom/page-head'
import { roleName } from '@/app/_components/newsroom/role-name'
import { Portrait } from '@/app/_components/people/portrait'
import type { CommentState } from '@/lib/comments/comment'
import { formatDate, formatMoment, type Place } from '@/lib/dates'
import { pageNumber } from '@/lib/list-page'
import { mayModerateSomewhere } from '@/lib/moderation/moderation-policy'
import { getPersonRecord, listPersonComments, type PersonRecord } from '@/lib/moderation/person-record'
import { paths } from '@/lib/paths'
import { mayRestrain } from '@/lib/people/person-policy'
import { requireRight } from '@/lib/people/require-right'
import { getSite } from '@/lib/site/site-queries'
import { RecordedComments, STATE_NAMES } from './recorded-comments'
import { BanForm, PortraitForm, RestoreForm, SuspendForm, WarnForm } from './restraint-forms'

export const metadata: Metadata = { title: 'Record' }

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const DONE: Record<string, string> = {
  warned: 'They are warned, in your words.',
  suspended: 'They are suspended, and are told why.',
  banned: 'They are shut out, and are told why.',
  restored: 'They may take part again.',
  portrait: 'Their portrait is gone.',
}

const DEED_NAMES: Record<string, string> = {
  'person.warn': 'Warned',
  'person.suspend': 'Suspended',
  'person.ban': 'Banned',
  'person.restore': 'Let back in',
  'person.portrait': 'Portrait removed',
}

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
  const list = await listPersonComments(viewer, id, { state: state ?? null, page })
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
          address={(number) =>
            paths.moderatedPerson(id, `?${new URLSearchParams({ ...(state && { state }), page: String(number) })}`)
          }
        />
      </Part>
      <Part title="What was done">
        <Deeds record={record} place={site} />
      </Part>
      {mayRestrain(viewer, record) && <Restraints record={record} />}
    </>
  )
}

function Standing({ record: { bannedAt, suspendedUntil }, place }: { record: PersonRecord; place: Place }) {
  if (bannedAt) return <Badge tone="danger">Banned</Badge>
  if (!suspendedUntil || suspendedUntil < new Date()) return null
  return <Badge tone="warning">Suspended to {formatDate(suspendedUntil, place)}</Badge>
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

function Restraints({ record: { id, name, portrait, bannedAt, suspendedUntil } }: { record: PersonRecord }) {
  const isSuspended = suspendedUntil !== null && suspendedUntil > new Date()
  return (
    <>
      {(bannedAt || isSuspended) && (
        <Part title={bannedAt ? 'Lift the ban' : 'Lift the suspension'}>
          <RestoreForm id={id} label={bannedAt ? 'Lift the ban' : 'Lift the suspension'} />
        </Part>
      )}
      {portrait && (
        <Part title="Portrait" intro="It is shown beside everything that they write.">
          <Portrait portrait={portrait} side={72} alt="Their portrait" className="record-portrait" />
          <PortraitForm id={id} />
        </Part>
      )}
      {!bannedAt && (
        <>
          <Part title="Warn" intro="They are told by mail and go on as before.">
            <WarnForm id={id} />
          </Part>
          <Part title="Suspend" intro="Until a day, they read and take no part.">
            <SuspendForm id={id} />
          </Part>
          <Part title="Ban" intro="They are signed out at once and cannot sign in any more.">
            <BanForm id={id} person={name} />
          </Part>
        </>
      )}
    </>
  )
}
