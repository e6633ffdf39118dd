import type { RegistrationResponseJSON } from '@simplewebauthn/server'
import { paths } from '@/lib/paths'
import { addPasskey } from '@/lib/people/passkey-commands'
import { readResponse } from '@/lib/people/passkey-response'
import { recoveryAnswer } from '@/lib/people/recovery-answer'
import { answerSecurity } from '@/lib/people/security-post'

/** Takes the passkey that the browser has made. */
export function POST(request: Request): Promise<Response> {
  return answerSecurity(request, paths.accountSecurity(), async (viewer, sent) => {
    const response = readResponse<RegistrationResponseJSON>(sent.text('response'))
    return recoveryAnswer(request, await addPasskey(viewer, response, sent.text('name')), 'passkey')
  })
}
