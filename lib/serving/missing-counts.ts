import type { IncomingMessage } from 'node:http'
import { log } from '../log'
import { addMissing, type MissingTally, mayBeKept } from '../reading/missing-tally'
import { sourceOf } from '../reading/view-source'

/** How often, in milliseconds, what was counted is handed on. */
const INTERVAL = 5_000

/** Characters of a site's name: what a browser says of where it comes from can be of any length. */
const LONGEST_SOURCE = 100

type Asked = Pick<IncomingMessage, 'method' | 'headers'>

/**
 * Which addresses lead nowhere, and how often they were asked for. Beside them only the site that linked there is known:
 * no address of a person, no cookie, no query.
 */
export class MissingCounts {
  private tally: MissingTally = new Map()
  private readonly timer: NodeJS.Timeout

  /**
   * @param handOn takes what was counted; when it fails, the counts are kept for the next time
   * @param host the host of the paper, with its port
   */
  constructor(
    private readonly handOn: (tally: MissingTally) => Promise<unknown>,
    private readonly host: string,
  ) {
    this.timer = setInterval(() => void this.flush(), INTERVAL).unref()
  }

  /** Notes that nothing was found. @param address canonical; its query is not looked at */
  note({ method, headers }: Asked, address: string): void {
    if (method !== 'GET' || headers['sec-purpose'] !== undefined || headers.purpose !== undefined) return
    const path = address.split('?', 1)[0] as string
    if (!mayBeKept(path)) return
    addMissing(this.tally, path, { count: 1, source: sourceOf(headers.referer, this.host).slice(0, LONGEST_SOURCE) })
  }

  /** Hands on what was counted up to now. */
  async flush(): Promise<void> {
    if (this.tally.size === 0) return
    const tally = this.tally
    this.tally = new Map()
    try {
      await this.handOn(tally)
    } catch (error) {
      log.error({ err: error }, 'missing addresses could not be recorded and will be told again')
      for (const [path, entry] of tally) addMissing(this.tally, path, entry)
    }
  }

  /** Hands on the last of them and counts no more. */
  async close(): Promise<void> {
    clearInterval(this.timer)
    await this.flush()
  }
}
