import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Door } from '@/app/_components/account/door'
import { paths } from '@/lib/paths'
import { requireViewer } from '@/lib/people/current-viewer'
import { readTopic } from '@/lib/saved/follow'
import { findTopicName } from '@/lib/saved/follow-queries'

export const metadata: Metadata = { title: 'Follow this?', robots: { index: false } }

type Props = { searchParams: Promise<{ kind?: string; topic?: string }> }

/** Where somebody comes back to who had to sign in before they could follow. An address alone follows nothing. */
export default async function FollowAfterwardsPage({ searchParams }: Props) {
  const { kind = '', topic: slug = '' } = await searchParams
  const topic = readTopic(String(kind), String(slug))
  await requireViewer(topic ? paths.followAfterwards(topic.kind, topic.slug) : paths.following())
  const name = topic && (await findTopicName(topic))
  if (!topic || !name) redirect(paths.following())
  return (
    <Door title={`Follow ${name}?`}>
      <p>You will be told of new articles, on the site and by mail as you choose.</p>
      <form method="post" action={paths.followTopic()} className="account-form">
        <input type="hidden" name="kind" value={topic.kind} />
        <input type="hidden" name="topic" value={topic.slug} />
        <button type="submit" className="button">
          Follow
        </button>
      </form>
    </Door>
  )
}
