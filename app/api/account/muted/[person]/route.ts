import { getMuteState } from '@/lib/comments/mute-queries'
import { currentViewer } from '@/lib/people/current-viewer'
import { answerNobody } from '@/lib/people/nobodys-answer'
import { readId } from '@/lib/people/signed-in-post'

type Props = { params: Promise<{ person: string }> }

/** Whether the viewer muted somebody: for the button on that person's page, which is the same for everyone. */
export async function GET(_: Request, { params }: Props): Promise<Response> {
  const viewer = await currentViewer()
  if (!viewer) return answerNobody({ muted: null })
  const id = readId((await params).person)
  const state = id === null ? null : await getMuteState(viewer, id)
  return Response.json({ muted: state?.isMuted ?? false, own: state?.isOwn ?? false })
}
