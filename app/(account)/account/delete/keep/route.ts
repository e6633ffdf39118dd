import { paths } from '@/lib/paths'
import { deletionForm, toPage } from '@/lib/people/account-forms'
import { answerOwnPost } from '@/lib/people/account-post'
import { formDone } from '@/lib/people/form-response'
import { keepAccount } from '@/lib/personal-data/deletion-commands'

/** Keeps an account that was to be deleted. */
export function POST(request: Request): Promise<Response> {
  return answerOwnPost(request, deletionForm, async (signed) => {
    await keepAccount(signed.viewer)
    return formDone(request, paths.accountDeletion('kept'))
  })
}

export const GET = () => toPage(paths.accountDeletion())
