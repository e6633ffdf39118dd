import { answerFeed } from '@/lib/feeds/feed-answer'

export const dynamic = 'force-dynamic'

export async function GET(_: Request, { params }: { params: Promise<{ handle: string }> }) {
  return answerFeed('rss', { is: 'author', name: (await params).handle })
}
