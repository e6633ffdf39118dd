import type { Metadata } from 'next'
import { AccountPage } from '@/app/_components/account/account-page'
import { ProblemSummary, titleWithProblem } from '@/app/_components/account/problem-summary'
import { SuccessNotice } from '@/app/_components/account/success-notice'
import { byName } from '@/lib/by-name'
import { readId } from '@/lib/comments/comment-input'
import { getMuteState, listMuted, type MuteState } from '@/lib/comments/mute-queries'
import { formatMoment } from '@/lib/dates'
import { paths } from '@/lib/paths'
import { requireViewer } from '@/lib/people/current-viewer'
import { getSite } from '@/lib/site/site-queries'

export function generateMetadata(): Metadata {
  return { title: titleWithProblem('Muted people'), robots: { index: false } }
}

type Props = { searchParams: Promise<{ done?: string; person?: string }> }

const DONE = byName({ ended: 'You see their comments again.', muted: 'You do not see what they write any more.' })

/** Whose comments the viewer does not see, and how to see them again. */
export default async function MutedPage({ searchParams }: Props) {
  const { done = '', person } = await searchParams
  const id = readId(person ?? '')
  const viewer = await requireViewer(id === null ? paths.mutedPeople() : paths.mutedPerson(id))
  const [muted, asked, site] = await Promise.all([listMuted(viewer), id && getMuteState(viewer, id), getSite()])
  return (
    <AccountPage
      title="Muted people"
      intro="What they write is folded away for you, and tells you nothing. They do not learn of it."
      current={paths.mutedPeople()}
    >
      <ProblemSummary />
      <SuccessNotice words={DONE[done]} />
      {asked && !asked.isMuted && <NotMuted {...asked} />}
      {muted.length === 0 && !asked && (
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

/** Somebody whose page the viewer came from. */
function NotMuted({ id, name, isOwn }: MuteState) {
  return (
    <section className="account-part" aria-labelledby="not-muted">
      <h2 id="not-muted">
        <bdi>{name}</bdi>
      </h2>
      {isOwn ? (
        <p>This is you.</p>
      ) : (
        <>
          <p>You see what they write.</p>
          <form method="post" action={paths.mutePerson()}>
            <button type="submit" name="person" value={id} className="account-button">
              Mute <bdi>{name}</bdi>
            </button>
          </form>
        </>
      )}
      <p>
        <a href={paths.commenter(id)}>Back to their page</a>
      </p>
    </section>
  )
}
