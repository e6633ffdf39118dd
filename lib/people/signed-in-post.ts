import { STATUS_CODES } from 'node:http'
import { paths } from '../paths'
import { currentViewer } from './current-viewer'
import { readSent, type Sent, wantsJson } from './form-response'
import type { Viewer } from './viewer'

/**
 * Answers a form that only somebody who is signed in may send; whoever is not is sent to do so.
 *
 * @param back where to return to after signing in: a page, never the form's own address
 */
export async function answerSignedIn(
  request: Request,
  back: (sent: Sent) => string,
  work: (viewer: Viewer, sent: Sent) => Promise<Response>,
): Promise<Response> {
  const sent = await readSent(request)
  if (!sent) return new Response('Send a form, or JSON.\n', { status: 415 })
  const viewer = await currentViewer()
  if (viewer) return work(viewer, sent)
  if (!wantsJson(request)) return new Response(null, { status: 303, headers: { location: paths.signIn(back(sent)) } })
  const problem = { type: 'about:blank', title: STATUS_CODES[401], status: 401, detail: 'Sign in first.' }
  return new Response(JSON.stringify(problem), { status: 401, headers: { 'content-type': 'application/problem+json' } })
}

/** A number that identifies a row, as it stood in a form or an address; null when it is none. */
export function readId(text: string): number | null {
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null
}
