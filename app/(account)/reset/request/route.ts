import { paths } from '@/lib/paths'
import { requestReset } from '@/lib/people/account-commands'
import { resetForm, toPage } from '@/lib/people/account-forms'
import { answerPost } from '@/lib/people/account-post'
import { formDone } from '@/lib/people/form-response'

/** Mails a link for choosing a password. */
export function POST(request: Request): Promise<Response> {
  return answerPost(request, resetForm, async ({ sent, caller }) => {
    await requestReset(sent.text('email'), caller)
    return formDone(request, paths.resetSent())
  })
}

export const GET = () => toPage(paths.reset())
