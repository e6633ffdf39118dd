import { readEnvironment } from '@/lib/env'
import { paths } from '@/lib/paths'
import { sessionsForm, toPage } from '@/lib/people/account-forms'
import { answerOwnPost } from '@/lib/people/account-post'
import { formDone } from '@/lib/people/form-response'
import { signOutCookies } from '@/lib/people/session'
import { revokeSession } from '@/lib/people/session-commands'

/** Ends one of one's own sessions. */
export function POST(request: Request): Promise<Response> {
  return answerOwnPost(request, sessionsForm, async ({ viewer, session }, { sent }) => {
    const id = sent.text('session')
    await revokeSession(viewer, id)
    if (id === session.id) return formDone(request, paths.home(), signOutCookies(readEnvironment().siteUrl))
    return formDone(request, paths.accountSessions('ended'))
  })
}

export const GET = () => toPage(paths.accountSessions())
