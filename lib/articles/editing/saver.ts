import { type ArticleContent, type Clash, type Merged, mergeContent } from '../merge/merge-content'
import { resolve } from '../merge/resolve'
import { isSame } from '../merge/sameness'
import { patched } from './body-patch'
import type { SaveAnswer } from './save-answer'

/** Whether what was typed is safe, and where. */
export type SaverState =
  | { is: 'unsaved' }
  | { is: 'saving' }
  | { is: 'saved'; at: string }
  | { is: 'offline' }
  | { is: 'paused'; by: string | null }
  | { is: 'refused'; words: string }

type Base = { revision: number; content: ArticleContent }
export type Pending = { saveId: string; baseRevision: number; content: ArticleContent }

/** What is kept on the device while it is not known to be saved. */
export type DeviceCopy = { base: Base; content: ArticleContent; pending: Pending | null; at: number }

/** What two people changed, for somebody to decide; `base` is what the decision is saved on. */
export type OpenClash = {
  clashes: Clash[]
  /** Both sides, but for the clashes. */
  content: ArticleContent
  /** What is saved. */
  theirs: ArticleContent
  by: string | null
  revision: number
  sent: ArticleContent
}

/** What the saver needs of the page that it works for. */
export type SaverHands = {
  read: () => ArticleContent
  /** Puts in place what the article says now, others' words among it. */
  show: (content: ArticleContent) => void
  /** Sends a save. @throws when there is no connection, or the server had no answer */
  send: (body: string, isLast: boolean) => Promise<SaveAnswer>
  keep: (copy: DeviceCopy | null) => void
  tell: (state: SaverState, clash: OpenClash | null) => void
  newId: () => string
}

/** Milliseconds: after the last key, at the latest after the first, and between tries of a connection that failed. */
export const TIMES = { pause: 1500, longest: 30_000, firstRetry: 2000, longestRetry: 30_000 }

/** One save may be on its way, the next takes what was typed since; who types on and on does not leave. */
const MOST_TRIES = 3

/**
 * Saves what somebody types: a moment after the last key and at the latest after half a minute, one save in flight, each
 * on its base. A save that got no answer is sent again as it was, so that it is one save; what others saved is merged with
 * what was typed since; a clash waits for a decision. Until the server has said that it has it, it is on the device.
 */
export class Saver {
  private pending: Pending | null = null
  private isSending = false
  private flight: Promise<void> = Promise.resolve()
  private firstChange = 0
  private timer: ReturnType<typeof setTimeout> | undefined
  private retryAfter = TIMES.firstRetry
  private clash: OpenClash | null = null
  private mustSendWhole = false
  private isStopped = false

  constructor(
    private base: Base,
    private readonly hands: SaverHands,
  ) {}

  get baseRevision(): number {
    return this.base.revision
  }

  get isDirty(): boolean {
    return this.pending !== null || !isSame(this.hands.read(), this.base.content)
  }

  /** Something was typed. */
  noteChange(): void {
    if (this.isStopped) return
    this.keepCopy()
    if (this.firstChange === 0) this.firstChange = Date.now()
    if (this.clash) return
    if (!this.isSending) this.hands.tell({ is: 'unsaved' }, null)
    const left = this.firstChange + TIMES.longest - Date.now()
    this.schedule(Math.max(0, Math.min(TIMES.pause, left)))
  }

  /** Saves now what is not saved. */
  async saveNow(reason: 'saved' | 'autosave' = 'saved'): Promise<void> {
    clearTimeout(this.timer)
    if (this.isSending) return this.flight
    if (this.clash || this.isStopped) return
    if (!this.pending) {
      const content = this.hands.read()
      if (isSame(content, this.base.content)) return this.settle(new Date().toISOString())
      this.pending = { saveId: this.hands.newId(), baseRevision: this.base.revision, content }
      this.firstChange = 0
      this.keepCopy()
    }
    this.flight = this.sendPending(reason)
    await this.flight
  }

  /**
   * Saves what is not saved and what is typed meanwhile, before the article is looked at elsewhere.
   *
   * @returns whether all of it is saved; not when a connection fails, or when somebody has to decide
   */
  async saveAll(): Promise<boolean> {
    for (let tries = 0; tries < MOST_TRIES && this.isDirty && !this.clash; tries += 1) await this.saveNow()
    return !this.isDirty && !this.clash
  }

  /** The page is going away: what is not saved is sent without waiting for an answer. */
  saveLast(): void {
    if (this.clash) return
    const content = this.hands.read()
    if (isSame(content, this.base.content)) return
    const last = { saveId: this.hands.newId(), baseRevision: this.base.revision, content }
    this.hands.send(this.bodyOf(this.pending ?? last, 'autosave'), true).catch(() => {})
  }

