import { paths } from '@/lib/paths'
import { mailboxForm, toPage } from '@/lib/people/account-forms'
import { answerOwnPost } from '@/lib/people/account-post'
import { formDone } from '@/lib/people/form-response'
import { requestMailbox } from '@/lib/people/mailbox-commands'

/** Asks for another address for the account. */
export function POST(request: Request): Promise<Response> {
  return answerOwnPost(request, mailboxForm, async (signed, { sent, caller }) => {
    const given = { email: sent.text('email'), current: sent.text('current') }
    return formDone(request, paths.verify(await requestMailbox(signed, given, caller)))
  })
}

export const GET = () => toPage(paths.accountMailbox())
