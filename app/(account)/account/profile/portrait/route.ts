import { paths } from '@/lib/paths'
import { portraitForm, toPage } from '@/lib/people/account-forms'
import { answerOwnPost } from '@/lib/people/account-post'
import { formDone } from '@/lib/people/form-response'
import { removePortrait, setPortrait } from '@/lib/people/portrait-commands'

/** Shows oneself by another picture, or by none with `remove=1`. */
export function POST(request: Request): Promise<Response> {
  return answerOwnPost(request, portraitForm, async ({ viewer }, { sent, caller }) => {
    if (sent.text('remove') === '1') {
      await removePortrait(viewer)
      return formDone(request, paths.accountProfile('portrait-removed'))
    }
    const file = sent.file('portrait')
    const bytes = file ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array()
    await setPortrait(viewer, bytes, caller)
    return formDone(request, paths.accountProfile('portrait'))
  })
}

export const GET = () => toPage(paths.accountProfile())
