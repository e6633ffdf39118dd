import type { Metadata } from 'next'
import { AccountPage } from '@/app/_components/account/account-page'
import { ProblemSummary } from '@/app/_components/account/problem-summary'
import { SuccessNotice } from '@/app/_components/account/success-notice'
import { byName } from '@/lib/by-name'
import { formatMoment } from '@/lib/dates'
import { paths } from '@/lib/paths'
import { requireViewer } from '@/lib/people/current-viewer'
import { listSessions, type SessionSummary } from '@/lib/people/session-queries'
import type { Site } from '@/lib/site/site'
import { getSite } from '@/lib/site/site-queries'

export const metadata: Metadata = { title: 'Where you are signed in', robots: { index: false } }

const DONE = byName({
  ended: 'That session is ended.',
  others: 'You are signed out everywhere but here.',
})

type Props = { searchParams: Promise<{ done?: string }> }

/** Where one is signed in, and where one need not be any more. */
export default async function SessionsPage({ searchParams }: Props) {
  const viewer = await requireViewer(paths.accountSessions())
  const [{ done = '' }, sessions, site] = await Promise.all([searchParams, listSessions(viewer), getSite()])
  return (
    <AccountPage
      title="Where you are signed in"
      intro="End what you do not know, and choose a new password then."
      current={paths.accountSessions()}
    >
      <SuccessNotice words={DONE[done]} />
      <ProblemSummary />
      <ul className="account-list">
        {sessions.map((session) => (
          <Session key={session.id} session={session} site={site} />
        ))}
      </ul>
      {sessions.length > 1 && (
        <form method="post" action={paths.endOtherSessions()} className="account-tools">
          <button type="submit" className="account-button">
            Sign out everywhere else
          </button>
        </form>
      )}
    </AccountPage>
  )
}

function Session({ session, site }: { session: SessionSummary; site: Site }) {
  const { id, device, createdAt, lastSeenAt, isThis, isSameNetwork } = session
  return (
    <li>
      <div>
        <h2>{device}</h2>
        <p className="account-meta">
          {isThis ? 'This browser' : `Last seen ${formatMoment(lastSeenAt, site)}`}
          {!isThis && isSameNetwork && ', from the network that you are on now'}. Signed in{' '}
          {formatMoment(createdAt, site)}.
        </p>
      </div>
      <form method="post" action={paths.endSession()}>
        <input type="hidden" name="session" value={id} />
        <button type="submit" className="account-button" aria-label={`End the session of ${device}`}>
          {isThis ? 'Sign out' : 'End'}
        </button>
      </form>
    </li>
  )
}
