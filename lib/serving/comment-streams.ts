import type { IncomingMessage, ServerResponse } from 'node:http'
import { getPublicArrivals } from '../comments/arrivals'
import { secretInCookies } from '../people/session'
import { findSigned } from '../people/session-queries'
import { onChange } from '../write'
import type { Answered } from './answers'
import { isThisMachine, networkOf } from './client-network'
import { refuse } from './refusal'

/**
 * Streams that tell open pages of new comments (Server-sent events, HTML §9.2). They live in the counter, never in the
 * press; what is told is the same for everyone, made once for each article, and written to a few streams at a time, so
 * that no page waits for it.
 */

export const LIVE_ADDRESS = '/comments/live'

/** How many may be open, and how many of one network. */
const MOST = 20_000
const MOST_OF_A_NETWORK = 60
/** Where nothing is known but that it came through this machine, a whole readership may stand behind it. */
const BEHIND_THIS_MACHINE = 300

/** Milliseconds: how often it is looked for news, and how often a silent stream shows that it is alive. */
const LOOK_EVERY = 500
const HEARTBEAT_EVERY = 25_000
/** After how many milliseconds a browser comes back, at least; each is told another, so that not all come at once. */
const RETRY = 3_000
/** Streams that are written to before everything else has its turn. */
const AT_ONCE = 50
/** Bytes that a client may leave unread before it is let go. */
const MOST_UNREAD = 64 * 1024

type Stream = {
  response: ServerResponse
  articleId: number
  network: string
  /** Whose session opened it; null for somebody who is not signed in. */
  person: { id: number; secret: string } | null
  beatAt: number
}

type Settings = {
  /** Learns of what was written by other threads and processes. */
  lookNow: () => void
  proxies: number
  siteUrl: string
  /** Headers of every answer, `name, value, name, value…` */
  headers: string[]
}

export class CommentStreams {
  private readonly byArticle = new Map<number, Set<Stream>>()
  private readonly perNetwork = new Map<string, number>()
  private readonly dirty = new Set<number>()
  private readonly doubted = new Set<number>()
  private size = 0
  private timer: NodeJS.Timeout | null = null
  private isTelling = false
  private isClosed = false
  private readonly stopListening: () => void

  constructor(private readonly settings: Settings) {
    this.stopListening = onChange((keys) => {
      for (const key of keys) this.note(key)
    })
  }

  get count(): number {
    return this.size
  }

  /** Opens a stream, or says why not. */
  async answer(request: IncomingMessage, response: ServerResponse, id: string): Promise<[Answered, number]> {
    if (request.method !== 'GET') return refuse(response, 405, 'A stream is only read.', id, ['allow', 'GET'])
    const query = new URLSearchParams((request.url ?? '').split('?')[1])
    const articleId = wholeNumber(query.get('article'))
    if (articleId === null) return refuse(response, 404, 'There is no conversation here.', id)
    const now = await getPublicArrivals(articleId)
    if (!now) return endQuietly(response, id)
    const person = await this.personOf(request)
    if (person === 'nobody') return endQuietly(response, id)
    const network = networkOf(request, this.settings.proxies)
    if (this.isTooMany(network)) {
      return refuse(response, 429, 'Too many pages of your network listen already.', id, ['retry-after', '60'])
    }
    if (response.destroyed || this.isClosed) return ['private', 503]
    const seen = wholeNumber([request.headers['last-event-id']].flat()[0] ?? query.get('seen'))
    this.open({ response, articleId, network, person, beatAt: Date.now() }, id)
    if (seen !== null && seen < now.arrivals) response.write(message(now))
    return ['private', 200]
  }

  /** Ends every stream: the server stops. */
  close(): void {
    this.isClosed = true
    this.stopListening()
    if (this.timer) clearInterval(this.timer)
    for (const stream of this.all()) stream.response.end()
  }

  private open(stream: Stream, id: string): void {
    const { response, articleId, network } = stream
    response.writeHead(200, [
      ...this.settings.headers,
      ...['content-type', 'text/event-stream; charset=utf-8', 'cache-control', 'no-store'],
      // Nginx would hold it back until it is full.
      ...['x-accel-buffering', 'no', 'x-request-id', id],
    ])
    response.write(`retry: ${RETRY + Math.floor(Math.random() * 2 * RETRY)}\n\n`)
    const streams = this.byArticle.get(articleId) ?? new Set()
    this.byArticle.set(articleId, streams.add(stream))
    this.perNetwork.set(network, (this.perNetwork.get(network) ?? 0) + 1)
    this.size += 1
    response.on('close', () => this.forget(stream))
    this.timer ??= setInterval(() => this.look(), LOOK_EVERY).unref()
  }

