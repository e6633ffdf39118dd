import { paths } from '@/lib/paths'
import { enterCodeForm, toPage } from '@/lib/people/account-forms'
import { answerEntered, answerOwnPost, answerPost } from '@/lib/people/account-post'
import { getCodeRequest } from '@/lib/people/code-queries'
import { enterByCode } from '@/lib/people/enter-commands'
import { formDone } from '@/lib/people/form-response'
import { confirmMailboxByCode } from '@/lib/people/mailbox-commands'

/** Takes the code that was sent, for what it was asked for. */
export async function POST(request: Request): Promise<Response> {
  const copy = request.clone()
  return answerPost(request, enterCodeForm, async ({ sent, caller }) => {
    const [id, code] = [sent.text('request'), sent.text('code')]
    const asked = await getCodeRequest(id)
    if (asked?.purpose !== 'change-mailbox') return answerEntered(request, await enterByCode(id, code, caller))
    return answerOwnPost(copy, enterCodeForm, async (signed) => {
      await confirmMailboxByCode(signed, id, code, caller)
      return formDone(copy, paths.accountMailbox('changed'))
    })
  })
}

export const GET = () => toPage(paths.signIn())
