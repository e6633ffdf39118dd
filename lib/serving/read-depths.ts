import type { IncomingMessage, ServerResponse } from 'node:http'
import { DEPTH_STEPS } from '../reading/view-tally'
import type { Answered } from './answers'
import { isThisMachine, networkOf } from './client-network'
import { Limit } from './limits'
import { refuse } from './refusal'
import type { ViewCounts } from './view-counts'

/** Where pages say how far they were read (`app/_reader/depth.js`). */
export const DEPTH_ADDRESS = '/api/depth'

/** Somebody who opens many articles in a row says so a few times for each. */
const ALLOWANCE = { burst: 60, perSecond: 1 }

/** Where nothing is known but that it came through this machine, many readers may stand behind it. */
const BEHIND_THIS_MACHINE = 100

/**
 * Takes what a page says of how far it was read: the article, the step that was told before and the one that was reached.
 * Nothing else is taken, and what it says is counted only for articles that were shown.
 */
export class ReadDepths {
  private readonly limit = new Limit(ALLOWANCE)

  constructor(
    private readonly views: Pick<ViewCounts, 'noteDepth'>,
    private readonly proxies: number,
  ) {}

  answer(request: IncomingMessage, response: ServerResponse, id: string): [Answered, number] {
    // What was sent with it is not looked at.
    request.resume()
    if (request.method !== 'POST')
      return refuse(response, 405, `${request.method} means nothing here.`, id, ['allow', 'POST'])
    if (!['same-origin', undefined].includes(request.headers['sec-fetch-site'] as string | undefined))
      return refuse(response, 403, 'This was sent from another site.', id)
    const told = readDepth(request.url as string)
    if (!told) return refuse(response, 400, 'Say which article was read, and from which quarter to which.', id)
    const network = networkOf(request, this.proxies)
    const seconds = this.limit.take(network, performance.now(), isThisMachine(network) ? BEHIND_THIS_MACHINE : 1)
    if (seconds > 0)
      return refuse(response, 429, 'Too many pages say how far they were read.', id, ['retry-after', String(seconds)])
    this.views.noteDepth(told.article, told.from, told.to)
    response.writeHead(204, ['cache-control', 'no-store', 'x-request-id', id])
    response.end()
    return ['private', 204]
  }
}

/** What `?article=12&from=-1&to=3` says; null for anything else. */
function readDepth(url: string): { article: number; from: number; to: number } | null {
  const parts = /^[^?]*\?article=([1-9]\d{0,14})&from=(-1|[0-4])&to=([0-4])$/.exec(url)
  if (!parts) return null
  const [article, from, to] = parts.slice(1).map(Number) as [number, number, number]
  return from < to && to < DEPTH_STEPS ? { article, from, to } : null
}
