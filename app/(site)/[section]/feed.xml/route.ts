import { answerFeed } from '@/lib/feeds/feed-answer'

export const dynamic = 'force-dynamic'

export async function GET(_: Request, { params }: { params: Promise<{ section: string }> }) {
  return answerFeed('rss', { is: 'section', name: (await params).section })
}
