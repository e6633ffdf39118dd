import { createInterface } from 'node:readline'
import { stripVTControlCharacters } from 'node:util'
import { Worker } from 'node:worker_threads'
import { log } from '../log'
import type { MissingTally } from '../reading/missing-tally'
import type { ViewTally } from '../reading/view-tally'
import type { ChangeKey } from '../write'
import { handedOver } from './handed-over'
import { metrics } from './metrics'
import type {
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

type Waiting = { resolve: (done: never) => void; reject: (error: Error) => void }
type WithoutId<Each> = Each extends { id: number } ? Omit<Each, 'id'> : never

/** How long, in milliseconds, the press may take to say how it is. */
const HEALTH_PATIENCE = 3_000

/** The press is gone: whatever it was at is lost. */
export class PressStopped extends Error {
  constructor() {
    super('The thread that renders pages has ended.')
    this.name = 'PressStopped'
  }
}

/** The counter's side of the press: orders go in, finished answers come out. */
export class PressDoor {
  private readonly waiting = new Map<number, Waiting>()
  private lastId = 0
  private isClosing = false
  private findDependants: (keys: readonly ChangeKey[]) => string[] = () => []

  private constructor(private readonly worker: Worker) {
    worker.on('message', (message: Delivery | Question) => {
      if ('ask' in message) this.tell(message)
      else this.receive(message)
    })
    worker.on('error', (error) => log.fatal({ err: error }, 'the press failed'))
    worker.on('exit', () => this.ended())
  }

  /**
   * Starts the press from the file that is running.
   *
   * @param say passes on what whoever started the server should read
   * @throws what kept the press from starting
   */
  static async open(file: string, settings: PressSettings, say: (line: string) => void) {
    const worker = new Worker(file, { workerData: settings, stdout: true })
    logPrinted(worker)
    const invitation = await firstWords(worker, say)
    return { press: new PressDoor(worker), invitation }
  }

  /** Says who knows which pages read what: the press asks it. */
  answerBy(findDependants: (keys: readonly ChangeKey[]) => string[]): void {
    this.findDependants = findDependants
  }

  page(address: string): Promise<PrintedPage> {
    return this.order({ order: 'page', address })
  }

  answer(request: PrivateRequest): Promise<Printed> {
    return this.order({ order: 'private', request }, handedOver(request.body))
  }

  /** @returns when the newsroom's day ends, in milliseconds since 1970 */
  recordReading(tally: ViewTally): Promise<number> {
    return this.order({ order: 'reading', tally })
  }

  recordMissing(tally: MissingTally): Promise<null> {
    return this.order({ order: 'missing', tally })
  }

  /** How the press is; a press that does not answer is not well. */
  async health(): Promise<PressHealth> {
    const silence = { database: 'unknown', migrations: 'unknown', scheduler: 'unknown' }
    const patience = new Promise<PressHealth>((resolve) => setTimeout(resolve, HEALTH_PATIENCE, silence).unref())
    return Promise.race([this.order<PressHealth>({ order: 'health' }).catch(() => silence), patience])
  }

  /** Ends the press when its work in hand is done. */
  async close(): Promise<void> {
    this.isClosing = true
    // A press that is gone has nothing left to finish; what else must be closed must not wait for it.
    await this.order({ order: 'stop' }).catch((error) => log.error({ err: error }, 'the press did not stop well'))
    await this.worker.terminate()
  }

  private order<Done>(order: WithoutId<Order>, handOver: ArrayBuffer[] = []): Promise<Done> {
    this.lastId += 1
    const id = this.lastId
    return new Promise<Done>((resolve, reject) => {
      this.waiting.set(id, { resolve, reject })
      this.worker.postMessage({ id, ...order }, handOver)
    })
  }

  private tell({ ask, keys }: Question): void {
    const answer: Told = { told: ask, addresses: this.findDependants(keys) }
    this.worker.postMessage(answer)
  }

  private receive(delivery: Delivery): void {
    const { id, database } = delivery
    metrics.databaseTime(database)
    const waiting = this.waiting.get(id)
    this.waiting.delete(id)
    if ('done' in delivery) waiting?.resolve(delivery.done as never)
    else waiting?.reject(Object.assign(new Error('The page could not be made.'), { stack: delivery.failed }))
  }

  /** Without its press the paper is not whole: whoever supervises this process starts it again. */
  private ended(): void {
    for (const { reject } of this.waiting.values()) reject(new PressStopped())
    this.waiting.clear()
    if (this.isClosing) return
    log.fatal('the press ended unasked; the server ends too, to be started anew')
    setTimeout(() => process.exit(1), 100)
  }
}

/** What packages print in the press, such as Next at its start: our standard output is a log, each line of it JSON. */
function logPrinted({ stdout }: Worker): void {
  createInterface({ input: stdout }).on('line', (line) => {
    const words = stripVTControlCharacters(line).trim()
    if (words) log.info({ from: 'press' }, words)
  })
}

/** The invitation that a press brings when it is ready. @throws what kept it from that, its silent end included */
function firstWords(worker: Worker, say: (line: string) => void): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const leave = () => worker.off('message', hear).off('error', fail).off('exit', end)
    const hear = (message: FirstWords | Saying) => {
      if ('say' in message) return say(message.say)
      leave()
      if (message.ready) resolve(message.invitation)
      else reject(Object.assign(new Error(message.message), { name: message.name, stack: message.stack }))
    }
    const fail = (error: Error) => {
      leave()
      reject(error)
    }
    const end = (code: number) =>
      fail(new Error(`The thread that renders pages ended with ${code} before it was ready.`))
    worker.on('message', hear).on('error', fail).on('exit', end)
  })
}
