import { createInterface } from 'node:readline'
import { stripVTControlCharacters } from 'node:util'
import { Worker } from 'node:worker_threads'
import { log } from '../log'
import { metrics } from './metrics'
import type { Delivery, FirstWords, Order, PrintedPage, Question, Saying, ThreadSettings } from './press-messages'

type Waiting = { resolve: (done: never) => void; reject: (error: Error) => void }
type WithoutId<Each> = Each extends { id: number } ? Omit<Each, 'id'> : never
type Ready = Extract<FirstWords, { ready: true }>

/** The thread is gone: whatever it was at is lost. */
export class ThreadStopped extends Error {
  constructor(name: string) {
    super(`The ${name}, the thread that makes pages, has ended.`)
    this.name = 'ThreadStopped'
  }
}

/**
 * Starts a thread from the file that is running, and waits until it is ready.
 *
 * @param say passes on what whoever started the server should read
 * @throws what kept the thread from starting
 */
export async function startThread(file: string, settings: ThreadSettings, say: (line: string) => void) {
  const worker = new Worker(file, { workerData: settings, stdout: true })
  logPrinted(worker, settings.thread)
  return { worker, ready: await firstWords(worker, settings.thread, say) }
}

/** The counter's side of a thread: orders go in, finished answers come out. */
export class ThreadDoor {
  private readonly waiting = new Map<number, Waiting>()
  private lastId = 0
  private isClosing = false

  /** @param name what the log calls the thread */
  constructor(
    protected readonly worker: Worker,
    private readonly name: string,
  ) {
    worker.on('message', (message: Delivery | Question) => {
      if (!('ask' in message)) this.receive(message)
    })
    worker.on('error', (error) => log.fatal({ err: error }, `the ${name} failed`))
    worker.on('exit', () => this.ended())
  }

  page(address: string): Promise<PrintedPage> {
    return this.order({ order: 'page', address })
  }

  /** Ends the thread when its work in hand is done. */
  async close(): Promise<void> {
    this.isClosing = true
    // A thread that is gone has nothing left to finish; what else must be closed must not wait for it.
    await this.order({ order: 'stop' }).catch((error) =>
      log.error({ err: error }, `the ${this.name} did not stop well`),
    )
    await this.worker.terminate()
  }

  protected order<Done>(order: WithoutId<Order>, handOver: ArrayBuffer[] = []): Promise<Done> {
    this.lastId += 1
    const id = this.lastId
    return new Promise<Done>((resolve, reject) => {
      this.waiting.set(id, { resolve, reject })
      this.worker.postMessage({ id, ...order }, handOver)
    })
  }

  private receive(delivery: Delivery): void {
    const { id, database } = delivery
    metrics.databaseTime(database)
    const waiting = this.waiting.get(id)
    this.waiting.delete(id)
    if ('done' in delivery) waiting?.resolve(delivery.done as never)
    else waiting?.reject(Object.assign(new Error('The page could not be made.'), { stack: delivery.failed }))
  }

  /** Without its threads the paper is not whole: whoever supervises this process starts it again. */
  private ended(): void {
    for (const { reject } of this.waiting.values()) reject(new ThreadStopped(this.name))
    this.waiting.clear()
    if (this.isClosing) return
    log.fatal(`the ${this.name} ended unasked; the server ends too, to be started anew`)
    setTimeout(() => process.exit(1), 100)
  }
}

/** What packages print in a thread, such as Next at its start: our standard output is a log, each line of it JSON. */
function logPrinted({ stdout }: Worker, name: string): void {
  createInterface({ input: stdout }).on('line', (line) => {
    const words = stripVTControlCharacters(line).trim()
    if (words) log.info({ from: name }, words)
  })
}

/** What a thread says when it is ready. @throws what kept it from that, its silent end included */
function firstWords(worker: Worker, name: string, say: (line: string) => void): Promise<Ready> {
  return new Promise((resolve, reject) => {
    const leave = () => worker.off('message', hear).off('error', fail).off('exit', end)
    const hear = (message: FirstWords | Saying) => {
      if ('say' in message) return say(message.say)
      leave()
      if (message.ready) resolve(message)
      else reject(Object.assign(new Error(message.message), { name: message.name, stack: message.stack }))
    }
    const fail = (error: Error) => {
      leave()
      reject(error)
    }
    const end = (code: number) =>
      fail(new Error(`The ${name}, a thread of the server, ended with ${code} before it was ready.`))
    worker.on('message', hear).on('error', fail).on('exit', end)
  })
}
