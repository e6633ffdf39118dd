import { Badge } from '@/app/_components/newsroom/badge'
import { Button } from '@/app/_components/newsroom/button'
import { type Column, DataTable } from '@/app/_components/newsroom/data-table'
import { Part } from '@/app/_components/newsroom/page-head'
import { roleName } from '@/app/_components/newsroom/role-name'
import { formatDate, type Place } from '@/lib/dates'
import type { PendingInvitation } from '@/lib/people/invitation-queries'
import { revokeInvitationAction } from '@/lib/people/people-actions'

/** Invitations that nobody has accepted yet. */
export function Invitations({ invitations, place }: { invitations: PendingInvitation[]; place: Place }) {
  return (
    <Part title="Invited">
      <DataTable caption="Invitations" columns={columns(place)} rows={invitations} rowKey={({ id }) => id} />
    </Part>
  )
}

function columns(place: Place): Column<PendingInvitation>[] {
  return [
    { head: 'Address', isName: true, cell: ({ email }) => email },
    { head: 'Role', cell: ({ role }) => roleName(role) },
    { head: 'Invited by', from: 'medium', cell: ({ invitedBy }) => invitedBy ?? 'The operator' },
    {
      head: 'Good until',
      cell: ({ expiresAt, isExpired }) =>
        isExpired ? <Badge tone="warning">Expired</Badge> : formatDate(expiresAt, place),
    },
    {
      head: 'Take back',
      isHeadHidden: true,
      cell: ({ id, email }) => (
        <form action={revokeInvitationAction}>
          <input type="hidden" name="id" value={id} />
          <Button isSmall aria-label={`Take back the invitation of ${email}`}>
            Take back
          </Button>
        </form>
      ),
    },
  ]
}
