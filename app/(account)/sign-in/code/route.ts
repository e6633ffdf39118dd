import { paths } from '@/lib/paths'
import { codeForm, toPage } from '@/lib/people/account-forms'
import { answerPost } from '@/lib/people/account-post'
import { sendEnterCode } from '@/lib/people/enter-commands'
import { formDone } from '@/lib/people/form-response'
import { wayBack } from '@/lib/people/way-back'

/** Sends a code to an address, whoever has an account with it. */
export function POST(request: Request): Promise<Response> {
  return answerPost(request, codeForm, async ({ sent, caller }) => {
    const id = await sendEnterCode(sent.text('email'), wayBack(sent.text('back'), ''), caller)
    return formDone(request, paths.verify(id))
  })
}

export const GET = () => toPage(paths.signIn())
