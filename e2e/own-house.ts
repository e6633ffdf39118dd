import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BASE_DATA } from './base-data'
import { type Newsroom, openNewsroom } from './newsroom'
import { freePort, type RunningServer, startServer } from './server'

/** A server on a copy of the demo newsroom that no other test has; it may be killed and started again. */
export class OwnHouse {
  private isDown = false

  private constructor(
    private readonly dataDir: string,
    readonly port: number,
    private server: RunningServer,
    readonly newsroom: Newsroom,
  ) {}

  static async open(): Promise<OwnHouse> {
    const dataDir = await mkdtemp(join(tmpdir(), 'broadsheet-own-'))
    await cp(BASE_DATA, dataDir, { recursive: true })
    const port = await freePort()
    const server = await startServer(dataDir, { PORT: String(port) })
    return new OwnHouse(dataDir, port, server, openNewsroom(dataDir))
  }

  get url(): string {
    return this.server.url
  }

  async kill(): Promise<void> {
    this.isDown = true
    await this.server.kill()
  }

  /** At the same address as before, unless it stands. */
  async startAgain(): Promise<void> {
    if (!this.isDown) return
    this.server = await startServer(this.dataDir, { PORT: String(this.port) })
    this.isDown = false
  }

  async close(): Promise<void> {
    await this.newsroom.close()
    await this.server.stop()
    await rm(this.dataDir, { recursive: true, force: true })
  }
}
