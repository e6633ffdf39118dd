import { markRead } from '@/lib/notifications/notification-commands'
import { paths } from '@/lib/paths'
import { formDone } from '@/lib/people/form-response'
import { answerSignedIn } from '@/lib/people/signed-in-post'

/** Marks everything that the viewer was told as read. */
export function POST(request: Request): Promise<Response> {
  return answerSignedIn(
    request,
    () => paths.notifications(),
    async (viewer) => {
      await markRead(viewer)
      return formDone(request, `${paths.notifications()}?done=read`)
    },
  )
}

/** Whoever loads the form's address again gets the list. */
export function GET(): Response {
  return new Response(null, { status: 303, headers: { location: paths.notifications() } })
}