  private forget(stream: Stream): void {
    const { articleId, network } = stream
    const streams = this.byArticle.get(articleId)
    if (!streams?.delete(stream)) return
    if (streams.size === 0) this.byArticle.delete(articleId)
    const left = (this.perNetwork.get(network) ?? 1) - 1
    if (left > 0) this.perNetwork.set(network, left)
    else this.perNetwork.delete(network)
    this.size -= 1
    if (this.size > 0 || !this.timer) return
    clearInterval(this.timer)
    this.timer = null
  }

  private note(key: string): void {
    const [kind, number] = key.split(':')
    // An article's own change may be that it is public no longer.
    const isTold = kind === 'comments' || kind === 'article'
    if (isTold && this.byArticle.has(Number(number))) this.dirty.add(Number(number))
    if (kind === 'person') this.doubted.add(Number(number))
  }

  private look(): void {
    this.settings.lookNow()
    if (this.isTelling) return
    this.isTelling = true
    this.tell().finally(() => {
      this.isTelling = false
    })
  }

  private async tell(): Promise<void> {
    await this.endEndedSessions()
    const articles = [...this.dirty]
    this.dirty.clear()
    for (const articleId of articles) {
      const now = await getPublicArrivals(articleId)
      const streams = [...(this.byArticle.get(articleId) ?? [])]
      if (now) await inTurns(streams, (stream) => this.write(stream, message(now)))
      else for (const { response } of streams) response.end()
    }
    const silentSince = Date.now() - HEARTBEAT_EVERY
    const silent = this.all().filter(({ beatAt }) => beatAt < silentSince)
    await inTurns(silent, (stream) => this.write(stream, ':\n\n'))
  }

  private write(stream: Stream, text: string): void {
    if (stream.response.writableLength > MOST_UNREAD) return void stream.response.destroy()
    stream.beatAt = Date.now()
    stream.response.write(text)
  }

  /** A session that was taken away, or whose person was banned, ends what it opened at once. */
  private async endEndedSessions(): Promise<void> {
    if (this.doubted.size === 0) return
    const doubted = new Set(this.doubted)
    this.doubted.clear()
    for (const { person, response } of this.all()) {
      if (person && doubted.has(person.id) && !(await findSigned(person.secret))) response.end()
    }
  }

  private async personOf(request: IncomingMessage): Promise<Stream['person'] | 'nobody'> {
    const secret = secretInCookies(request.headers.cookie ?? '', this.settings.siteUrl)
    if (!secret) return null
    const signed = await findSigned(secret)
    return signed ? { id: signed.session.personId, secret } : 'nobody'
  }

  private isTooMany(network: string): boolean {
    const most = MOST_OF_A_NETWORK * (isThisMachine(network) ? BEHIND_THIS_MACHINE : 1)
    return this.size >= MOST || (this.perNetwork.get(network) ?? 0) >= most
  }

  private all(): Stream[] {
    return [...this.byArticle.values()].flatMap((streams) => [...streams])
  }
}

/**
 * Nothing is told of an article that is not public (a page of one that was taken down may still be open), to a session
 * that has ended, or to whoever was banned. A stream that is answered so is not asked for again, and no console complains
 * of it (HTML §9.2.2: 204 stops a browser from coming back).
 */
function endQuietly(response: ServerResponse, id: string): [Answered, number] {
  response.writeHead(204, ['cache-control', 'no-store', 'x-request-id', id])
  response.end()
  return ['private', 204]
}

/** What pages are told: how many comments were ever opened, and how many there are. */
function message({ arrivals, total }: { arrivals: number; total: number }): string {
  return `id: ${arrivals}\ndata: {"arrivals":${arrivals},"total":${total}}\n\n`
}

async function inTurns<Item>(items: Item[], act: (item: Item) => void): Promise<void> {
  for (const [index, item] of items.entries()) {
    if (index > 0 && index % AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve))
    act(item)
  }
}

function wholeNumber(text: string | null | undefined): number | null {
  return text && /^\d{1,15}$/.test(text) ? Number(text) : null
}
