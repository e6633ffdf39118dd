import { paths } from '@/lib/paths'
import { enterCodeForm, toPage } from '@/lib/people/account-forms'
import { answerEntered, answerPost } from '@/lib/people/account-post'
import { enterByCode } from '@/lib/people/enter-commands'

/** Takes the code that was sent. */
export function POST(request: Request): Promise<Response> {
  return answerPost(request, enterCodeForm, async ({ sent, caller }) => {
    return answerEntered(request, await enterByCode(sent.text('request'), sent.text('code'), caller))
  })
}

export const GET = () => toPage(paths.signIn())
