import { paths } from '@/lib/paths'
import { beginConfirming } from '@/lib/people/passkey-commands'
import { answerHalfway, jsonAnswer } from '@/lib/people/security-post'

/** What the browser needs to show a passkey. */
export function POST(request: Request): Promise<Response> {
  const page = () => paths.confirmSignIn()
  return answerHalfway(request, page, async ({ personId }) => jsonAnswer(await beginConfirming(personId)))
}
