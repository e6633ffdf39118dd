import { writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isMainThread, workerData } from 'node:worker_threads'
import { closeDatabase, openDatabase } from '@/db/client'
import { keepEnvironment, readEnvironment } from '../env'
import { makeDataFolders } from '../operating/data-folder'
import { readSecrets } from '../operating/secrets'
import { projectRoot } from '../root'
import { startDeveloping } from './developing'
import { listen } from './listening'
import { metrics } from './metrics'
import { runPress } from './press'
import { PressDoor } from './press-door'
import type { ThreadSettings } from './press-messages'
import { refuse } from './refusal'
import { handleRequest } from './request-handler'
import { makeRooms } from './rooms'
import { stopOnSignal } from './shutdown'
import { keepTickShapes } from './tick-shapes'
import { LONGEST_HEAD, TIMEOUTS } from './timeouts'
import { runWire } from './wire'
import { WireDoor } from './wire-door'

// The same file is the press and the wire, when it is started as a thread.
if (!isMainThread) await ((workerData as ThreadSettings).thread === 'wire' ? runWire() : runPress())

/**
 * Starts the portal: the port, the press behind it (database, migrations, the newsroom's first day, pages, the clock),
 * then the counter that readers come to. Says what it does on standard output.
 *
 * @param dev hot reload, in the place of documents and kept pages
 * @throws {SettingError} when a setting cannot be used
 * @throws {PortRefused} when the port cannot be had
 */
export async function start({ dev = false }: { dev?: boolean } = {}): Promise<void> {
  keepTickShapes()
  const environment = readEnvironment()
  const root = projectRoot()
  const edition = dirname(fileURLToPath(import.meta.url))
  // The port comes first: what is not ours to use must be known before anything is changed.
  const server = createServer({ ...TIMEOUTS, maxHeaderSize: LONGEST_HEAD }, (_, response) => {
    refuse(response, 503, 'The paper is being put together.', 'start', ['retry-after', '2'])
  })
  await listen(server, environment)
  makeDataFolders(environment)
  process.env.NEXTAUTH_SECRET ||= readSecrets(environment.dataDir).nextAuthSecret
  keepEnvironment()
  const invitation = dev
    ? await startDeveloping(server, environment, { root, edition }, say)
    : await startServing(server, environment, root, edition)
  await writeFile(
    join(environment.dataDir, 'server.json'),
    JSON.stringify({ pid: process.pid, port: environment.port }),
  )
  // One write: whoever waits for the address has the link too.
  const lines = [`Broadsheet is at ${environment.siteUrl}`]
  if (invitation) lines.push(`Set up the first admin (once, within seven days): ${invitation}`)
  say(lines.join('\n'))
}

async function startServing(
  server: Server,
  environment: ReturnType<typeof readEnvironment>,
  root: string,
  edition: string,
) {
  const settings = { root, edition, siteUrl: environment.siteUrl }
  const file = fileURLToPath(import.meta.url)
  const { press, invitation } = await PressDoor.open(file, settings, tell)
  const wire = await WireDoor.open(file, settings)
  openDatabase(environment.databaseFile, (_, time) => metrics.databaseTime({ statements: 1, seconds: time / 1000 }))
  let stopping = false
  const rooms = makeRooms({ environment, edition, press, wire, isStopping: () => stopping })
  const stopKeepingUp = rooms.feed.keepUp()
  server.removeAllListeners('request')
  server.on('request', (request, response) => handleRequest(request, response, rooms))
  const announceStop = () => {
    stopping = true
    rooms.streams.close()
  }
  stopOnSignal(server, announceStop, async () => {
    await rooms.views.close()
    await rooms.missing.close()
    await Promise.all([press.close(), wire.close()])
    stopKeepingUp()
    await closeDatabase()
  })
  return invitation
}

/** Beside the log, as what is told while it is built and installed. */
function tell(line: string): void {
  process.stderr.write(`${line}\n`)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
