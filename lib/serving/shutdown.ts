import type { Server } from 'node:http'
import { log } from '../log'

/** How long requests in flight may take to finish, in milliseconds; what supervises us kills after ten seconds. */
const PATIENCE = 8_000

/**
 * Ends the process well when it is asked to: no new connections, requests in flight finish, then what `close` does.
 *
 * @param onStop is told at once, so that readiness can say so
 * @param close runs when the last answer is out
 */
export function stopOnSignal(server: Server, onStop: () => void, close: () => Promise<void>): void {
  let stopping = false
  const stop = async (signal: NodeJS.Signals) => {
    if (stopping) return
    stopping = true
    onStop()
    log.info({ signal }, 'stopping')
    const tooLate = setTimeout(() => {
      log.warn('requests were still open when time was up')
      server.closeAllConnections()
    }, PATIENCE)
    const closed = new Promise((resolve) => server.close(resolve))
    server.closeIdleConnections()
    // A kept-alive connection counts as idle only once its answer is out.
    const sweeping = setInterval(() => server.closeIdleConnections(), 50)
    await closed
    clearTimeout(tooLate)
    clearInterval(sweeping)
    await close()
    log.info('stopped')
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}
