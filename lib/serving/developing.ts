import type { Server, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { closeDatabase, openDatabase } from '@/db/client'
import { migrateDatabase } from '@/db/migrate'
import type { Environment } from '../env'
import { prepareNewsroom } from './first-start'
import { isMediaAddress, MediaFiles } from './media-files'
import { askedStatus, inRenderScope, newRenderScope } from './render-scope'
import { stopOnSignal } from './shutdown'

/**
 * The server while developing: Next answers pages itself, in this thread, so that changes show at once; the framework's
 * script stays in them, and nothing is kept. A status that a page asks for still holds.
 *
 * @returns the first admin's link, as in production
 */
export async function startDeveloping(
  server: Server,
  environment: Environment,
  root: string,
  say: (line: string) => void,
): Promise<string | null> {
  const { databaseFile, dataDir, host, port } = environment
  openDatabase(databaseFile)
  migrateDatabase(join(root, 'db/migrations'), join(dataDir, 'backups'))
  const invitation = await prepareNewsroom(environment, root, say)
  const { default: next } = await import('next')
  const application = next({ dev: true, dir: root, customServer: true, hostname: host, port })
  await application.prepare()
  const handle = application.getRequestHandler()
  const media = new MediaFiles(join(dataDir, 'media'), [])
  server.removeAllListeners('request')
  server.on('request', (request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0] as string
    if (isMediaAddress(path)) void media.answer(request, response, path, 'dev')
    else inRenderScope(newRenderScope(), () => void handle(request, withAskedStatus(response)))
  })
  server.on('upgrade', application.getUpgradeHandler())
  stopOnSignal(
    server,
    () => {},
    async () => {
      await application.close()
      await closeDatabase()
    },
  )
  return invitation
}

function withAskedStatus(response: ServerResponse): ServerResponse {
  const writeHead = response.writeHead.bind(response)
  response.writeHead = ((status: number, ...rest: never[]) => writeHead(askedStatus() ?? status, ...rest)) as never
  return response
}
