import { paths } from '@/lib/paths'
import { formDone } from '@/lib/people/form-response'
import { recoveryAnswer } from '@/lib/people/recovery-answer'
import { confirmAuthenticator, removeAuthenticator } from '@/lib/people/second-factor-commands'
import { answerSecurity } from '@/lib/people/security-post'

const PAGE = paths.accountSecurity()

/** Takes an app with its first code, or removes it. */
export function POST(request: Request): Promise<Response> {
  return answerSecurity(request, PAGE, async (viewer, sent) => {
    if (sent.text('do') === 'remove') {
      await removeAuthenticator(viewer, sent.text('agreed') === 'on')
      return formDone(request, `${PAGE}?done=removed`)
    }
    return recoveryAnswer(request, await confirmAuthenticator(viewer, sent.text('code')), 'app')
  })
}
