import { notFound } from 'next/navigation'
import { readId } from '@/lib/comments/comment-input'
import { claimComment, releaseComment } from '@/lib/moderation/claim-commands'
import { mayModerateSomewhere } from '@/lib/moderation/moderation-policy'
import { paths } from '@/lib/paths'
import { requireRight } from '@/lib/people/require-right'
import { Refused } from '@/lib/people/viewer'

type Props = { params: Promise<{ id: string }> }

/** Hears that a moderator still looks at a comment, or no more (`isLeaving`); says who else has it. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const viewer = await requireRight(mayModerateSomewhere, paths.moderation())
  const id = readId((await params).id) ?? notFound()
  const said = (await request.json().catch(() => null)) as { isLeaving?: unknown } | null
  try {
    if (!said?.isLeaving) return Response.json({ by: (await claimComment(viewer, id, true))?.by ?? null })
    await releaseComment(viewer, id)
    return new Response(null, { status: 204 })
  } catch (error) {
    if (error instanceof Refused) notFound()
    throw error
  }
}
