import type { IncomingMessage } from 'node:http'
import { log } from '../log'
import { sourceOf } from '../reading/view-source'
import { addTally, countsOf, DEPTH_STEPS, emptyTally, entryOf, type ViewTally } from '../reading/view-tally'
import { DistinctEstimate, hashOf } from './distinct-estimate'

/** How often, in milliseconds, what was counted is handed on. */
const INTERVAL = 5_000

/** Programs that say what they are. The others cannot be told from readers without watching readers. */
const PROGRAM =
  /bot|crawl|spider|slurp|preview|monitor|lighthouse|headless|playwright|curl|wget|python|node|java\/|go-http|^$/i

/** Names that were looked at already, as hashes, null for programs; looking one up costs a tenth of reading it. */
const known = new Map<string, number | null>()
const MOST_KNOWN = 2_000

type Settings = {
  /** The host of the paper, with its port. */
  host: string
  /** How many proxies stand in front (`TRUST_PROXY`). */
  proxies: number
}

type Asked = Pick<IncomingMessage, 'method' | 'headers' | 'socket'>

/**
 * How often each article was shown, how far it was read and from where its readers came. Counts are all that is known: no
 * address, no cookie, nothing that tells one reader from another. Counting is a few steps in maps, as it happens on the
 * way of every answer.
 */
export class ViewCounts {
  private tally = emptyTally()
  /** Articles that were shown since the start: of others nothing can have been read. */
  private readonly shown = new Set<number>()
  private readonly readers = new DistinctEstimate()
  private readersTold = 0
  private dayEndsAt = Number.POSITIVE_INFINITY
  private readonly timer: NodeJS.Timeout

  /**
   * @param handOn takes what was counted and says when the newsroom's day ends (milliseconds since 1970); when it fails,
   *   the counts are kept for the next time
   */
  constructor(
    private readonly handOn: (tally: ViewTally) => Promise<number>,
    private readonly settings: Settings,
  ) {
    this.timer = setInterval(() => void this.flush(), INTERVAL).unref()
  }

  /**
   * Notes that an article was sent to somebody who reads it: not asked about (HEAD), not fetched in case it is wanted
   * (`Sec-Purpose: prefetch`), not taken by a program.
   */
  note({ method, headers, socket }: Asked, articleId: number): void {
    if (method !== 'GET') return
    if (headers['sec-purpose'] !== undefined || headers.purpose !== undefined) return
    const reader = readerBy(headers['user-agent'] ?? '')
    if (reader === null) return
    const count = this.tally.views.get(articleId)
    if (count === undefined) this.shown.add(articleId)
    this.tally.views.set(articleId, (count ?? 0) + 1)
    const counts = countsOf(this.tally, sourceOf(headers.referer, this.settings.host))
    counts.set(articleId, (counts.get(articleId) ?? 0) + 1)
    const address = this.settings.proxies === 0 ? socket.remoteAddress : forwarded(headers, this.settings.proxies)
    this.readers.add(reader, address ?? '')
  }

  /** Notes that a reader came as far as the step `to` of an article, having been told of up to `from` before. */
  noteDepth(articleId: number, from: number, to: number): void {
    if (!this.shown.has(articleId)) return
    const steps = entryOf(this.tally.depths, articleId, () => new Array<number>(DEPTH_STEPS).fill(0))
    for (let step = from + 1; step <= to && step < DEPTH_STEPS; step += 1) steps[step] = (steps[step] ?? 0) + 1
  }

  /** Hands on what was counted up to now. */
  async flush(): Promise<void> {
    if (this.tally.views.size === 0 && this.tally.depths.size === 0) return
    const tally = this.tally
    this.tally = emptyTally()
    this.countReaders(tally)
    try {
      this.dayEndsAt = await this.handOn(tally)
    } catch (error) {
      log.error({ err: error }, 'views could not be recorded and will be told again')
      addTally(this.tally, tally)
    }
  }

  /** Hands on the last of them and counts no more. */
  async close(): Promise<void> {
    clearInterval(this.timer)
    await this.flush()
  }

  /** Counts those who are new; when the day is over, nothing is known of them any more. */
  private countReaders(tally: ViewTally): void {
    const seen = this.readers.estimate()
    tally.readers += Math.max(0, seen - this.readersTold)
    this.readersTold = Math.max(seen, this.readersTold)
    if (Date.now() < this.dayEndsAt) return
    this.readers.forget()
    this.readersTold = 0
    this.dayEndsAt = Number.POSITIVE_INFINITY
  }
}

/** What a browser says of itself, hashed; null for a program. */
function readerBy(name: string): number | null {
  const seen = known.get(name)
  if (seen !== undefined) return seen
  // Strangers can make up names without end.
  if (known.size >= MOST_KNOWN) known.clear()
  const reader = PROGRAM.test(name) ? null : hashOf(name)
  known.set(name, reader)
  return reader
}

/** What the outermost proxy that is believed heard, as it wrote it (client-network.ts says more of it, and costs more). */
function forwarded(headers: IncomingMessage['headers'], proxies: number): string {
  const said = String(headers['x-forwarded-for'] ?? '')
  let end = said.length
  let start = said.lastIndexOf(',')
  for (let proxy = 1; proxy < proxies && start >= 0; proxy += 1) {
    end = start
    start = said.lastIndexOf(',', start - 1)
  }
  return said.slice(start + 1, end).trim()
}
