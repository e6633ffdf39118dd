import { answerTwin } from '@/lib/feeds/article-answer'
import { notFound } from '@/lib/feeds/machine-answer'

export const dynamic = 'force-dynamic'

/** Where `/{section}/{slug}.md` is answered (next.config.js), and no other address: an article has one twin. */
export async function GET(request: Request, { params }: { params: Promise<{ section: string; file: string }> }) {
  if (new URL(request.url).pathname.startsWith('/markdown/')) return notFound()
  const { section, file } = await params
  return answerTwin(section, file)
}
