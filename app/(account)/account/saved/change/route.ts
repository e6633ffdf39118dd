import { paths } from '@/lib/paths'
import { formDone, refuseForm, type Sent, wantsJson } from '@/lib/people/form-response'
import { answerSignedIn, readId } from '@/lib/people/signed-in-post'
import { removeSaved, SavedFull, saveArticle } from '@/lib/saved/saved-commands'

const idIn = (sent: Sent) => readId(sent.text('article'))

/** Puts an article on the viewer's list, or takes it off with `saved=no`. */
export function POST(request: Request): Promise<Response> {
  const back = (sent: Sent) => paths.saveAfterwards(idIn(sent) ?? 0)
  return answerSignedIn(request, back, async (viewer, sent) => {
    const id = idIn(sent)
    const isRemoval = sent.text('saved') === 'no'
    try {
      if (id !== null && isRemoval) await removeSaved(viewer, id)
      else if (id === null || !(await saveArticle(viewer, id))) return refuse(request, NO_ARTICLE)
    } catch (error) {
      if (!(error instanceof SavedFull)) throw error
      return refuse(request, error.message)
    }
    if (wantsJson(request)) return Response.json({ saved: !isRemoval })
    return formDone(request, `${paths.savedArticles()}?done=${isRemoval ? 'removed' : 'saved'}`)
  })
}

const NO_ARTICLE = 'There is no such article for readers, so that it cannot be saved.'

function refuse(request: Request, words: string): Response {
  return refuseForm(request, paths.savedArticles(), { status: 422, problems: [{ words }] })
}

/** Whoever loads the form's address again gets the list. */
export function GET(): Response {
  return new Response(null, { status: 303, headers: { location: paths.savedArticles() } })
}