  /** Somebody decided a clash: what came of it is saved on what the others have. */
  async decide(decided: ArticleContent): Promise<void> {
    const open = this.clash
    if (!open) return
    // What was typed while it was open is kept as well, in whatever way it was decided.
    const since = both(mergeContent(open.sent, decided, this.hands.read()))
    this.clash = null
    this.base = { revision: open.revision, content: open.theirs }
    this.hands.show(since)
    this.keepCopy()
    await this.saveNow()
  }

  /** Others have saved, and nothing of mine is on its way: it is taken in. */
  takeIn(revision: number, content: ArticleContent): void {
    if (this.isStopped || this.isSending || this.pending || this.clash || revision <= this.base.revision) return
    const mine = this.hands.read()
    const merged = mergeContent(this.base.content, content, mine)
    // What clashes is left to the next save, which asks.
    if (merged.clashes.length > 0) return
    this.base = { revision, content }
    this.hands.show(merged.content)
    if (!isSame(merged.content, content)) this.noteChange()
  }

  /** What it works for goes away, though the browser's page may not: what is not saved is sent, and it stops. */
  leave(): void {
    if (!this.isStopped) this.saveLast()
    this.stop()
  }

  /** Reads and shows nothing any more: what stands there now is another's. What is not saved is on the device. */
  stop(): void {
    this.isStopped = true
    clearTimeout(this.timer)
  }

  private async sendPending(reason: 'saved' | 'autosave'): Promise<void> {
    const sent = this.pending as Pending
    this.isSending = true
    this.hands.tell({ is: 'saving' }, null)
    try {
      const answer = await this.hands.send(this.bodyOf(sent, reason), false)
      this.isSending = false
      this.retryAfter = TIMES.firstRetry
      if (!this.isStopped) this.take(answer, sent)
    } catch {
      this.isSending = false
      if (this.isStopped) return
      this.hands.tell({ is: 'offline' }, null)
      this.schedule(this.retryAfter)
      this.retryAfter = Math.min(this.retryAfter * 2, TIMES.longestRetry)
    }
  }

  private take(answer: SaveAnswer, sent: Pending): void {
    if (answer.outcome === 'saved') {
      this.pending = null
      this.mustSendWhole = false
      this.takeSaved(answer, sent)
    } else if (answer.outcome === 'clash') {
      this.pending = null
      const { clashes, content, theirs, by, revision } = answer
      this.openClash({ clashes, content, theirs, by, revision, sent: sent.content })
    } else {
      // It was not saved: the next try is another save, with what is typed by then.
      this.pending = null
      this.keepCopy()
      if (answer.sendWhole && !this.mustSendWhole) {
        this.mustSendWhole = true
        this.schedule(0)
      } else this.hands.tell({ is: 'refused', words: answer.words }, null)
    }
  }

  private takeSaved(answer: Extract<SaveAnswer, { outcome: 'saved' }>, { content: sent }: Pending): void {
    const now = answer.content ?? sent
    this.base = { revision: answer.revision, content: now }
    if (answer.content) {
      const since = mergeContent(sent, answer.content, this.hands.read())
      if (since.clashes.length > 0) {
        const { clashes, content } = since
        const mine = this.hands.read()
        this.openClash({ clashes, content, theirs: now, sent: mine, by: null, revision: answer.revision })
        return
      }
      this.hands.show(since.content)
    }
    if (isSame(this.hands.read(), now)) this.settle(answer.savedAt)
    else this.noteChange()
  }

  private openClash(clash: OpenClash): void {
    this.clash = clash
    this.keepCopy()
    this.hands.tell({ is: 'paused', by: clash.by }, clash)
  }

  private settle(at: string): void {
    this.firstChange = 0
    this.hands.keep(null)
    this.hands.tell({ is: 'saved', at }, null)
  }

  private keepCopy(): void {
    this.hands.keep({ base: this.base, content: this.hands.read(), pending: this.pending, at: Date.now() })
  }

  private schedule(wait: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.saveNow('autosave'), wait)
  }

  private bodyOf({ saveId, baseRevision, content }: Pending, reason: string): string {
    const isPatch = baseRevision === this.base.revision && !this.mustSendWhole
    const sent = isPatch ? patched(content, this.base.content) : content
    return JSON.stringify({ saveId, baseRevision, reason, content: sent })
  }
}

/**
 * What stands there now and what a device had kept, together. Where both cannot stand, both versions do, for whoever asked
 * for it to choose.
 */
export function withCopy({ base, content }: Pick<DeviceCopy, 'base' | 'content'>, now: ArticleContent): ArticleContent {
  return both(mergeContent(base.content, now, content))
}

function both({ content, clashes }: Merged): ArticleContent {
  return clashes.reduce((decided, clash) => resolve(decided, clash, 'both'), content)
}
