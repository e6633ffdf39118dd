import { paths } from '@/lib/paths'
import { formDone } from '@/lib/people/form-response'
import { readResponse } from '@/lib/people/passkey-response'
import { isStaff } from '@/lib/people/person-policy'
import { confirmByPasskey } from '@/lib/people/second-step'
import { answerHalfway } from '@/lib/people/security-post'
import { wayBack } from '@/lib/people/way-back'

/** Confirms a session with a passkey. */
export function POST(request: Request): Promise<Response> {
  const page = () => paths.confirmSignIn()
  return answerHalfway(request, page, async (halfway, sent) => {
    await confirmByPasskey(halfway, readResponse(sent.text('response')))
    const home = isStaff(halfway) ? paths.dashboard() : paths.home()
    return formDone(request, wayBack(sent.text('back'), home))
  })
}
