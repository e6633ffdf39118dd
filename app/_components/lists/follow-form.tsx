import { paths } from '@/lib/paths'
import type { Topic } from '@/lib/saved/follow'

/**
 * The button that follows what a page is about. It is the same for everyone; `app/_reader/follow.js` shows whoever is
 * signed in whether they do already.
 */
export function FollowForm({ topic, name }: { topic: Topic; name: string }) {
  return (
    <form method="post" action={paths.followTopic()} className="follow">
      <input type="hidden" name="kind" value={topic.kind} />
      <input type="hidden" name="topic" value={topic.slug} />
      <button type="submit" aria-label={`Follow ${name}`}>
        Follow
      </button>
    </form>
  )
}
