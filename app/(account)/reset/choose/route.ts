import { paths } from '@/lib/paths'
import { choosePasswordByLink } from '@/lib/people/account-commands'
import { choiceForm, toPage } from '@/lib/people/account-forms'
import { answerPost } from '@/lib/people/account-post'
import { formDone } from '@/lib/people/form-response'

/** Chooses a password with the link that was sent for it. */
export function POST(request: Request): Promise<Response> {
  return answerPost(request, choiceForm, async ({ sent, caller }) => {
    const given = { name: sent.text('name'), password: sent.text('password') }
    await choosePasswordByLink(sent.text('token'), given, caller)
    return formDone(request, paths.passwordChosen())
  })
}

export const GET = () => toPage(paths.reset())
