import { answerFeed } from '@/lib/feeds/feed-answer'

export const dynamic = 'force-dynamic'

export const GET = () => answerFeed('json', { is: 'site' })
