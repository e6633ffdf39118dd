import type { NextRequest } from 'next/server'
import { claimsOfOthers } from '@/lib/moderation/claim-queries'
import { mayModerateSomewhere } from '@/lib/moderation/moderation-policy'
import { readQueueFilter } from '@/lib/moderation/queue'
import { countWaiting } from '@/lib/moderation/queue-queries'
import { paths } from '@/lib/paths'
import { requireRight } from '@/lib/people/require-right'

/** How many comments wait in each tab of the queue by now, and which of them others look at. */
export async function GET(request: NextRequest): Promise<Response> {
  const viewer = await requireRight(mayModerateSomewhere, paths.moderation())
  const filter = readQueueFilter(Object.fromEntries(request.nextUrl.searchParams))
  const [counts, claims] = await Promise.all([countWaiting(viewer, filter), claimsOfOthers(viewer)])
  return Response.json({ counts, claims: Object.fromEntries(claims.map(({ commentId, by }) => [commentId, by])) })
}
