import { readUnsubscribeToken, unsubscribe } from '@/lib/notifications/unsubscribe'
import { paths } from '@/lib/paths'
import { wantsJson } from '@/lib/people/form-response'
import { showInstead } from '@/lib/serving/form-answers'

type Props = { params: Promise<{ token: string }> }

/** Asks first: programs that look at the links of a mail must not end it (RFC 8058 §1). */
export async function GET(_: Request, { params }: Props): Promise<Response> {
  const { token } = await params
  return answer(token, readUnsubscribeToken(token) ? 'ask' : 'stale')
}

/** Ends mail of the kind that the token names, signed in or not, from a mail program or from the page. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const { token } = await params
  const known = readUnsubscribeToken(token)
  if (known) await unsubscribe(known)
  if (wantsJson(request)) return Response.json({ unsubscribed: known !== null }, { status: known ? 200 : 404 })
  return answer(token, known ? 'done' : 'stale')
}

function answer(token: string, step: 'ask' | 'done' | 'stale'): Response {
  showInstead(paths.unsubscribePage(), { problems: [], values: { token, step } })
  return new Response(step, { status: step === 'stale' ? 404 : 200 })
}
