import { answerDeed } from '../comments/deed-actions'
import { answerMine } from '../comments/mine-answer'
import { answerPost } from '../comments/post-action'
import { wantsJson } from '../people/form-response'
import type { Printed, PrivateRequest } from './press-messages'

/**
 * What a page's own script sends and asks for in a conversation. The answer is a few letters of JSON in which nothing is
 * drawn, and drawing is what Next is for: its way to the same function and back costs ten times what the function does.
 * Forms without a script, and every other address, are answered by Next; both doors lead to the same functions.
 *
 * @param siteUrl the site's own origin, which the request is said to have been sent to
 * @returns null when it is no such request
 */
export function answerScript(request: PrivateRequest, siteUrl: string): Promise<Printed> | null {
  return doorOf(request, siteUrl)?.then(print) ?? null
}

const MINE = /^\/comments\/mine(?:\?|$)/
const DEED = /^\/comments\/([1-9]\d{0,14})\/([a-z]+)$/

function doorOf(sent: PrivateRequest, siteUrl: string): Promise<Response> | null {
  if (sent.method === 'GET') return MINE.test(sent.url) ? answerMine(asRequest(sent, siteUrl)) : null
  const deed = DEED.exec(sent.url)
  if (sent.method !== 'POST' || !(deed || sent.url === '/comments')) return null
  const request = asRequest(sent, siteUrl)
  if (!wantsJson(request)) return null
  return deed ? answerDeed(request, deed[1] as string, deed[2] as string) : answerPost(request)
}

function asRequest({ method, url, headers, body }: PrivateRequest, siteUrl: string): Request {
  const given = new Headers()
  for (const [name, value] of Object.entries(headers)) given.set(name, String(value))
  return new Request(new URL(url, siteUrl), { method, headers: given, body: method === 'GET' ? null : body.slice() })
}

async function print(response: Response): Promise<Printed> {
  const headers: Printed['headers'] = Object.fromEntries(response.headers)
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) headers['set-cookie'] = cookies
  return { status: response.status, headers, body: new Uint8Array(await response.arrayBuffer()) }
}
