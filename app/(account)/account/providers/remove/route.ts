import { paths } from '@/lib/paths'
import { providersForm, toPage } from '@/lib/people/account-forms'
import { answerOwnPost } from '@/lib/people/account-post'
import { formDone } from '@/lib/people/form-response'
import { disconnectProvider } from '@/lib/people/provider-commands'

/** Has an account elsewhere no longer open this one. */
export function POST(request: Request): Promise<Response> {
  return answerOwnPost(request, providersForm, async ({ viewer }, { sent }) => {
    await disconnectProvider(viewer, sent.text('provider'))
    return formDone(request, paths.accountProviders('removed'))
  })
}

export const GET = () => toPage(paths.accountProviders())
