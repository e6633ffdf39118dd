import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Facts } from '@/app/_components/newsroom/facts'
import { Notice } from '@/app/_components/newsroom/notice'
import { PageHead, Part } from '@/app/_components/newsroom/page-head'
import { roleName } from '@/app/_components/newsroom/role-name'
import { byName } from '@/lib/by-name'
import { formatDate, formatMoment, type Place } from '@/lib/dates'
import { paths } from '@/lib/paths'
import { type DeskPerson, getDeskPerson } from '@/lib/people/people-list'
import { mayManagePeople, mayRestrain } from '@/lib/people/person-policy'
import { requireRight } from '@/lib/people/require-right'
import { getSections, getSite } from '@/lib/site/site-queries'
import { StandingBadge } from '../standing'
import { Restraints } from './restraints'
import { RoleForm } from './role-form'

export const metadata: Metadata = { title: 'Person' }

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> }

const DONE = byName({
  role: 'The role is changed. They sign in anew.',
  suspended: 'They are suspended, and are told why.',
  banned: 'They are shut out, and are told why.',
  restored: 'They may sign in and take part again.',
  'signed-out': 'They are signed out everywhere.',
  factors: 'Their second factors are removed. They set up new ones when they sign in.',
})

/** One person: who they are, what they may, and what can be put on them. */
export default async function PersonPage({ params, searchParams }: Props) {
  const id = Number((await params).id)
  const viewer = await requireRight(mayManagePeople, paths.people())
  const [person, site, sections] = await Promise.all([
    Number.isSafeInteger(id) ? getDeskPerson(viewer, id) : null,
    getSite(),
    getSections(),
  ])
  if (!person) notFound()
  const done = DONE[String((await searchParams).done)]
  return (
    <>
      <PageHead
        title={person.name}
        back={{ label: 'People', address: paths.people() }}
        status={<StandingBadge person={person} place={site} />}
      />
      {done && <Notice tone="success">{done}</Notice>}
      <PersonFacts person={person} place={site} />
      <Part title="Role">
        <RoleForm
          id={person.id}
          role={person.role}
          sectionIds={person.sectionIds.map(String)}
          sections={sections.map((section) => ({ id: section.id, name: section.name }))}
        />
      </Part>
      {mayRestrain(viewer, person) ? (
        <Restraints person={person} />
      ) : (
        <Part title="Standing" intro="This is you: nobody suspends or bans themselves.">
          {null}
        </Part>
      )}
    </>
  )
}

function PersonFacts({ person, place }: { person: DeskPerson; place: Place }) {
  const { email, role, createdAt, seenAt, sessions, hasSecondFactor, bannedReason } = person
  return (
    <Facts
      facts={[
        ['E-mail address', email],
        ['Role', roleName(role)],
        ['Joined', formatDate(createdAt, place)],
        ['Last seen', seenAt ? formatMoment(seenAt, place) : 'Never'],
        ['Signed in', sessions === 1 ? 'in one place' : `in ${sessions} places`],
        ['Second factor', hasSecondFactor ? 'Set up' : 'None'],
        ...(bannedReason ? ([['Banned because', bannedReason]] as [string, string][]) : []),
        [
          'Log',
          <a key="log" href={paths.auditLog(`?subject=person:${person.id}`)}>
            What was done to this account
          </a>,
        ],
        [
          'Deeds',
          <a key="by" href={paths.auditLog(`?person=${person.id}`)}>
            What they did
          </a>,
        ],
      ]}
    />
  )
}
