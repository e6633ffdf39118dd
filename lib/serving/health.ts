import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { sql } from 'drizzle-orm'
import { immediately } from '@/db/client'
import { pendingMigrations } from '@/db/migrate'
import { metrics } from './metrics'

export type Readiness = {
  isStopping: () => boolean
  schedulerSeenAt: () => number
  migrations: string
  metricsToken: string | null
}

/** The scheduler is dead when it has not been seen for this many milliseconds. */
const SCHEDULER_PATIENCE = 10_000

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

async function check({ isStopping, schedulerSeenAt, migrations }: Readiness) {
  return {
    process: isStopping() ? 'stopping' : 'ok',
    database: await stateOf(() => immediately(async (tx) => void tx.run(sql`select 1`))),
    migrations: await stateOf(async () => {
      if (pendingMigrations(migrations) !== 0) throw new Error('pending')
    }),
    scheduler: Date.now() - schedulerSeenAt() < SCHEDULER_PATIENCE ? 'ok' : 'stopped',
  }
}

async function stateOf(attempt: () => Promise<void>): Promise<string> {
  try {
    await attempt()
    return 'ok'
  } catch (error) {
    return (error as Error).message
  }
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
