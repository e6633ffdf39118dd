import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { Turns } from '../media/turns'
import { isStillRunning } from '../operating/process-life.mjs'

/** What was sent with a request, on the disk until it is answered. */
export type BroughtBody = { file: string; size: number }

/** So many come at the same time; more would fill the disk before anybody looked at the first. */
const AT_ONCE = 20

/**
 * Takes in what is too large to be kept in memory while it comes. Each body is written to a file of its own as it
 * arrives, and no more of it is read before that is done: whoever sends, however many, waits for the disk.
 */
export class BroughtBodies {
  private readonly turns = new Turns(AT_ONCE)
  private readonly folder: string

  /**
   * @param parent DATA_DIR/uploads; each process has a folder of its own in it
   * @param write puts a piece of a body at the end of its file
   */
  constructor(
    parent: string,
    private readonly write = (file: FileHandle, piece: Uint8Array) => file.appendFile(piece),
  ) {
    this.folder = join(parent, String(process.pid))
    clear(parent)
  }

  /**
   * @param most bytes; what comes after them is not kept, and the rest is let go by, so that the sender hears why
   * @returns null when it was more
   * @throws when the sender went away, or the disk is full; nothing of it is left then
   */
  take(request: IncomingMessage, most: number): Promise<BroughtBody | null> {
    return this.turns.take(async () => {
      await mkdir(this.folder, { recursive: true, mode: 0o700 })
      const file = join(this.folder, randomBytes(12).toString('hex'))
      try {
        const size = await this.takeInto(file, request, most)
        if (size !== null) return { file, size }
      } catch (error) {
        await this.forget({ file })
        throw error
      }
      await this.forget({ file })
      return null
    })
  }

  /** Removes a body that was answered. */
  async forget({ file }: Pick<BroughtBody, 'file'>): Promise<void> {
    await rm(file, { force: true })
  }

  private async takeInto(file: string, request: IncomingMessage, most: number): Promise<number | null> {
    const handle = await open(file, 'wx', 0o600)
    let size = 0
    try {
      for await (const piece of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
        size += piece.length
        if (size > most) return null
        await this.write(handle, piece)
      }
      return size
    } finally {
      await handle.close()
      // Whatever is still on its way goes by, so that the sender comes to hear the answer.
      request.resume()
    }
  }
}

/** Removes what processes that are gone left behind half brought. */
function clear(parent: string): void {
  mkdirSync(parent, { recursive: true, mode: 0o700 })
  for (const name of readdirSync(parent)) {
    const folder = join(parent, name)
    const isOthers = Number(name) !== process.pid && isStillRunning(Number(name), statSync(folder).mtime)
    if (!isOthers) rmSync(folder, { recursive: true, force: true })
  }
}
