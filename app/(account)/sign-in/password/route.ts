import { paths } from '@/lib/paths'
import { passwordForm, toPage } from '@/lib/people/account-forms'
import { answerPost, homeOf, signedIn } from '@/lib/people/account-post'
import { signInByPassword } from '@/lib/people/sign-in-commands'
import { wayBack } from '@/lib/people/way-back'

/** Signs in by address and password. */
export function POST(request: Request): Promise<Response> {
  return answerPost(request, passwordForm, async ({ sent, caller }) => {
    const session = await signInByPassword(sent.text('email'), sent.text('password'), caller)
    return signedIn(request, session, wayBack(sent.text('back'), homeOf(session)))
  })
}

export const GET = () => toPage(paths.signInByPassword())
