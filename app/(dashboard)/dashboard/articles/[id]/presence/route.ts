import { checksOn } from '@/lib/articles/editing/desk-checks'
import { openArticle } from '@/lib/articles/editing/desk-content'
import { noteGone, noteHere, type PresenceAnswer } from '@/lib/articles/editing/presence'
import { refusalOf } from '@/lib/articles/editing/save-answer'
import { currentViewer } from '@/lib/people/current-viewer'

type Props = { params: Promise<{ id: string }> }
type Said = { tab?: unknown; isWriting?: unknown; revision?: unknown; isLeaving?: unknown }

/** Hears that somebody has an article open; says who else has, and what was saved since the revision that they have. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const viewer = await currentViewer()
  if (!viewer) return new Response(null, { status: 401 })
  const id = Number((await params).id)
  const said = ((await request.json().catch(() => null)) ?? {}) as Said
  const tab = `${viewer.personId}:${String(said.tab ?? '').slice(0, 100)}`
  try {
    const { row, content } = await openArticle(viewer, id)
    if (said.isLeaving) {
      noteGone(id, tab)
      return new Response(null, { status: 204 })
    }
    const others = noteHere(viewer, id, tab, Boolean(said.isWriting))
    const isNewer = row.revision > Number(said.revision ?? 0)
    const checks = await checksOn(id, content)
    const answer: PresenceAnswer = { others, revision: row.revision, content: isNewer ? content : null, checks }
    return Response.json(answer)
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal) throw error
    return new Response(null, { status: refusal.status })
  }
}
