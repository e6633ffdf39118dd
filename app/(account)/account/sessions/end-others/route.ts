import { paths } from '@/lib/paths'
import { sessionsForm, toPage } from '@/lib/people/account-forms'
import { answerOwnPost } from '@/lib/people/account-post'
import { formDone } from '@/lib/people/form-response'
import { revokeOtherSessions } from '@/lib/people/session-commands'

/** Ends all of one's own sessions but the one that asks. */
export function POST(request: Request): Promise<Response> {
  return answerOwnPost(request, sessionsForm, async ({ viewer }) => {
    await revokeOtherSessions(viewer)
    return formDone(request, paths.accountSessions('others'))
  })
}

export const GET = () => toPage(paths.accountSessions())
