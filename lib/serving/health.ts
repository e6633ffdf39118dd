import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { metrics } from './metrics'
import type { PressHealth } from './press-messages'

export type Readiness = {
  isStopping: () => boolean
  pressHealth: () => Promise<PressHealth>
  metricsToken: string | null
}

const PATHS = new Set(['/healthz', '/readyz', '/metrics'])

export function isHealthAddress(path: string): boolean {
  return PATHS.has(path)
}

/** Answers the addresses that operators and their machines ask: is it alive, is it ready, its numbers. */
export async function answerHealth(
  request: IncomingMessage,
  response: ServerResponse,
  readiness: Readiness,
): Promise<number> {
  const path = (request.url ?? '').split('?', 1)[0]
  if (path === '/healthz') return plain(response, 200, 'alive\n')
  if (!mayAsk(request, readiness.metricsToken)) return plain(response, 404, 'Not found\n')
  if (path === '/metrics') return plain(response, 200, await metrics.text(), metrics.contentType)
  const checks = await check(readiness)
  const ready = Object.values(checks).every((state) => state === 'ok')
  return plain(response, ready ? 200 : 503, `${JSON.stringify({ ready, ...checks })}\n`, 'application/json')
}

async function check({ isStopping, pressHealth }: Readiness) {
  return { process: isStopping() ? 'stopping' : 'ok', ...(await pressHealth()) }
}

/** With a token whoever shows it, else only this machine itself and nobody behind a proxy on it. */
function mayAsk(request: IncomingMessage, token: string | null): boolean {
  if (token) return sameText(request.headers.authorization ?? '', `Bearer ${token}`)
  const address = request.socket.remoteAddress ?? ''
  const isForwarded = request.headers['x-forwarded-for'] !== undefined || request.headers.forwarded !== undefined
  return !isForwarded && /^(?:127\.|::1$|::ffff:127\.)/.test(address)
}

function sameText(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}

function plain(response: ServerResponse, status: number, text: string, type = 'text/plain; charset=utf-8'): number {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
  response.end(text)
  return status
}
