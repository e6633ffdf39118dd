import { answerDeed } from '@/lib/comments/deed-actions'
import { paths } from '@/lib/paths'

type Context = { params: Promise<{ id: string; deed: string }> }

/** Does something about one comment: edit, delete, like, report, mute, follow, appeal, pick, hide. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { id, deed } = await params
  return answerDeed(request, id, deed) ?? new Response('There is nothing to do here.\n', { status: 404 })
}

/** Whoever loads the address of a form’s answer again gets the form. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { id, deed } = await params
  const number = Number(id)
  if (!Number.isSafeInteger(number) || number < 1) return new Response('Not found\n', { status: 404 })
  const pages: Record<string, (id: number) => string> = {
    edit: paths.changeComment,
    report: paths.reportComment,
    appeal: paths.appealComment,
    hide: paths.hideComment,
  }
  const page = Object.hasOwn(pages, deed) ? (pages[deed] as (id: number) => string) : paths.oneComment
  return new Response(null, { status: 303, headers: { location: page(number) } })
}
