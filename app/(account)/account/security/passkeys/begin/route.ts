import { paths } from '@/lib/paths'
import { beginPasskey } from '@/lib/people/passkey-commands'
import { answerSecurity, jsonAnswer } from '@/lib/people/security-post'

/** What the browser needs to make a passkey. */
export function POST(request: Request): Promise<Response> {
  return answerSecurity(request, paths.accountSecurity(), async (viewer) => jsonAnswer(await beginPasskey(viewer)))
}
