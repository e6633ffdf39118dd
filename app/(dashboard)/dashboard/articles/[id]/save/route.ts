import { checksAfter } from '@/lib/articles/editing/desk-checks'
import { answerOf, refusalOf, type SaveAnswer } from '@/lib/articles/editing/save-answer'
import { saveArticle } from '@/lib/articles/editing/save-article'
import { currentViewer } from '@/lib/people/current-viewer'

type Props = { params: Promise<{ id: string }> }

/** Takes one save of the editor's script, as JSON. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const viewer = await currentViewer()
  if (!viewer) return tell(401, refused('You are signed out. Sign in again in another tab, then save.'))
  const { id } = await params
  try {
    const outcome = await saveArticle(viewer, Number(id), await request.json())
    const { status, answer } = answerOf(
      outcome,
      outcome.outcome === 'saved' ? await checksAfter(viewer, Number(id)) : null,
    )
    return tell(status, answer)
  } catch (error) {
    if (error instanceof SyntaxError) return tell(400, refused('The save was cut short. It is sent again.', true))
    const refusal = refusalOf(error)
    if (!refusal) throw error
    return tell(refusal.status, { ...refused(refusal.words, refusal.status === 422), field: refusal.field })
  }
}

function refused(words: string, sendWhole = false): Extract<SaveAnswer, { outcome: 'refused' }> {
  return { outcome: 'refused', words, field: null, sendWhole }
}

function tell(status: number, answer: SaveAnswer): Response {
  return Response.json(answer, { status })
}
