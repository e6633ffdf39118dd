import { paths } from '@/lib/paths'
import { nameForm, toPage } from '@/lib/people/account-forms'
import { answerPost, homeOf, signedIn } from '@/lib/people/account-post'
import { finishSignUp } from '@/lib/people/enter-commands'

/** Makes the account of somebody whose mailbox is known to be theirs. */
export function POST(request: Request): Promise<Response> {
  return answerPost(request, nameForm, async ({ sent, caller }) => {
    const given = { name: sent.text('name'), password: sent.text('password') }
    const { session, back } = await finishSignUp(sent.text('request'), given, caller)
    return signedIn(request, session, back || homeOf(session))
  })
}

export const GET = () => toPage(paths.signUp())
