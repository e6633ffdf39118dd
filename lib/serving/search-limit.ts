import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Answered } from './answers'
import { isThisMachine, networkOf } from './client-network'
import { Limit } from './limits'
import { refuse } from './refusal'

/** A reader searches a few times a minute; each search is a page that nobody has asked for before, and has to be made. */
const ALLOWANCE = { burst: 30, perSecond: 0.5 }

/** Where nothing is known but that it came through this machine, many readers may stand behind it. */
const BEHIND_THIS_MACHINE = 20

/** Keeps one network from holding up the press with searches. Answers that are kept cost nothing, and are not counted. */
export class SearchLimit {
  private readonly limit = new Limit(ALLOWANCE)

  /** @param proxies how many proxies stand in front (`TRUST_PROXY`) */
  constructor(private readonly proxies: number) {}

  /** Answers a search that is one too many; null when it may go on, and for everything that is no search. */
  refuse(request: IncomingMessage, response: ServerResponse, path: string, id: string): [Answered, number] | null {
    if (path !== '/search' && path !== '/api/v1/search') return null
    const network = networkOf(request, this.proxies)
    const seconds = this.limit.take(network, performance.now(), isThisMachine(network) ? BEHIND_THIS_MACHINE : 1)
    if (seconds === 0) return null
    const wait = seconds === 1 ? 'a second' : `${seconds} seconds`
    const words = `Many searches came from your network in a short time. Wait ${wait} and load this page again.`
    return refuse(response, 429, words, id, ['retry-after', String(seconds)])
  }
}
