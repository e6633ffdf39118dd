import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { closeDatabase, openDatabase } from '@/db/client'
import { type Environment, keepEnvironment, readEnvironment } from '../env'
import { handedOver } from './handed-over'
import type {
  DatabaseTime,
  Delivery,
  FirstWords,
  Order,
  PressHealth,
  Printed,
  PrintedPage,
  Question,
  Saying,
  ThreadSettings,
  Told,
} from './press-messages'

export type Done = PrintedPage | Printed | PressHealth | number | null

/** Sends a message to the counter; what is handed over is gone from here. */
export type Post = (message: Delivery | FirstWords | Question | Saying, handOver?: ArrayBuffer[]) => void

/** A thread at work: what it does with an order, and with what it is told. */
export type AtWork = {
  work: (order: Order) => Promise<Done>
  hear?: (told: Told) => void
  firstWords: FirstWords
}

const spent: DatabaseTime = { statements: 0, seconds: 0 }

/**
 * Begins a thread beside the counter, and takes orders from then on.
 *
 * @param setUp what it needs; why it cannot be had is passed on
 */
export async function beginThread(
  setUp: (settings: ThreadSettings, environment: Environment, post: Post) => Promise<AtWork>,
): Promise<void> {
  const port = parentPort as MessagePort
  const post: Post = (message, handOver) => port.postMessage(message, handOver)
  try {
    keepEnvironment()
    const environment = readEnvironment()
    openDatabase(environment.databaseFile, (_, milliseconds) => {
      spent.statements += 1
      spent.seconds += milliseconds / 1000
    })
    const { work, hear, firstWords } = await setUp(workerData as ThreadSettings, environment, post)
    port.on('message', (message: Order | Told) => {
      if ('told' in message) hear?.(message)
      else void carryOut(message, work, post)
    })
    post(firstWords)
  } catch (error) {
    const { name, message, stack = '' } = error as Error
    post({ ready: false, name, message, stack })
  }
}

async function carryOut(order: Order, work: AtWork['work'], post: Post): Promise<void> {
  const { id } = order
  try {
    const done = await work(order)
    if (order.order === 'stop') await closeDatabase()
    post({ id, database: takeSpent(), done }, bodyOf(done))
  } catch (error) {
    post({ id, database: takeSpent(), failed: (error as Error).stack ?? String(error) })
  }
}

function bodyOf(done: Done): ArrayBuffer[] {
  return done !== null && typeof done === 'object' && 'body' in done ? handedOver(done.body) : []
}

function takeSpent(): DatabaseTime {
  const taken = { ...spent }
  spent.statements = 0
  spent.seconds = 0
  return taken
}
