import { Agent, get, type IncomingHttpHeaders } from 'node:http'

/** What an outsider is sent at an address; `milliseconds` until the last byte. */
export type OwnAnswer = { status: number; headers: IncomingHttpHeaders; body: Buffer; milliseconds: number }

/** How long an answer may take, in milliseconds. */
const PATIENCE = 20_000

/**
 * By this name the house does not count itself among its readers (view-counts.ts); and what is not found by somebody who
 * looks ahead is no missing address (missing-counts.ts).
 */
const HEADERS = { 'user-agent': 'broadsheet-monitor', 'sec-purpose': 'prefetch' }

const agent = new Agent({ keepAlive: true, maxSockets: 8 })

/**
 * Asks for an address of this site through its own port, as somebody without a session behind a proxy would.
 *
 * @param server where it listens
 * @throws when no whole answer came
 */
export function askOwnPort({ host, port }: { host: string; port: number }, address: string): Promise<OwnAnswer> {
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const request = get({ host: reachable(host), port, path: address, agent, headers: HEADERS }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('error', reject)
      response.on('end', () => {
        const { statusCode = 0, headers } = response
        resolve({ status: statusCode, headers, body: Buffer.concat(parts), milliseconds: performance.now() - began })
      })
    })
    request.setTimeout(PATIENCE, () => request.destroy(new Error(`${address} did not answer in time.`)))
    request.on('error', reject)
  })
}

/** A server that listens everywhere is reached here. */
function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  return host === '::' ? '::1' : host.replace(/^\[|\]$/g, '')
}
