import type { Metadata } from 'next'
import { Button, ButtonLink } from '@/app/_components/newsroom/button'
import { type Column, DataTable } from '@/app/_components/newsroom/data-table'
import { EmptyState } from '@/app/_components/newsroom/empty-state'
import { SelectField, TextField } from '@/app/_components/newsroom/form-field'
import { Notice } from '@/app/_components/newsroom/notice'
import { PageHead } from '@/app/_components/newsroom/page-head'
import { Pagination } from '@/app/_components/newsroom/pagination'
import { roleName } from '@/app/_components/newsroom/role-name'
import { byName } from '@/lib/by-name'
import { formatDate, type Place } from '@/lib/dates'
import { pageNumber } from '@/lib/list-page'
import { paths } from '@/lib/paths'
import { listInvitations } from '@/lib/people/invitation-queries'
import {
  type DeskPerson,
  type PeopleFilter,
  peopleFilterFrom,
  peopleParameters,
  searchPeople,
} from '@/lib/people/people-list'
import { mayManagePeople } from '@/lib/people/person-policy'
import { requireRight } from '@/lib/people/require-right'
import { getSections, getSite } from '@/lib/site/site-queries'
import { Invitations } from './invitations'
import { StandingBadge } from './standing'

export const metadata: Metadata = { title: 'People' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const DONE = byName({
  invited: 'The invitation is on its way.',
  revoked: 'The invitation is void: its link opens nothing.',
})

/** Everyone with an account, and who was asked to join. */
export default async function PeoplePage({ searchParams }: Props) {
  const viewer = await requireRight(mayManagePeople, paths.people())
  const parameters = await searchParams
  const filter = peopleFilterFrom(parameters)
  const [site, sections, invitations, { cards, page, pages, total }] = await Promise.all([
    getSite(),
    getSections(),
    listInvitations(viewer),
    searchPeople(viewer, filter, pageNumber(parameters.page)),
  ])
  const done = DONE[String(parameters.done)]
  const names = new Map(sections.map(({ id, name }) => [id, name]))
  return (
    <>
      <PageHead
        title="People"
        actions={
          <ButtonLink look="primary" href={paths.invite()}>
            Invite somebody
          </ButtonLink>
        }
      />
      {done && <Notice tone="success">{done}</Notice>}
      <Filters filter={filter} />
      {cards.length === 0 ? (
        <EmptyState title="Nobody found">Leave something out of the search.</EmptyState>
      ) : (
        <DataTable caption="People" columns={columns(site, names)} rows={cards} rowKey={({ id }) => id} />
      )}
      <Pagination
        page={page}
        pages={pages}
        total={total}
        things={total === 1 ? 'person' : 'people'}
        address={(number) => paths.people(peopleParameters(filter, number))}
      />
      {invitations.length > 0 && <Invitations invitations={invitations} place={site} />}
    </>
  )
}

function Filters({ filter }: { filter: PeopleFilter }) {
  const roles = ['reader', 'commenter', 'author', 'editor', 'moderator', 'admin'] as const
  return (
    <form className="desk-filters" action={paths.people()} aria-label="Find people">
      <TextField name="q" type="search" label="Name or address" defaultValue={filter.q} maxLength={120} />
      <SelectField
        name="role"
        label="Role"
        defaultValue={filter.role}
        options={[{ value: '', label: 'Any' }, ...roles.map((value) => ({ value, label: roleName(value) }))]}
      />
      <SelectField
        name="standing"
        label="Standing"
        defaultValue={filter.standing}
        options={[
          { value: '', label: 'Any' },
          { value: 'staff', label: 'Staff' },
          { value: 'active', label: 'Active' },
          { value: 'suspended', label: 'Suspended' },
          { value: 'banned', label: 'Banned' },
          { value: 'not-set-up', label: 'Without password' },
        ]}
      />
      <Button>Find</Button>
      {peopleParameters(filter) !== '' && (
        <ButtonLink look="quiet" href={paths.people()}>
          Clear
        </ButtonLink>
      )}
    </form>
  )
}

function columns(place: Place, sections: Map<number, string>): Column<DeskPerson>[] {
  return [
    {
      head: 'Name',
      isName: true,
      cell: ({ id, name, email }) => (
        <>
          <a href={paths.person(id)}>{name}</a>
          <small>{email}</small>
        </>
      ),
    },
    {
      head: 'Role',
      cell: ({ role, sectionIds }) => (
        <>
          {roleName(role)}
          {sectionIds.length > 0 && (
            <span className="desk-meta"> {sectionIds.map((id) => sections.get(id)).join(', ')}</span>
          )}
        </>
      ),
    },
    { head: 'Standing', cell: (person) => <StandingBadge person={person} place={place} /> },
    {
      head: 'Second factor',
      from: 'medium',
      cell: ({ hasSecondFactor }) => (hasSecondFactor ? 'Yes' : <span className="desk-meta">No</span>),
    },
    { head: 'Last seen', from: 'medium', cell: ({ seenAt }) => (seenAt ? formatDate(seenAt, place) : '–') },
    { head: 'Joined', from: 'wide', cell: ({ createdAt }) => formatDate(createdAt, place) },
  ]
}
