import { paths } from '@/lib/paths'
import { linkForm, toPage } from '@/lib/people/account-forms'
import { answerEntered, answerOwnPost, answerPost } from '@/lib/people/account-post'
import { getCodeRequestByLink } from '@/lib/people/code-queries'
import { enterByLink } from '@/lib/people/enter-commands'
import { formDone } from '@/lib/people/form-response'
import { confirmMailboxByLink } from '@/lib/people/mailbox-commands'

/** Takes the link that was sent, once its page's button is pressed: programs that look through mail press none. */
export async function POST(request: Request): Promise<Response> {
  const copy = request.clone()
  return answerPost(request, linkForm, async ({ sent, caller }) => {
    const token = sent.text('token')
    const asked = await getCodeRequestByLink(token)
    if (asked?.purpose !== 'change-mailbox') return answerEntered(request, await enterByLink(token, caller))
    return answerOwnPost(copy, linkForm, async (signed) => {
      await confirmMailboxByLink(signed, token)
      return formDone(copy, paths.accountMailbox('changed'))
    })
  })
}

export const GET = () => toPage(paths.signIn())
