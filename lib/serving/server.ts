import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import next from 'next'
import { closeDatabase, openDatabase } from '@/db/client'
import { migrateDatabase } from '@/db/migrate'
import { releaseDue } from '../articles/release-commands'
import { readEnvironment } from '../env'
import { readSecrets } from '../operating/secrets'
import { projectRoot } from '../root'
import { forgetOldChanges } from '../site/change-log-commands'
import { pauseAsyncHooks } from './async-hooks-pause'
import { handleWhileDeveloping } from './developing'
import { prepareNewsroom } from './first-start'
import { listen } from './listening'
import { metrics } from './metrics'
import { refuse } from './refusal'
import { handleRequest } from './request-handler'
import { makeRooms } from './rooms'
import { Scheduler } from './scheduler'
import { stopOnSignal } from './shutdown'

const TIMEOUTS = { keepAliveTimeout: 65_000, headersTimeout: 20_000, requestTimeout: 60_000 }

/**
 * Starts the portal: the port, the database and its migrations, the newsroom's first day when there is none yet, the
 * pages, the clock. Says what it does on standard output.
 *
 * @param dev hot reload, in the place of documents and kept pages
 * @throws {SettingError} when a setting cannot be used
 */
export async function start({ dev = false }: { dev?: boolean } = {}): Promise<void> {
  pauseAsyncHooks()
  const environment = readEnvironment()
  const root = projectRoot()
  // The port comes first: what is not ours to use must be known before anything is changed.
  const server = createServer(TIMEOUTS, (_, response) => {
    refuse(response, 503, 'The paper is being put together.', 'start', ['retry-after', '2'])
  })
  await listen(server, environment)
  process.env.NEXTAUTH_SECRET ??= readSecrets(environment.dataDir).nextAuthSecret

  const migrations = join(root, 'db/migrations')
  openDatabase(environment.databaseFile, (side, time) => metrics.database.labels(side).observe(time / 1000))
  const { backup } = migrateDatabase(migrations, join(environment.dataDir, 'backups'))
  if (backup) say(`The database was copied to ${backup} before it was brought up to date.`)
  const invitation = await prepareNewsroom(environment, root, say)

  const application = next({ dev, dir: root, customServer: true, hostname: environment.host, port: environment.port })
  await application.prepare()
  const handle = application.getRequestHandler()
  const scheduler = new Scheduler([
    { name: 'release what is due', run: releaseDue() },
    { name: 'forget old changes', run: forgetOldChanges() },
  ])
  let stopping = false
  const rooms = makeRooms({
    environment,
    root,
    handle,
    isStopping: () => stopping,
    schedulerSeenAt: () => scheduler.seenAt(),
  })
  server.removeAllListeners('request')
  server.on('request', (request, response) => {
    if (dev) handleWhileDeveloping(request, response, rooms)
    else handleRequest(request, response, rooms)
  })
  if (dev) server.on('upgrade', application.getUpgradeHandler())
  scheduler.start()
  stopOnSignal(
    server,
    () => {
      stopping = true
    },
    async () => {
      await scheduler.stop()
      await application.close()
      await closeDatabase()
    },
  )
  await writeFile(
    join(environment.dataDir, 'server.json'),
    JSON.stringify({ pid: process.pid, port: environment.port }),
  )
  if (invitation) say(`Set up the first admin (once, within seven days): ${invitation}`)
  say(`Broadsheet is at ${environment.siteUrl}`)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
