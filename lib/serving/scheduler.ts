import { log } from '../log'

/** How often the clock is looked at, in milliseconds, where nothing else is said. */
const INTERVAL = 500

export type Duty = {
  name: string
  run: () => Promise<void>
  /** Ends what it began and did not wait for. */
  stop?: () => Promise<void>
}

/**
 * Does what is due, again and again, one duty after the other. It looks at the clock each time and plans nothing ahead, so
 * that a clock that jumps or a machine that slept delays nothing further; a duty that fails is tried at the next look.
 */
export class Scheduler {
  private timer: NodeJS.Timeout | null = null
  private running: Promise<void> = Promise.resolve()
  private stopped = false
  private lookedAt = Date.now()

  /** @param interval how often the clock is looked at, in milliseconds */
  constructor(
    private readonly duties: Duty[],
    private readonly interval = INTERVAL,
  ) {}

  start(): void {
    this.timer = setTimeout(() => {
      this.running = this.look().then(() => {
        if (!this.stopped) this.start()
      })
    }, this.interval)
  }

  /** Ends when the duty in hand is done. */
  async stop(): Promise<void> {
    this.stopped = true
    if (this.timer) clearTimeout(this.timer)
    await this.running
    for (const duty of this.duties) await duty.stop?.()
  }

  /** When it last looked, in milliseconds since 1970. */
  seenAt(): number {
    return this.lookedAt
  }

  private async look(): Promise<void> {
    for (const { name, run } of this.duties) {
      try {
        await run()
      } catch (error) {
        log.error({ duty: name, err: error }, 'a scheduled duty failed and will be tried again')
      }
    }
    this.lookedAt = Date.now()
  }
}
