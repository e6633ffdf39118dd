import { answerOEmbed } from '@/lib/feeds/oembed-answer'

export const dynamic = 'force-dynamic'

export const GET = (request: Request) => answerOEmbed(new URL(request.url).searchParams)
