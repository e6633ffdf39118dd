import { answerCommentsFeed } from '@/lib/comments/comments-feed-answer'
import { readPart } from '@/lib/paths'

export const dynamic = 'force-dynamic'

export async function GET(_: Request, { params }: { params: Promise<{ section: string; slug: string }> }) {
  const { section, slug } = await params
  return answerCommentsFeed(readPart(section), readPart(slug))
}
