import { paths } from '@/lib/paths'
import { requireProof } from '@/lib/people/account-commands'
import { deletionForm, toPage } from '@/lib/people/account-forms'
import { answerOwnPost } from '@/lib/people/account-post'
import { AccountRefused, wrongField } from '@/lib/people/account-refused'
import { formDone } from '@/lib/people/form-response'
import { PersonRefused } from '@/lib/people/person-refused'
import { commentFateSchema } from '@/lib/personal-data/deletion'
import { askForDeletion } from '@/lib/personal-data/deletion-commands'

/** Asks for one's account to be deleted. */
export function POST(request: Request): Promise<Response> {
  return answerOwnPost(request, deletionForm, async (signed, { sent, caller }) => {
    const fate = commentFateSchema.safeParse(sent.text('comments'))
    if (!fate.success) throw wrongField('comments', 'Choose what becomes of your comments.')
    await requireProof(signed, sent.text('current'), caller)
    try {
      await askForDeletion(signed.viewer, fate.data)
    } catch (error) {
      if (!(error instanceof PersonRefused)) throw error
      throw new AccountRefused({ status: 409, problems: [{ words: error.message }] })
    }
    return formDone(request, paths.accountDeletion('asked'))
  })
}

export const GET = () => toPage(paths.accountDeletion())
