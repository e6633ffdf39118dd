import { currentViewer } from '@/lib/people/current-viewer'
import { readId } from '@/lib/people/signed-in-post'
import { isSaved } from '@/lib/saved/saved-queries'

type Props = { params: Promise<{ article: string }> }

/** Whether the viewer saved an article: for the mark on its page, which is the same for everyone. */
export async function GET(_: Request, { params }: Props): Promise<Response> {
  const viewer = await currentViewer()
  if (!viewer) return Response.json({ saved: null }, { status: 401 })
  const id = readId((await params).article)
  return Response.json({ saved: id !== null && (await isSaved(viewer, id)) })
}
