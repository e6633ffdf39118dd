import { AsyncLocalStorage } from 'node:async_hooks'
import { join, relative } from 'node:path'
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import type next from 'next'
import { closeDatabase, openDatabase } from '@/db/client'
import { migrateDatabase } from '@/db/migrate'
import { keepEnvironment, readEnvironment } from '../env'
import { recordMissing } from '../reading/missing-commands'
import { recordReading } from '../reading/view-commands'
import type { ChangeKey } from '../write'
import { replay } from './captured-response'
import { ChangeFeed } from './change-feed'
import { openCounterLine } from './counter-line'
import { toDocument } from './documents'
import { type Clockwork, examine, startDuties } from './duties'
import { pagesIn } from './editions'
import { prepareNewsroom } from './first-start'
import { answerWithForms } from './form-answers'
import { handedOver } from './handed-over'
import { withLetters } from './letters'
import { openPageScripts } from './page-scripts'
import { PageStyles } from './page-styles'
import type {
  DatabaseTime,
  Delivery,
  FirstWords,
  Order,
  PressHealth,
  PressSettings,
  Printed,
  PrintedPage,
  PrivateRequest,
  Question,
  Saying,
  Told,
} from './press-messages'
import { withoutScriptNonces } from './private-scripts'
import { pageRenderer } from './render-page'
import { inPrivateAnswer, inRenderScope, newRenderScope } from './render-scope'
import { loadRoutes } from './route-handlers'
import { answerScript } from './script-doors'

type Done = PrintedPage | Printed | PressHealth | number | null
type Post = (message: Delivery | FirstWords | Question | Saying, handOver?: ArrayBuffer[]) => void

const spent: DatabaseTime = { statements: 0, seconds: 0 }

/**
 * The press: everything that renders, writes and keeps time, in a thread of its own, so that a reader of a kept page
 * waits for none of it.
 */
export async function runPress(): Promise<void> {
  const port = parentPort as MessagePort
  const post: Post = (message, handOver) => port.postMessage(message, handOver)
  try {
    const { press, invitation } = await setUp(workerData as PressSettings, (line) => post({ say: line }))
    const questions = new Questions(post)
    port.on('message', (message: Order | Told) => {
      if ('told' in message) questions.hear(message)
      else void press.carryOut(message, post)
    })
    // What is rendered for a receipt is nobody's own answer, whoever asked for it.
    const apart = AsyncLocalStorage.snapshot()
    openCounterLine({
      dependants: (keys) => questions.ask([...keys]),
      renderAnew: (address) => apart(() => press.print(address, { isAnew: true })),
    })
    post({ ready: true, invitation })
  } catch (error) {
    const { name, message, stack = '' } = error as Error
    post({ ready: false, name, message, stack })
  }
}

async function setUp({ root, edition, siteUrl }: PressSettings, say: (line: string) => void) {
  keepEnvironment()
  const environment = readEnvironment()
  const migrations = join(root, 'db/migrations')
  openDatabase(environment.databaseFile, (_, milliseconds) => {
    spent.statements += 1
    spent.seconds += milliseconds / 1000
  })
  const { backup } = migrateDatabase(migrations, join(environment.dataDir, 'backups'))
  if (backup) say(`The database was copied to ${backup} before it was brought up to date.`)
  const invitation = await prepareNewsroom(environment, root, say)
  openPageScripts(edition)
  // next.config.js says where the pages are.
  process.env.PAGES_FOLDER = relative(root, pagesIn(edition))
  // Loaded here and not above: the counter runs this file too, and Next puts clocks and ticks of its own in the place of Node's.
  const { default: makeNext } = await import('next')
  const application = makeNext({
    dev: false,
    dir: root,
    customServer: true,
    hostname: environment.host,
    port: environment.port,
  })
  await application.prepare()
  const scheduler = startDuties()
  const render = pageRenderer(application.getRequestHandler(), siteUrl, await loadRoutes(edition))
  const [styles, feed] = [new PageStyles(edition), new ChangeFeed()]
  return { press: new Press({ application, scheduler, migrations, siteUrl, render, styles, feed }), invitation }
}

/** What the press asks the counter, and has not been told yet. */
class Questions {
  private readonly open = new Map<number, (addresses: string[]) => void>()
  private last = 0

  constructor(private readonly post: Post) {}

  ask(keys: ChangeKey[]): Promise<string[]> {
    this.last += 1
    const ask = this.last
    return new Promise((resolve) => {
      this.open.set(ask, resolve)
      this.post({ ask, keys })
    })
  }

  hear({ told, addresses }: Told): void {
    this.open.get(told)?.(addresses)
    this.open.delete(told)
  }
}

/** What the press works with. */
type Works = {
  application: ReturnType<typeof next>
  scheduler: Clockwork
  migrations: string
  siteUrl: string
  render: ReturnType<typeof pageRenderer>
  styles: PageStyles
  feed: ChangeFeed
}

class Press {
  constructor(private readonly works: Works) {}

  async carryOut(order: Order, post: Post): Promise<void> {
    const { id } = order
    try {
      const done = await this.work(order)
      post({ id, database: takeSpent(), done }, bodyOf(done))
    } catch (error) {
      post({ id, database: takeSpent(), failed: (error as Error).stack ?? String(error) })
    }
  }

  private work(order: Order): Promise<Done> {
    switch (order.order) {
      case 'page':
        return this.print(order.address)
      case 'private':
        return (
          answerScript(order.request, this.works.siteUrl) ?? inPrivateAnswer(() => this.answerPrivately(order.request))
        )
      case 'reading':
        return recordReading(order.tally)
      case 'missing':
        return recordMissing(order.tally).then(() => null)
      case 'health':
        return examine(this.works.scheduler, this.works.migrations)
      case 'stop':
        return this.stop()
    }
  }

  private async answerPrivately(request: PrivateRequest): Promise<Printed> {
    const handler = this.works.application.getRequestHandler()
    const answer = await answerWithForms((asked) => replay(handler, asked), request)
    if (!isDocument(answer)) return answer
    const { 'content-length': _, ...headers } = answer.headers
    return { ...answer, headers, body: Buffer.from(withoutScriptNonces(Buffer.from(answer.body).toString('utf8'))) }
  }

  /** @param isAnew from the database alone, whatever is remembered */
  async print(address: string, { isAnew = false } = {}): Promise<PrintedPage> {
    const began = performance.now()
    // What another process wrote must not be in what is remembered.
    this.works.feed.lookNow()
    const scope = newRenderScope({ isAnew })
    const rendered = await inRenderScope(scope, () => this.works.render(address))
    const { status, headers, body } = rendered
    const bytes = isDocument(rendered)
      ? Buffer.from(this.works.styles.join(withLetters(toDocument(body.toString('utf8')))))
      : body
    const { reads, article, expiresAt } = scope
    return {
      status,
      headers,
      body: bytes,
      reads: [...reads],
      article,
      expiresAt,
      milliseconds: performance.now() - began,
    }
  }

  private async stop(): Promise<null> {
    openCounterLine(null)
    await this.works.scheduler.stop()
    await this.works.application.close()
    await closeDatabase()
    return null
  }
}

function bodyOf(done: Done): ArrayBuffer[] {
  return done !== null && typeof done === 'object' && 'body' in done ? handedOver(done.body) : []
}

function isDocument({ headers }: Pick<Printed, 'headers'>): boolean {
  return String(headers['content-type'] ?? '').startsWith('text/html')
}

function takeSpent(): DatabaseTime {
  const taken = { ...spent }
  spent.statements = 0
  spent.seconds = 0
  return taken
}
