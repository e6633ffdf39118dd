import { paths } from '@/lib/paths'
import { currentViewer } from '@/lib/people/current-viewer'
import { answerNobody } from '@/lib/people/nobodys-answer'
import { listSaved } from '@/lib/saved/saved-queries'

/** What the viewer saved last: for the page that lists what the device keeps. */
export async function GET(): Promise<Response> {
  const viewer = await currentViewer()
  if (!viewer) return answerNobody({ articles: null })
  const { cards, total } = await listSaved(viewer, 1)
  const articles = cards.map((card) => ({ address: paths.article(card), headline: card.headline }))
  return Response.json({ articles, total })
}
