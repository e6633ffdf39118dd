import { unmute } from '@/lib/comments/mute-commands'
import { paths } from '@/lib/paths'
import { toPage } from '@/lib/people/account-forms'
import { formDone, refuseForm } from '@/lib/people/form-response'
import { answerSignedIn, readId } from '@/lib/people/signed-in-post'

/** Has the viewer see somebody's comments again. Doing it again changes nothing. */
export function POST(request: Request): Promise<Response> {
  return answerSignedIn(
    request,
    () => paths.mutedPeople(),
    async (viewer, sent) => {
      const id = readId(sent.text('person'))
      if (id === null) {
        return refuseForm(request, paths.mutedPeople(), {
          status: 422,
          problems: [{ words: 'Choose whom to unmute.' }],
        })
      }
      await unmute(viewer, id)
      return formDone(request, paths.mutedPeople('ended'))
    },
  )
}

export const GET = () => toPage(paths.mutedPeople())
