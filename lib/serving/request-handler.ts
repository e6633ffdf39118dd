import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { log } from '../log'
import { readAddress } from './addresses'
import type { Answered } from './answers'
import type { ChangeFeed } from './change-feed'
import { type CommentStreams, LIVE_ADDRESS } from './comment-streams'
import { answerHealth, isHealthAddress, type Readiness } from './health'
import { isMediaAddress, type MediaFiles } from './media-files'
import { metrics } from './metrics'
import type { MissingCounts } from './missing-counts'
import { answerPrivately, isPrivateAddress, type PrivatePages } from './private-pages'
import { Overloaded, type PublicPages } from './public-pages'
import { DEPTH_ADDRESS, type ReadDepths } from './read-depths'
import { refuse } from './refusal'
import type { SearchLimit } from './search-limit'
import { send } from './send'
import type { StaticFiles } from './static-files'
import type { ViewCounts } from './view-counts'

export type Rooms = {
  pages: PublicPages
  files: StaticFiles
  media: MediaFiles
  privatePages: PrivatePages
  feed: ChangeFeed
  views: ViewCounts
  missing: MissingCounts
  depths: ReadDepths
  searches: SearchLimit
  streams: CommentStreams
  readiness: Readiness
}

/** Makes ids that are unique across restarts and cheap: a random part for the process, a count for the request. */
const idPrefix = randomBytes(6).toString('base64url')
let requests = 0

/**
 * Answers one request: a kept page at once, else the room that its address belongs to. Everything that is nobody's room
 * is a public page.
 */
export function handleRequest(request: IncomingMessage, response: ServerResponse, rooms: Rooms): void {
  const began = performance.now()
  requests += 1
  const id = `${idPrefix}-${requests.toString(36)}`
  const isReading = request.method === 'GET' || request.method === 'HEAD'
  if (isReading) {
    rooms.feed.catchUp(began)
    const kept = rooms.pages.kept(request.url as string)
    if (kept) {
      const status = send(request, response, kept, id)
      if (kept.article) rooms.views.note(request, kept.article)
      if (kept.status === 404) rooms.missing.note(request, request.url as string)
      metrics.answered('kept', status, (performance.now() - began) / 1000)
      return
    }
  }
  answer(request, response, rooms, id, isReading)
    .catch((error: unknown) => fail(request, response, id, error))
    .then(([kind, status]) => note(request, id, kind, status, performance.now() - began))
}

/** How much of an address is worth a line of the log. */
const LOGGED = 2_000

type Outcome = [Answered, number]

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  rooms: Rooms,
  id: string,
  isReading: boolean,
): Promise<Outcome> {
  const target = request.url as string
  const rawPath = target.split(/[?#]/, 1)[0] as string
  if (isHealthAddress(rawPath)) return ['private', await answerHealth(request, response, rooms.readiness)]
  const file = isReading ? rooms.files.answer(rawPath) : null
  if (file) return ['file', send(request, response, await file, id)]
  if (isReading && isMediaAddress(rawPath)) return ['media', await rooms.media.answer(request, response, rawPath, id)]

  if (rawPath === DEPTH_ADDRESS) return rooms.depths.answer(request, response, id)
  if (rawPath === LIVE_ADDRESS) return rooms.streams.answer(request, response, id)

  const reading = readAddress(target)
  if (reading.is === 'unreadable')
    return refuse(response, 400, 'There is something in it that no address holds. Look at how it is written.', id)
  const path = reading.is === 'page' ? reading.path : (reading.address.split('?', 1)[0] as string)
  if (isPrivateAddress(path)) {
    const tooMany = rooms.searches.refuse(request, response, path, id)
    return tooMany ?? answerPrivately(request, response, rooms.privatePages, id, reading)
  }
  if (!isReading) return refuse(response, 405, `${request.method} means nothing here.`, id, ['allow', 'GET, HEAD'])
  if (reading.is === 'elsewhere') return moveTo(response, reading.address, id)
  const kept = rooms.pages.kept(reading.address)
  const tooMany = kept ? null : rooms.searches.refuse(request, response, path, id)
  if (tooMany) return tooMany
  const page = kept ?? (await rooms.pages.answer(reading.address))
  if (page.article) rooms.views.note(request, page.article)
  if (page.status === 404) rooms.missing.note(request, reading.address)
  return [kept ? 'kept' : 'rendered', send(request, response, page, id)]
}

function moveTo(response: ServerResponse, address: string, id: string): Outcome {
  response.writeHead(308, [
    'location',
    address,
    'content-length',
    '0',
    'cache-control',
    'public, max-age=3600',
    'x-request-id',
    id,
  ])
  response.end()
  return ['refused', 308]
}

function fail(request: IncomingMessage, response: ServerResponse, id: string, error: unknown): Outcome {
  if (error instanceof Overloaded)
    return refuse(response, 503, 'Too many people are asking at once.', id, ['retry-after', '2'])
  log.error({ id, address: request.url?.slice(0, LOGGED), err: error }, 'request failed')
  if (response.headersSent) {
    response.destroy()
    return ['refused', 500]
  }
  return refuse(response, 500, 'Something broke here, not with you. It has been noted.', id)
}

function note(request: IncomingMessage, id: string, kind: Answered, status: number, milliseconds: number): void {
  metrics.answered(kind, status, milliseconds / 1000)
  // What was asked for in a form that nobody offers is no failure of the house.
  const level =
    status >= 500 && status !== 501
      ? 'error'
      : kind === 'file' || kind === 'media' || kind === 'kept'
        ? 'debug'
        : 'info'
  log[level](
    {
      id,
      method: request.method,
      address: request.url?.slice(0, LOGGED),
      status,
      kind,
      milliseconds: Math.round(milliseconds),
    },
    'request',
  )
}
