import type { NextRequest } from 'next/server'
import { mayModerateSomewhere } from '@/lib/moderation/moderation-policy'
import { readQueueFilter } from '@/lib/moderation/queue'
import { countQueue } from '@/lib/moderation/queue-queries'
import { paths } from '@/lib/paths'
import { requireRight } from '@/lib/people/require-right'

/** How many comments are in each tab of the queue by now; the query is that of the page. */
export async function GET(request: NextRequest): Promise<Response> {
  const viewer = await requireRight(mayModerateSomewhere, paths.moderation())
  const filter = readQueueFilter(Object.fromEntries(request.nextUrl.searchParams))
  return Response.json(await countQueue(viewer, filter))
}
