import { get } from 'node:http'

/** What an outsider is told at an address. */
export type Told = { status: number; headers: string; body: string }

/** How long an answer may take, in milliseconds. */
const PATIENCE = 20_000

/**
 * By this name the house does not count itself among its readers (lib/serving/view-counts.ts); and what is not found by
 * somebody who looks ahead is no missing address (lib/serving/missing-counts.ts).
 */
const HEADERS = { 'user-agent': 'broadsheet-leak-monitor', 'sec-purpose': 'prefetch' }

/**
 * Asks for an address of this site through its own port, as somebody without a session does.
 *
 * @param server where it listens
 * @throws when no whole answer came
 */
export function askOutside({ host, port }: { host: string; port: number }, address: string): Promise<Told> {
  return new Promise((resolve, reject) => {
    const request = get({ host: reachable(host), port, path: address, headers: HEADERS }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('error', reject)
      response.on('end', () => {
        const isText = /text|json|xml|javascript/.test(response.headers['content-type'] ?? '')
        const body = isText ? Buffer.concat(parts).toString('utf8') : ''
        resolve({ status: response.statusCode ?? 0, headers: JSON.stringify(response.headers), body })
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
