import { Agent, get } from 'node:http'

/** What the server sent. */
export type Fetched = { status: number; body: Buffer; milliseconds: number }

/** How long an answer may take, in milliseconds. */
const PATIENCE = 20_000

/** By this name the house does not count itself among its readers: see lib/serving/view-counts.ts. */
const NAME = 'broadsheet-receipt-monitor'

const agent = new Agent({ keepAlive: true, maxSockets: 8 })

/**
 * Fetches an address of this site through its own port, as a reader behind a proxy would.
 *
 * @param server where it listens
 * @throws when no whole answer came
 */
export function fetchAddress({ host, port }: { host: string; port: number }, address: string): Promise<Fetched> {
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const options = { host: reachable(host), port, path: address, agent, headers: { 'user-agent': NAME } }
    const request = get(options, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('error', reject)
      response.on('end', () => {
        const milliseconds = performance.now() - began
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts), milliseconds })
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
