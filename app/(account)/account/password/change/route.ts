import { paths } from '@/lib/paths'
import { changePassword } from '@/lib/people/account-commands'
import { newPasswordForm, toPage } from '@/lib/people/account-forms'
import { answerOwnPost } from '@/lib/people/account-post'
import { formDone } from '@/lib/people/form-response'

/** Chooses another password. */
export function POST(request: Request): Promise<Response> {
  return answerOwnPost(request, newPasswordForm, async (signed, { sent, caller }) => {
    await changePassword(signed, { current: sent.text('current'), password: sent.text('password') }, caller)
    return formDone(request, paths.accountPassword('changed'))
  })
}

export const GET = () => toPage(paths.accountPassword())
