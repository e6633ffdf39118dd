import { AsyncLocalStorage } from 'node:async_hooks'
import { join, relative } from 'node:path'
import type next from 'next'
import { migrateDatabase } from '@/db/migrate'
import type { Environment } from '../env'
import { recordMissing } from '../reading/missing-commands'
import { recordReading } from '../reading/view-commands'
import type { ChangeKey } from '../write'
import { capture, replay } from './captured-response'
import { ChangeFeed } from './change-feed'
import { openCounterLine } from './counter-line'
import { toDocument } from './documents'
import { type Clockwork, examine, startDuties } from './duties'
import { pagesIn } from './editions'
import { prepareNewsroom } from './first-start'
import { answerWithForms } from './form-answers'
import { withLetters } from './letters'
import { openPageScripts } from './page-scripts'
import { PageStyles } from './page-styles'
import type { Order, Printed, PrivateRequest, ThreadSettings, Told } from './press-messages'
import { withoutScriptNonces } from './private-scripts'
import { type PagePrinter, pagePrinter } from './render-page'
import { inPrivateAnswer } from './render-scope'
import { loadRoutes, routeAnswerer } from './route-handlers'
import { answerScript } from './script-doors'
import { beginThread, type Done, type Post } from './thread'

/**
 * The press: everything that draws pages, writes and keeps time, in a thread of its own, so that a reader of a kept page
 * waits for none of it.
 */
export function runPress(): Promise<void> {
  return beginThread(async (settings, environment, post) => {
    const { press, print, invitation } = await setUp(settings, environment, (line) => post({ say: line }))
    const questions = new Questions(post)
    // What is rendered for a receipt is nobody's own answer, whoever asked for it.
    const apart = AsyncLocalStorage.snapshot()
    openCounterLine({
      dependants: (keys) => questions.ask([...keys]),
      renderAnew: (address) => apart(() => print(address, { isAnew: true })),
    })
    return {
      work: (order) => press.work(order),
      hear: (told) => questions.hear(told),
      firstWords: { ready: true, invitation },
    }
  })
}

async function setUp(
  { root, edition, siteUrl }: ThreadSettings,
  environment: Environment,
  say: (line: string) => void,
): Promise<{ press: Press; print: PagePrinter; invitation: string | null }> {
  const migrations = join(root, 'db/migrations')
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
  const [handler, styles, { host }] = [application.getRequestHandler(), new PageStyles(edition), new URL(siteUrl)]
  const answerRoute = routeAnswerer(await loadRoutes(edition), siteUrl)
  const feed = new ChangeFeed()
  const print = pagePrinter({
    // Machines are answered by the wire (wire.ts), but for what is held against what they were sent.
    render: (address) => answerRoute(address) ?? capture(handler, address, host),
    feed,
    finish: (answer) =>
      isDocument(answer)
        ? Buffer.from(styles.join(withLetters(toDocument(answer.body.toString('utf8')))))
        : answer.body,
  })
  const [scheduler, stopKeepingUp] = [startDuties(), feed.keepUp()]
  const press = new Press({ application, scheduler, migrations, siteUrl, print, stopKeepingUp })
  return { press, print, invitation }
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
  print: PagePrinter
  stopKeepingUp: () => void
}

class Press {
  constructor(private readonly works: Works) {}

  work(order: Order): Promise<Done> {
    const { scheduler, migrations, siteUrl, print } = this.works
    switch (order.order) {
      case 'page':
        return print(order.address)
      case 'private':
        return answerScript(order.request, siteUrl) ?? inPrivateAnswer(() => this.answerPrivately(order.request))
      case 'reading':
        return recordReading(order.tally)
      case 'missing':
        return recordMissing(order.tally).then(() => null)
      case 'health':
        return examine(scheduler, migrations)
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

  private async stop(): Promise<null> {
    openCounterLine(null)
    this.works.stopKeepingUp()
    await this.works.scheduler.stop()
    await this.works.application.close()
    return null
  }
}

function isDocument({ headers }: Pick<Printed, 'headers'>): boolean {
  return String(headers['content-type'] ?? '').startsWith('text/html')
}
