import { paths } from '@/lib/paths'
import { currentViewer } from '@/lib/people/current-viewer'
import { listSaved } from '@/lib/saved/saved-queries'

/** What the viewer saved last: for the page that lists what the device keeps. */
export async function GET(): Promise<Response> {
  const viewer = await currentViewer()
  if (!viewer) return Response.json({ articles: null }, { status: 401 })
  const { cards, total } = await listSaved(viewer, 1)
  const articles = cards.map((card) => ({ address: paths.article(card), headline: card.headline }))
  return Response.json({ articles, total })
}
