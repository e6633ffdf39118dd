import type { Metadata } from 'next'
import { PageHead } from '@/app/_components/newsroom/page-head'
import { paths } from '@/lib/paths'
import { INVITATION_DAYS } from '@/lib/people/invitation-commands'
import { mayManagePeople } from '@/lib/people/person-policy'
import { requireRight } from '@/lib/people/require-right'
import { getSections } from '@/lib/site/site-queries'
import { InviteForm } from './invite-form'

export const metadata: Metadata = { title: 'Invite somebody' }

/** Where somebody is asked to join. */
export default async function InvitePage() {
  await requireRight(mayManagePeople, paths.invite())
  const sections = await getSections()
  return (
    <>
      <PageHead
        title="Invite somebody"
        back={{ label: 'People', address: paths.people() }}
        intro={`They get a mail with a link that opens once, within ${INVITATION_DAYS} days.`}
      />
      <InviteForm sections={sections.map(({ id, name }) => ({ id, name }))} />
    </>
  )
}
