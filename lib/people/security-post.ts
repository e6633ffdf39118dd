import { paths } from '../paths'
import { AccountRefused } from './account-refused'
import { type Caller, callerOf } from './caller'
import { currentHalfway, currentSigned } from './current-viewer'
import { readSent, refuseForm, type Sent, wantsJson } from './form-response'
import { PersonRefused } from './person-refused'
import { PROOF_LASTS } from './session'
import type { Halfway, Signed } from './session-queries'
import type { Viewer } from './viewer'

const PAGE = paths.accountSecurity()

/**
 * Answers a form that changes how its sender signs in: only for somebody who has shown who they are within a quarter of an
 * hour, so that a browser left open gives nobody a lasting way in (OWASP ASVS 7.5.1).
 *
 * @param page where the form is, and is shown again with what is wrong
 */
export async function answerSecurity(
  request: Request,
  page: string,
  work: (viewer: Viewer, sent: Sent) => Promise<Response>,
): Promise<Response> {
  const sent = await readSent(request)
  if (!sent) return new Response('Send a form, or JSON.\n', { status: 415 })
  const signed = await currentSigned()
  if (!signed) return elsewhere(request, paths.signIn(PAGE), 401, 'Sign in first.')
  if (!isFresh(signed)) return proveAgain(request)
  try {
    return await work(signed.viewer, sent)
  } catch (error) {
    if (error instanceof AccountRefused) return refuseForm(request, page, error.refusal)
    if (error instanceof PersonRefused)
      return refuseForm(request, page, { status: 409, problems: [{ words: error.message }] })
    throw error
  }
}

/** Answers a form of the second step of signing in. */
export async function answerHalfway(
  request: Request,
  page: (sent: Sent) => string,
  work: (halfway: Halfway, sent: Sent, caller: Caller) => Promise<Response>,
): Promise<Response> {
  const sent = await readSent(request)
  if (!sent) return new Response('Send a form, or JSON.\n', { status: 415 })
  const halfway = await currentHalfway()
  if (!halfway) return elsewhere(request, paths.signIn(), 401, 'Sign in first.')
  try {
    return await work(halfway, sent, callerOf(request.headers))
  } catch (error) {
    if (error instanceof AccountRefused) return refuseForm(request, page(sent), error.refusal)
    if (error instanceof PersonRefused)
      return refuseForm(request, page(sent), { status: 422, problems: [{ words: error.message }] })
    throw error
  }
}

/** Whether somebody has shown who they are within a quarter of an hour. */
export function isFresh({ session }: Pick<Signed, 'session'>, now = Date.now()): boolean {
  const shown = Math.max(session.provenAt.getTime(), session.secondFactorAt?.getTime() ?? 0)
  return now - shown < PROOF_LASTS
}

async function proveAgain(request: Request): Promise<Response> {
  if (await currentHalfway())
    return elsewhere(request, paths.confirmSignIn(PAGE), 403, 'Show your second factor again.')
  const words = 'For this, sign out and in again: you must have shown who you are within a quarter of an hour.'
  return refuseForm(request, PAGE, { status: 403, problems: [{ words }] })
}

function elsewhere(request: Request, location: string, status: 401 | 403, detail: string): Response {
  if (!wantsJson(request)) return new Response(null, { status: 303, headers: { location } })
  const body = JSON.stringify({ type: 'about:blank', title: detail, status, detail, location })
  return new Response(body, { status, headers: { 'content-type': 'application/problem+json' } })
}

/** Data for a script of the page that asked. */
export function jsonAnswer(value: unknown): Response {
  return new Response(JSON.stringify(value), { headers: { 'content-type': 'application/json' } })
}
