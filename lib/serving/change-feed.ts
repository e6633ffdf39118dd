import { gt, max } from 'drizzle-orm'
import { database, unsafeReadingConnection } from '@/db/client'
import { changes } from '@/db/schema/site'
import { announce, type ChangeKey, processOrigin } from '../write'

/** However little is asked: changes are heard of before they are forgotten (change-log-commands.ts). In milliseconds. */
const AT_THE_LATEST = 600_000

/** How long, in milliseconds, an answer may be given without looking whether another process wrote. */
const INTERVAL = 2

/**
 * Notices what other processes wrote to the same file (the operator's tool beside the running server) and announces it
 * here. SQLite counts other connections' commits (`PRAGMA data_version`); only when that moved are the changes read.
 */
export class ChangeFeed {
  private lookedAt = 0
  private version: number
  private lastSeen: number
  private readonly readVersion: () => number

  constructor() {
    const statement = unsafeReadingConnection().prepare('pragma data_version').pluck()
    this.readVersion = () => statement.get() as number
    this.version = this.readVersion()
    this.lastSeen =
      database()
        .select({ id: max(changes.id) })
        .from(changes)
        .get()?.id ?? 0
  }

  /** Called before every answer; costs nothing when it was called just before. */
  catchUp(now: number): void {
    if (now - this.lookedAt < INTERVAL) return
    this.lookNow(now)
  }

  /** Called where not even that is enough: before a page is kept, before an answer tells of a change. */
  lookNow(now = performance.now()): void {
    this.lookedAt = now
    const version = this.readVersion()
    if (version === this.version) return
    this.version = version
    this.announceNews()
  }

  /** Looks by itself from time to time, until the returned function is called. */
  keepUp(): () => void {
    const timer = setInterval(() => this.lookNow(), AT_THE_LATEST).unref()
    return () => clearInterval(timer)
  }

  private announceNews(): void {
    const news = database().select().from(changes).where(gt(changes.id, this.lastSeen)).all()
    for (const { id, origin, keys } of news) {
      this.lastSeen = Math.max(this.lastSeen, id)
      if (origin !== processOrigin) announce(keys as ChangeKey[])
    }
  }
}
