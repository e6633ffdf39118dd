import { answerPost } from '@/lib/comments/post-action'
import { paths } from '@/lib/paths'

/** Posts a comment, or a reply to one. */
export function POST(request: Request): Promise<Response> {
  return answerPost(request)
}

/** Whoever loads the address of a form’s answer again sees what they have written. */
export function GET(): Response {
  return new Response(null, { status: 303, headers: { location: paths.ownComments() } })
}
