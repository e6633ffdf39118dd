import { readFile } from 'node:fs/promises'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { closeDatabase, openDatabase } from '@/db/client'
import { migrateDatabase } from '@/db/migrate'
import type { Environment } from '../env'
import { replay, type WholeRequest } from './captured-response'
import { openCounterLine } from './counter-line'
import { examine, startDuties } from './duties'
import { prepareNewsroom } from './first-start'
import { answerWithForms } from './form-answers'
import { answerHealth, isHealthAddress } from './health'
import { isMediaAddress, MediaFiles } from './media-files'
import { openPageScripts } from './page-scripts'
import { askedStatus, inPrivateAnswer, inRenderScope, newRenderScope } from './render-scope'
import { stopOnSignal } from './shutdown'

type Handler = Parameters<typeof replay>[0]

const SCRIPT = /^\/reader\/[\w-]+\.js$/

/**
 * The server while developing: Next answers pages itself, in this thread, so that changes show at once; the framework's
 * script stays in them, and nothing is kept. A status that a page asks for still holds.
 *
 * @returns the first admin's link, as in production
 */
export async function startDeveloping(
  server: Server,
  environment: Environment,
  { root, edition }: { root: string; edition: string },
  say: (line: string) => void,
): Promise<string | null> {
  const { databaseFile, dataDir, host, port, metricsToken } = environment
  const migrations = join(root, 'db/migrations')
  openDatabase(databaseFile)
  migrateDatabase(migrations, join(dataDir, 'backups'))
  const invitation = await prepareNewsroom(environment, root, say)
  openPageScripts(edition)
  const { default: next } = await import('next')
  const application = next({ dev: true, dir: root, customServer: true, hostname: host, port })
  await application.prepare()
  const handle = application.getRequestHandler()
  const media = new MediaFiles(join(dataDir, 'media'), [])
  const scheduler = startDuties()
  const readiness = { isStopping: () => false, pressHealth: () => examine(scheduler, migrations), metricsToken }
  server.removeAllListeners('request')
  server.on('request', (request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0] as string
    if (isHealthAddress(path)) void answerHealth(request, response, readiness)
    else if (isMediaAddress(path)) void media.answer(request, response, path, 'dev')
    else if (SCRIPT.test(path)) void answerScript(response, edition, path)
    else if (request.method === 'POST') void answerForm(handle, request, response)
    else inRenderScope(newRenderScope({ isAnew: true }), () => void handle(request, withAskedStatus(response)))
  })
  openCounterLine({ dependants: async () => [], renderAnew: null })
  const upgrade = application.getUpgradeHandler()
  const watching = new Set<Duplex>()
  server.on('upgrade', (request, socket, head) => {
    watching.add(socket)
    socket.on('close', () => watching.delete(socket))
    void upgrade(request, socket, head)
  })
  stopOnSignal(
    server,
    // A page that is open listens for changes on a connection that never ends by itself.
    () => {
      for (const socket of watching) socket.destroy()
    },
    async () => {
      await scheduler.stop()
      await application.close()
      await closeDatabase()
    },
  )
  return invitation
}

/** Read each time: it is bundled anew whenever its source changes. */
async function answerScript(response: ServerResponse, edition: string, path: string): Promise<void> {
  const text = await readFile(join(edition, path)).catch(() => null)
  response.writeHead(text ? 200 : 404, {
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'no-cache',
  })
  response.end(text)
}

/** What is sent is answered whole, as by the press: a form that is refused is shown again in the answer. */
async function answerForm(handle: Handler, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = 'POST', url = '/', headers } = request
  try {
    const asked: WholeRequest = {
      method,
      url,
      headers: headers as WholeRequest['headers'],
      body: await buffer(request),
    }
    const answer = await answerWithForms((one) => inPrivateAnswer(() => replay(handle, one)), asked)
    response.writeHead(answer.status, answer.headers)
    response.end(answer.body)
  } catch (error) {
    // Whoever develops is shown it; a request that broke off has nobody to show it to.
    if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' })
    response.end(error instanceof Error ? error.stack : String(error))
  }
}

function withAskedStatus(response: ServerResponse): ServerResponse {
  const writeHead = response.writeHead.bind(response)
  response.writeHead = ((status: number, ...rest: never[]) => writeHead(askedStatus() ?? status, ...rest)) as never
  return response
}
