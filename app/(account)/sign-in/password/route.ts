import { paths } from '@/lib/paths'
import { answerPost, signedIn } from '@/lib/people/account-post'
import { isStaff } from '@/lib/people/person-policy'
import { signInByPassword } from '@/lib/people/sign-in-commands'
import { wayBack } from '@/lib/people/way-back'

const form = {
  page: (sent: { text: (name: string) => string }) => paths.signInByPassword(wayBack(sent.text('back'), '')),
  keep: ['email'],
}

/** Signs in by address and password. */
export function POST(request: Request): Promise<Response> {
  return answerPost(request, form, async ({ sent, caller }) => {
    const session = await signInByPassword(sent.text('email'), sent.text('password'), caller)
    const home = isStaff(session) ? paths.dashboard() : paths.home()
    return signedIn(request, session, wayBack(sent.text('back'), home))
  })
}

/** Whoever loads the address of the form's answer again gets the form. */
export function GET(): Response {
  return new Response(null, { status: 303, headers: { location: paths.signInByPassword() } })
}
