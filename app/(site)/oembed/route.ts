import type { NextRequest } from 'next/server'
import { answerOEmbed } from '@/lib/feeds/oembed-answer'

export const dynamic = 'force-dynamic'

export const GET = (request: NextRequest) => answerOEmbed(request.nextUrl.searchParams)
