import { paths } from '@/lib/paths'
import { saveProfile } from '@/lib/people/account-commands'
import { profileForm, toPage } from '@/lib/people/account-forms'
import { answerOwnPost } from '@/lib/people/account-post'
import { formDone } from '@/lib/people/form-response'

/** Says who one is. */
export function POST(request: Request): Promise<Response> {
  return answerOwnPost(request, profileForm, async ({ viewer }, { sent }) => {
    const showsComments = sent.text('comments') === '1'
    await saveProfile(viewer, { name: sent.text('name'), bio: sent.text('bio'), showsComments })
    return formDone(request, paths.accountProfile('saved'))
  })
}

export const GET = () => toPage(paths.accountProfile())
