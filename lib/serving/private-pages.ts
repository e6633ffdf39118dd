import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { NETWORK_HEADER } from '../people/caller'
import type { Reading } from './addresses'
import type { Answered } from './answers'
import { type BodyLimit, bodyLimitOf, inTurn } from './body-limit'
import type { BroughtBodies, BroughtBody } from './brought-bodies'
import { networkOf } from './client-network'
import type { Printed, PrivateRequest } from './press-messages'
import { isReadApiAddress } from './read-api-addresses'
import { refuse } from './refusal'
import { privateHeaders } from './security-headers'

export type PrivatePages = {
  answer: (request: PrivateRequest) => Promise<Printed>
  /** Learns of what the answer changed, before anyone hears of it. */
  catchUp: () => void
  siteUrl: string
  /** Where what is brought waits for its answer. */
  bodies: BroughtBodies
  /** How many proxies stand in front (`TRUST_PROXY`). */
  proxies: number
}

/** First parts of addresses that are answered to one person, or do something. */
const PRIVATE = new Set([
  'account',
  'api',
  'comments',
  'dashboard',
  'reset',
  'sign-in',
  'sign-out',
  'sign-up',
  'theme',
  'theme.css',
  'verify',
])

/** What Next trusts when it comes from a proxy of its own, and no stranger may say (CVE-2025-29927 and its kin). */
const NEVER_FROM_OUTSIDE =
  /^(?:x-middleware-|x-invoke-|x-matched-path|x-now-|x-nextjs-|x-forwarded-(?:host|proto|port)|x-original-url|x-rewrite-url|x-http-method|x-client-network)/

export function isPrivateAddress(path: string): boolean {
  return !isReadApiAddress(path) && PRIVATE.has(path.split('/', 2)[1] ?? '')
}

/** Hands a request to Next as it is, but for what a stranger must not say; the answer is kept by nobody. */
export async function answerPrivately(
  request: IncomingMessage,
  response: ServerResponse,
  pages: PrivatePages,
  id: string,
  reading: Reading,
): Promise<[Answered, number]> {
  const isReading = request.method === 'GET' || request.method === 'HEAD'
  if (!isReading && request.method !== 'POST')
    return refuse(response, 405, `${request.method} means nothing here.`, id, ['allow', 'GET, HEAD, POST'])
  if (isReading && reading.is === 'elsewhere') return moveTo(request, response, reading.address, id)
  if (!isReading && !isOwnOrigin(request, pages.siteUrl)) {
    return refuse(response, 403, 'This form was sent from another site. Open the page here and send it again.', id)
  }
  const path = reading.is === 'page' ? reading.path : ''
  const limit = await bodyLimitOf(request, path, pages.siteUrl)
  if (!isReading && request.headers['transfer-encoding'] && !limit.isBrought)
    return refuse(response, 411, 'Say how long the message is.', id)
  if (Number(request.headers['content-length'] ?? 0) > limit.bytes) return refuse(response, 413, limit.words, id)
  if (limit.isBrought) return answerBrought(request, response, pages, id, limit)
  const body = await readBody(request, limit.bytes)
  if (!body) return refuse(response, 413, limit.words, id)
  return answerWhole(request, response, pages, id, { body })
}

/** Where a sender has gone there is nobody to answer; the number is what other servers note then. */
const NOBODY_THERE = 499

/** The same for what is too large for memory: it comes to the disk first, and is worked on in its turn. */
async function answerBrought(
  request: IncomingMessage,
  response: ServerResponse,
  pages: PrivatePages,
  id: string,
  limit: BodyLimit,
): Promise<[Answered, number]> {
  let brought: BroughtBody | null
  try {
    brought = await pages.bodies.take(request, limit.bytes)
  } catch (error) {
    if (request.errored) return ['refused', NOBODY_THERE]
    throw error
  }
  if (!brought) return refuse(response, 413, limit.words, id)
  const { file, size } = brought
  try {
    delete request.headers['transfer-encoding']
    request.headers['content-length'] = String(size)
    const sent = { body: new Uint8Array(), bodyFile: file }
    return await inTurn(limit, () => answerWhole(request, response, pages, id, sent))
  } finally {
    await pages.bodies.forget(brought)
  }
}

async function answerWhole(
  request: IncomingMessage,
  response: ServerResponse,
  pages: PrivatePages,
  id: string,
  sent: Pick<PrivateRequest, 'body' | 'bodyFile'>,
): Promise<[Answered, number]> {
  const nonce = randomBytes(16).toString('base64')
  const headers = privateHeaders(pages.siteUrl, nonce)
  const network = networkOf(request, pages.proxies)
  speakForTheSite(request, pages.siteUrl, headers['content-security-policy'] as string)
  request.headers[NETWORK_HEADER] = network
  const answer = await pages.answer(wholeRequest(request, sent))
  pages.catchUp()
  response.writeHead(answer.status, { ...answer.headers, ...headers, 'x-request-id': id })
  response.end(request.method === 'HEAD' ? undefined : answer.body)
  return ['private', answer.status]
}

function wholeRequest(
  { method = 'GET', url = '/', headers }: IncomingMessage,
  sent: Pick<PrivateRequest, 'body' | 'bodyFile'>,
): PrivateRequest {
  return { method, url, headers: headers as PrivateRequest['headers'], ...sent }
}

/** What was sent with a request; null when it is more than it may be, whatever it said beforehand. */
async function readBody(request: IncomingMessage, most: number): Promise<Uint8Array | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > most) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** The page learns the site's own name, never the one in the request; Next takes its nonce from the policy. */
function speakForTheSite(request: IncomingMessage, siteUrl: string, policy: string): void {
  for (const name of Object.keys(request.headers)) if (NEVER_FROM_OUTSIDE.test(name)) delete request.headers[name]
  request.headers.host = new URL(siteUrl).host
  if (request.headers.origin) request.headers.origin = new URL(siteUrl).origin
  request.headers['content-security-policy'] = policy
}

/**
 * A browser says where a form was on (Fetch standard, `Origin`; Fetch Metadata `Sec-Fetch-Site`). One that says nothing
 * is no browser, and carries nobody's cookies unknowingly.
 */
function isOwnOrigin(request: IncomingMessage, siteUrl: string): boolean {
  const { origin } = request.headers
  const site = request.headers['sec-fetch-site']
  if (origin === undefined) return site === undefined || site === 'same-origin' || site === 'none'
  return ownOrigins(siteUrl).has(origin)
}

function ownOrigins(siteUrl: string): Set<string> {
  const own = new URL(siteUrl)
  const origins = new Set([own.origin])
  // On the operator's own machine the same server goes by both names.
  if (own.hostname === 'localhost') origins.add(`${own.protocol}//127.0.0.1${own.port && `:${own.port}`}`)
  return origins
}

function moveTo(request: IncomingMessage, response: ServerResponse, address: string, id: string): [Answered, number] {
  const query = (request.url as string).split('?').slice(1).join('?')
  const path = address.split('?', 1)[0]
  response.writeHead(308, [
    'location',
    query ? `${path}?${query}` : (path as string),
    'content-length',
    '0',
    'x-request-id',
    id,
  ])
  response.end()
  return ['private', 308]
}
