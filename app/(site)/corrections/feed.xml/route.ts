import { answerCorrectionsFeed } from '@/lib/feeds/corrections-feed'

export const dynamic = 'force-dynamic'

export const GET = () => answerCorrectionsFeed()
