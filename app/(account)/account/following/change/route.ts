import { paths } from '@/lib/paths'
import { formDone, refuseForm, type Sent, wantsJson } from '@/lib/people/form-response'
import { answerSignedIn } from '@/lib/people/signed-in-post'
import { readTopic } from '@/lib/saved/follow'
import { FollowsFull, follow, unfollow } from '@/lib/saved/follow-commands'

const topicIn = (sent: Sent) => readTopic(sent.text('kind'), sent.text('topic'))

/** Has the viewer told of new articles of a topic, or no more with `followed=no`. */
export function POST(request: Request): Promise<Response> {
  const back = (sent: Sent) => {
    const topic = topicIn(sent)
    return topic ? paths.followAfterwards(topic.kind, topic.slug) : paths.following()
  }
  return answerSignedIn(request, back, async (viewer, sent) => {
    const topic = topicIn(sent)
    const isEnd = sent.text('followed') === 'no'
    try {
      if (topic && isEnd) await unfollow(viewer, topic)
      else if (!topic || !(await follow(viewer, topic))) return refuse(request, NO_TOPIC)
    } catch (error) {
      if (!(error instanceof FollowsFull)) throw error
      return refuse(request, error.message)
    }
    if (wantsJson(request)) return Response.json({ followed: !isEnd })
    return formDone(request, `${paths.following()}?done=${isEnd ? 'unfollowed' : 'followed'}`)
  })
}

const NO_TOPIC = 'There is no such section, author or topic, so that it cannot be followed.'

function refuse(request: Request, words: string): Response {
  return refuseForm(request, paths.following(), { status: 422, problems: [{ words }] })
}

/** Whoever loads the form's address again gets the list. */
export function GET(): Response {
  return new Response(null, { status: 303, headers: { location: paths.following() } })
}
