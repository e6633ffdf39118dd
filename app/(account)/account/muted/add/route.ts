import { countDeed } from '@/lib/comments/comment-limits'
import { CommentRefused } from '@/lib/comments/comment-refused'
import { mute } from '@/lib/comments/mute-commands'
import { paths } from '@/lib/paths'
import { toPage } from '@/lib/people/account-forms'
import { callerOf } from '@/lib/people/caller'
import { formDone, refuseForm, type Sent } from '@/lib/people/form-response'
import { answerSignedIn, readId } from '@/lib/people/signed-in-post'

const personIn = (sent: Sent) => readId(sent.text('person'))

/** Hides what somebody says from the viewer. Doing it again changes nothing. */
export function POST(request: Request): Promise<Response> {
  const page = (sent: Sent) => {
    const id = personIn(sent)
    return id === null ? paths.mutedPeople() : paths.mutedPerson(id)
  }
  return answerSignedIn(request, page, async (viewer, sent) => {
    const id = personIn(sent)
    try {
      if (id === null) throw new CommentRefused(422, 'Choose whom to mute.')
      countDeed('other', viewer.personId, callerOf(request.headers).network)
      await mute(viewer, id)
      return formDone(request, paths.mutedPerson(id, 'muted'))
    } catch (error) {
      if (!(error instanceof CommentRefused)) throw error
      return refuseForm(request, page(sent), error.refusal)
    }
  })
}

export const GET = () => toPage(paths.mutedPeople())
