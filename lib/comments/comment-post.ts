import { readEnvironment } from '../env'
import { paths } from '../paths'
import { callerOf } from '../people/caller'
import { type Refusal, readSent, refuseForm, type Sent, wantsJson } from '../people/form-response'
import { inOneLine } from '../people/standing'
import { barredOfCookie } from '../people/standing-queries'
import { Refused, type Viewer } from '../people/viewer'
import { viewerOfCookie } from '../people/viewer-of-cookie'
import { BodyRefused } from './comment-input'
import { countDeed, type Deed } from './comment-limits'
import { CommentRefused } from './comment-refused'

export type CommentPost = { viewer: Viewer; sent: Sent; network: string }

/** What a program is told; a person is led to `location`. */
export type CommentAnswer = { location: string; cookies?: string[] } & Record<string, unknown>

type Form = {
  deed: Deed
  /** The page that shows the form again. */
  page: (sent: Sent) => string
  /** The fields that are shown again with what was typed. */
  keep: string[]
  /** Where somebody who is not signed in comes back to, with what they typed; for people, not for programs. */
  signIn: (sent: Sent, network: string) => Promise<{ back: string; cookies?: string[] }>
}

/**
 * Answers a form of a conversation: who, what, may they, do it, tell.
 *
 * @param work does it
 */
export async function answerComment(
  request: Request,
  form: Form,
  work: (post: CommentPost) => Promise<CommentAnswer>,
): Promise<Response> {
  const sent = await readSent(request)
  if (!sent) return new Response('Send a form, or JSON.\n', { status: 415 })
  const { network } = callerOf(request.headers)
  const cookies = request.headers.get('cookie') ?? ''
  const viewer = await viewerOfCookie(cookies)
  try {
    const barred = viewer ? null : await barredOfCookie(cookies)
    if (barred) throw new CommentRefused(403, inOneLine(barred))
    if (!viewer) return await askToSignIn(request, form, sent, network)
    countDeed(form.deed, viewer.personId, network)
    return done(request, await work({ viewer, sent, network }))
  } catch (error) {
    return refuseForm(request, form.page(sent), refusalOf(error), {
      ...sent.kept(...form.keep),
      ...(error instanceof BodyRefused && { body: error.cleaned }),
    })
  }
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof CommentRefused) return error.refusal
  if (error instanceof Refused) return { status: 403, problems: [{ words: 'Your account may not do this.' }] }
  throw error
}

async function askToSignIn(request: Request, form: Form, sent: Sent, network: string): Promise<Response> {
  if (wantsJson(request)) {
    const words = 'Sign in to take part in the conversation.'
    const body = { type: 'about:blank', title: 'Unauthorized', status: 401, detail: words, problems: [{ words }] }
    return new Response(JSON.stringify(body), { status: 401, headers: { 'content-type': 'application/problem+json' } })
  }
  const { back, cookies = [] } = await form.signIn(sent, network)
  const headers = new Headers(cookies.map((cookie): [string, string] => ['set-cookie', cookie]))
  headers.set('location', paths.signIn(back))
  return new Response(null, { status: 303, headers })
}

function done(request: Request, { cookies = [], ...answer }: CommentAnswer): Response {
  const headers = new Headers(cookies.map((cookie): [string, string] => ['set-cookie', cookie]))
  if (wantsJson(request)) {
    headers.set('content-type', 'application/json')
    return new Response(JSON.stringify(answer), { headers })
  }
  headers.set('location', answer.location)
  return new Response(null, { status: 303, headers })
}

/** The secret of a kept text that a request carries. */
export function draftSecretOf(request: Request, name: string): string {
  const cookies = request.headers.get('cookie') ?? ''
  for (const pair of cookies.split(';')) {
    const [key = '', value = ''] = pair.trim().split('=', 2)
    if (key === name) return value
  }
  return ''
}

export function siteUrl(): string {
  return readEnvironment().siteUrl
}
