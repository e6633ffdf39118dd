import { answerFeed } from '@/lib/feeds/feed-answer'

export const dynamic = 'force-dynamic'

export async function GET(_: Request, { params }: { params: Promise<{ tag: string }> }) {
  return answerFeed('rss', { is: 'tag', name: (await params).tag })
}
