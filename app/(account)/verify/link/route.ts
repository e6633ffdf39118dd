import { paths } from '@/lib/paths'
import { linkForm, toPage } from '@/lib/people/account-forms'
import { answerEntered, answerPost } from '@/lib/people/account-post'
import { enterByLink } from '@/lib/people/enter-commands'

/** Takes the link that was sent, once its page's button is pressed: programs that look through mail press none. */
export function POST(request: Request): Promise<Response> {
  return answerPost(request, linkForm, async ({ sent, caller }) => {
    return answerEntered(request, await enterByLink(sent.text('token'), caller))
  })
}

export const GET = () => toPage(paths.signIn())
