import { paths } from '@/lib/paths'
import { recoveryAnswer } from '@/lib/people/recovery-answer'
import { renewRecoveryCodes } from '@/lib/people/second-factor-commands'
import { answerSecurity } from '@/lib/people/security-post'

/** Makes new recovery codes, and shows them. */
export function POST(request: Request): Promise<Response> {
  return answerSecurity(request, paths.accountSecurity(), async (viewer) =>
    recoveryAnswer(request, await renewRecoveryCodes(viewer), 'codes'),
  )
}
