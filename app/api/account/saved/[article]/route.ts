import { currentViewer } from '@/lib/people/current-viewer'
import { answerNobody } from '@/lib/people/nobodys-answer'
import { readId } from '@/lib/people/signed-in-post'
import { isSaved } from '@/lib/saved/saved-queries'

type Props = { params: Promise<{ article: string }> }

/** Whether the viewer saved an article: for the mark on its page, which is the same for everyone. */
export async function GET(_: Request, { params }: Props): Promise<Response> {
  const viewer = await currentViewer()
  if (!viewer) return answerNobody({ saved: null })
  const id = readId((await params).article)
  return Response.json({ saved: id !== null && (await isSaved(viewer, id)) })
}
