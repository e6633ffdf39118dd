import { paths } from '@/lib/paths'
import { formDone } from '@/lib/people/form-response'
import { isStaff } from '@/lib/people/person-policy'
import { confirmByCode } from '@/lib/people/second-step'
import { answerHalfway } from '@/lib/people/security-post'
import { wayBack } from '@/lib/people/way-back'

/** Confirms a session with a code. */
export function POST(request: Request): Promise<Response> {
  const page = (sent: { text: (name: string) => string }) => paths.confirmSignIn(wayBack(sent.text('back'), ''))
  return answerHalfway(request, page, async (halfway, sent, caller) => {
    await confirmByCode(halfway, sent.text('code'), caller)
    const home = isStaff(halfway) ? paths.dashboard() : paths.home()
    return formDone(request, wayBack(sent.text('back'), home))
  })
}

/** Whoever loads the address of the form’s answer again gets the form. */
export function GET(): Response {
  return new Response(null, { status: 303, headers: { location: paths.confirmSignIn() } })
}
