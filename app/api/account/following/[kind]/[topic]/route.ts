import { readPart } from '@/lib/paths'
import { currentViewer } from '@/lib/people/current-viewer'
import { answerNobody } from '@/lib/people/nobodys-answer'
import { readTopic } from '@/lib/saved/follow'
import { isFollowed } from '@/lib/saved/follow-queries'

type Props = { params: Promise<{ kind: string; topic: string }> }

/** Whether the viewer follows a topic: for the button on its page, which is the same for everyone. */
export async function GET(_: Request, { params }: Props): Promise<Response> {
  const viewer = await currentViewer()
  if (!viewer) return answerNobody({ followed: null })
  const { kind, topic } = await params
  const known = readTopic(kind, readPart(topic))
  return Response.json({ followed: known !== null && (await isFollowed(viewer, known)) })
}
