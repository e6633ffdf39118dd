import type { Metadata } from 'next'
import { AccountPage } from '@/app/_components/account/account-page'
import { ProblemSummary, titleWithProblem } from '@/app/_components/account/problem-summary'
import { SuccessNotice } from '@/app/_components/account/success-notice'
import { byName } from '@/lib/by-name'
import { paths } from '@/lib/paths'
import { requireViewer } from '@/lib/people/current-viewer'
import type { FollowedTopic, TopicKind } from '@/lib/saved/follow'
import { listFollowed } from '@/lib/saved/follow-queries'

export function generateMetadata(): Metadata {
  return { title: titleWithProblem('Following'), robots: { index: false } }
}

type Props = { searchParams: Promise<{ done?: string }> }

const DONE = byName({
  followed: 'You will be told of new articles.',
  unfollowed: 'You will not be told of it any more.',
})
const GROUPS: [TopicKind, string][] = [
  ['section', 'Sections'],
  ['author', 'Authors'],
  ['tag', 'Topics'],
]

/** What the viewer hears of. */
export default async function FollowingPage({ searchParams }: Props) {
  const viewer = await requireViewer(paths.following())
  const { done = '' } = await searchParams
  const followed = await listFollowed(viewer)
  return (
    <AccountPage
      title="Following"
      intro={
        <>
          New articles of these stand under Notifications.{' '}
          <a href={paths.notificationMail()}>Choose how they are mailed</a>
        </>
      }
      current={paths.following()}
    >
      <ProblemSummary />
      <SuccessNotice words={DONE[done]} />
      {followed.length === 0 && (
        <div className="account-empty">
          <p>
            You follow nothing yet. The pages of sections, authors and topics have a button for it under their names.
          </p>
        </div>
      )}
      {GROUPS.map(([kind, name]) => (
        <Group key={kind} name={name} topics={followed.filter((topic) => topic.kind === kind)} />
      ))}
    </AccountPage>
  )
}

function Group({ name, topics }: { name: string; topics: FollowedTopic[] }) {
  if (topics.length === 0) return null
  return (
    <section className="account-part" aria-label={name}>
      <h2>{name}</h2>
      <ul className="account-list">
        {topics.map((topic) => (
          <li key={topic.slug}>
            <h3>
              <a href={addressOf(topic)}>{topic.name}</a>
            </h3>
            <form method="post" action={paths.followTopic()}>
              <input type="hidden" name="kind" value={topic.kind} />
              <input type="hidden" name="topic" value={topic.slug} />
              <button
                type="submit"
                name="followed"
                value="no"
                className="account-button"
                aria-label={`Stop following ${topic.name}`}
              >
                Stop following
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}

function addressOf({ kind, slug }: FollowedTopic): string {
  return kind === 'tag' ? paths.tag(slug) : kind === 'author' ? paths.author(slug) : paths.section(slug)
}
