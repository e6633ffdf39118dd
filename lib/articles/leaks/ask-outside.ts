import { askOwnPort } from '../../serving/own-port'

/** What an outsider is told at an address. */
export type Told = { status: number; headers: string; body: string }

/**
 * What somebody without a session is told at an address of this site, as text; pictures have none.
 *
 * @param server where it listens
 * @throws when no whole answer came
 */
export async function askOutside(server: { host: string; port: number }, address: string): Promise<Told> {
  const { status, headers, body } = await askOwnPort(server, address)
  const isText = /text|json|xml|javascript/.test(headers['content-type'] ?? '')
  return { status, headers: JSON.stringify(headers), body: isText ? body.toString('utf8') : '' }
}
