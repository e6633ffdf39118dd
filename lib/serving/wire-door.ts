import type { Worker } from 'node:worker_threads'
import type { Shape, ThreadSettings } from './press-messages'
import { directAddresses } from './route-handlers'
import { startThread, ThreadDoor } from './thread-door'

/** The counter's side of the wire. */
export class WireDoor extends ThreadDoor {
  /** Whether the wire answers at an address. */
  readonly takes: (address: string) => boolean

  private constructor(worker: Worker, shapes: Shape[]) {
    super(worker, 'wire')
    this.takes = directAddresses(shapes)
  }

  /**
   * Starts the wire from the file that is running, once the press has brought the database up to date.
   *
   * @throws what kept the wire from starting
   */
  static async open(file: string, settings: Omit<ThreadSettings, 'thread'>): Promise<WireDoor> {
    const { worker, ready } = await startThread(file, { ...settings, thread: 'wire' }, () => {})
    return new WireDoor(worker, ready.shapes ?? [])
  }
}
