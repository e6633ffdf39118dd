import type { Worker } from 'node:worker_threads'
import type { MissingTally } from '../reading/missing-tally'
import type { ViewTally } from '../reading/view-tally'
import type { ChangeKey } from '../write'
import { handedOver } from './handed-over'
import type { Delivery, PressHealth, Printed, PrivateRequest, Question, ThreadSettings, Told } from './press-messages'
import { startThread, ThreadDoor } from './thread-door'

/** How long, in milliseconds, the press may take to say how it is. */
const HEALTH_PATIENCE = 3_000

/** The counter's side of the press. */
export class PressDoor extends ThreadDoor {
  private findDependants: (keys: readonly ChangeKey[]) => string[] = () => []

  private constructor(worker: Worker) {
    super(worker, 'press')
    worker.on('message', (message: Delivery | Question) => {
      if ('ask' in message) this.tell(message)
    })
  }

  /**
   * Starts the press from the file that is running.
   *
   * @param say passes on what whoever started the server should read
   * @throws what kept the press from starting
   */
  static async open(file: string, settings: Omit<ThreadSettings, 'thread'>, say: (line: string) => void) {
    const { worker, ready } = await startThread(file, { ...settings, thread: 'press' }, say)
    return { press: new PressDoor(worker), invitation: ready.invitation ?? null }
  }

  /** Says who knows which pages read what: the press asks it. */
  answerBy(findDependants: (keys: readonly ChangeKey[]) => string[]): void {
    this.findDependants = findDependants
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

  private tell({ ask, keys }: Question): void {
    const answer: Told = { told: ask, addresses: this.findDependants(keys) }
    this.worker.postMessage(answer)
  }
}
