import type { IncomingMessage } from 'node:http'
import { log } from '../log'

/** How often, in milliseconds, what was counted is handed on. */
const INTERVAL = 5_000

/** Programs that say what they are. The others cannot be told from readers without watching readers. */
const PROGRAM =
  /bot|crawl|spider|slurp|preview|monitor|lighthouse|headless|playwright|curl|wget|python|node|java\/|go-http|^$/i

/** Names that were looked at already; few are in use at a time, and looking one up costs a tenth of reading it. */
const known = new Map<string, boolean>()
const MOST_KNOWN = 2_000

/**
 * How often each article was shown. A count is all that is known: no address, no cookie, nothing that tells one reader
 * from another. Counting is one step in a map, as it happens on the way of every answer.
 */
export class ViewCounts {
  private counts = new Map<number, number>()
  private readonly timer: NodeJS.Timeout

  /** @param handOn takes what was counted; when it fails, the counts are kept for the next time */
  constructor(private readonly handOn: (counts: Map<number, number>) => Promise<unknown>) {
    this.timer = setInterval(() => void this.flush(), INTERVAL).unref()
  }

  /**
   * Notes that an article was sent to somebody who reads it: not asked about (HEAD), not fetched in case it is wanted
   * (`Sec-Purpose: prefetch`), not taken by a program.
   */
  note({ method, headers }: Pick<IncomingMessage, 'method' | 'headers'>, articleId: number): void {
    if (method !== 'GET') return
    if (headers['sec-purpose'] !== undefined || headers.purpose !== undefined) return
    if (isProgram(headers['user-agent'] ?? '')) return
    this.counts.set(articleId, (this.counts.get(articleId) ?? 0) + 1)
  }

  /** Hands on what was counted up to now. */
  async flush(): Promise<void> {
    if (this.counts.size === 0) return
    const counts = this.counts
    this.counts = new Map()
    try {
      await this.handOn(counts)
    } catch (error) {
      log.error({ err: error }, 'views could not be recorded and will be told again')
      for (const [id, count] of counts) this.counts.set(id, (this.counts.get(id) ?? 0) + count)
    }
  }

  /** Hands on the last of them and counts no more. */
  async close(): Promise<void> {
    clearInterval(this.timer)
    await this.flush()
  }
}

function isProgram(name: string): boolean {
  const seen = known.get(name)
  if (seen !== undefined) return seen
  // Strangers can make up names without end.
  if (known.size >= MOST_KNOWN) known.clear()
  const is = PROGRAM.test(name)
  known.set(name, is)
  return is
}
