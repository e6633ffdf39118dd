import type { Metadata } from 'next'
import { AccountPage } from '@/app/_components/account/account-page'
import { ProblemSummary, titleWithProblem } from '@/app/_components/account/problem-summary'
import { SuccessNotice } from '@/app/_components/account/success-notice'
import { listMuted } from '@/lib/comments/mute-queries'
import { formatMoment } from '@/lib/dates'
import { paths } from '@/lib/paths'
import { requireViewer } from '@/lib/people/current-viewer'
import { getSite } from '@/lib/site/site-queries'

export function generateMetadata(): Metadata {
  return { title: titleWithProblem('Muted people'), robots: { index: false } }
}

type Props = { searchParams: Promise<{ done?: string }> }

/** Whose comments the viewer does not see, and how to see them again. */
export default async function MutedPage({ searchParams }: Props) {
  const viewer = await requireViewer(paths.mutedPeople())
  const [{ done }, muted, site] = await Promise.all([searchParams, listMuted(viewer), getSite()])
  return (
    <AccountPage
      title="Muted people"
      intro="What they write is folded away for you, and tells you nothing. They do not learn of it."
      current={paths.mutedPeople()}
    >
      <ProblemSummary />
      <SuccessNotice words={done === 'ended' ? 'You see their comments again.' : undefined} />
      {muted.length === 0 && (
        <div className="account-empty">
          <p>You have muted nobody. Each comment has a button for it.</p>
        </div>
      )}
      {muted.length > 0 && (
        <ul className="account-list">
          {muted.map(({ id, name, mutedAt }) => (
            <li key={id}>
              <div>
                <h2>
                  <bdi>{name}</bdi>
                </h2>
                <p className="account-meta">Muted on {formatMoment(mutedAt, site)}</p>
              </div>
              <form method="post" action={paths.unmutePerson()}>
                <button type="submit" name="person" value={id} className="account-button" aria-label={`Unmute ${name}`}>
                  Unmute
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
    </AccountPage>
  )
}
