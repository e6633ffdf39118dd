import { paths } from '@/lib/paths'
import { formDone } from '@/lib/people/form-response'
import { renamePasskey } from '@/lib/people/passkey-commands'
import { removePasskey } from '@/lib/people/second-factor-commands'
import { answerSecurity } from '@/lib/people/security-post'

const PAGE = paths.accountSecurity()

/** Renames or removes a passkey. */
export function POST(request: Request): Promise<Response> {
  return answerSecurity(request, PAGE, async (viewer, sent) => {
    const id = Number(sent.text('id'))
    if (sent.text('do') === 'remove') {
      await removePasskey(viewer, id, sent.text('agreed') === 'on')
      return formDone(request, `${PAGE}?done=removed`)
    }
    await renamePasskey(viewer, id, sent.text('name'))
    return formDone(request, `${PAGE}?done=renamed`)
  })
}
