import type { ArticleContent } from '../merge/merge-content'
import { blocksOf, type PatchedContent, patched } from './body-patch'
import { onDevice } from './device-database'
import type { DeviceCopy, Pending } from './saver'

/**
 * What was typed on this device and is not known to be saved: IndexedDB, one copy for each time that an article is opened.
 * Copies of pages that are still open are theirs; of others they are offered. What is offered is never written over: a
 * page that is opened again keeps what is typed in it beside what it offers.
 */

export type KeptCopy = DeviceCopy & { key: string; articleId: number; personId: number | null }

/** A copy as it lies there: what is changed with every key is little, and what it was made from is written once. */
type StoredCopy = Pick<KeptCopy, 'key' | 'articleId' | 'personId' | 'at'> & {
  content: PatchedContent
  pending: (Omit<Pending, 'content'> & { content: PatchedContent }) | null
}
type StoredBase = { key: string } & DeviceCopy['base']

/** Under which a tab remembers, over a reload, the copy that it had. */
const FORMER = 'desk-copy'
/** How long a page that is being left may take to let its copy go, in milliseconds. */
const LEAVES_WITHIN = 2000

/** The copies of one page: at every change the latest is written; what comes meanwhile waits, and only its last is. */
export class DeviceCopies {
  private next: { copy: DeviceCopy | null } | null = null
  private writing: Promise<void> | null = null
  private writtenBase: DeviceCopy['base'] | null = null
  private readonly key: string
  private readonly former: string | null
  /** Says that the page lives no longer. */
  private readonly letGo: () => void

  /** @param page names this opening of the article; no other has the same */
  constructor(
    readonly articleId: number,
    readonly personId: number | null,
    page: string,
  ) {
    this.key = `${articleId}:${page}`
    this.former = sessionStorage.getItem(FORMER)
    sessionStorage.setItem(FORMER, this.key)
    this.letGo = hold(this.key)
  }

  /** What this page kept and did not save is offered to the next that opens the article. */
  leave(): void {
    this.letGo()
  }

  keep(copy: DeviceCopy | null): void {
    this.next = { copy }
    this.writing ??= this.write()
  }

  /** What other pages, closed or crashed, left of this article for this person, newest first. */
  async left(): Promise<KeptCopy[]> {
    if (this.former) await untilLeft(this.former)
    const stored = await onDevice<(StoredCopy | KeptCopy)[]>('readonly', (copies) =>
      copies.index('article').getAll(this.articleId),
    )
    const held = new Set(((await navigator.locks?.query())?.held ?? []).map(({ name }) => name))
    const left = stored.filter(
      ({ key, personId }) => personId === this.personId && key !== this.key && !held.has(lockOf(key)),
    )
    const whole = await Promise.all(left.map((copy) => ('base' in copy ? copy : wholeCopy(copy))))
    return whole.filter((copy) => copy !== null).sort((one, other) => other.at - one.at)
  }

  /** Forgets a copy, after what this page has to keep is kept. */
  async drop(key: string): Promise<void> {
    await this.writing
    await remove(key)
  }

  private async write(): Promise<void> {
    while (this.next) {
      const { copy } = this.next
      this.next = null
      try {
        if (copy) await this.put(copy)
        else {
          this.writtenBase = null
          await remove(this.key)
        }
      } catch {
        // A device that keeps nothing: the state on screen never says that it does, but when there is no connection.
      }
    }
    this.writing = null
  }

  private async put({ base, content, pending, at }: DeviceCopy): Promise<void> {
    const { key, articleId, personId } = this
    const copy: StoredCopy = {
      ...{ key, articleId, personId, at, content: patched(content, base.content) },
      pending: pending && { ...pending, content: patched(pending.content, base.content) },
    }
    const isNewBase = this.writtenBase !== base
    await onDevice('readwrite', (copies, bases) => {
      if (isNewBase) bases.put({ key, ...base } satisfies StoredBase)
      return copies.put(copy)
    })
    this.writtenBase = base
  }
}

/** A copy with what it was made from; null for one that does not fit it. */
async function wholeCopy({ content, pending, ...copy }: StoredCopy): Promise<KeptCopy | null> {
  const base = await onDevice<StoredBase | undefined>('readonly', (_, bases) => bases.get(copy.key))
  const unpatched = (patch: PatchedContent): ArticleContent | null => {
    const blocks = base && blocksOf(base.content.body.content, patch.body)
    return blocks ? { ...patch, body: { type: 'doc', content: blocks } } : null
  }
  const whole = unpatched(content)
  if (!base || !whole) return null
  const sent = pending && unpatched(pending.content)
  return { ...copy, base, content: whole, pending: pending && sent && { ...pending, content: sent } }
}

async function remove(key: string): Promise<void> {
  await onDevice('readwrite', (copies, bases) => {
    bases.delete(key)
    return copies.delete(key)
  })
}

/** Holds a lock for as long as the page lives, by which others see that it is open. @returns lets it go before */
function hold(key: string): () => void {
  let letGo = () => {}
  const left = new Promise<void>((resolve) => {
    letGo = resolve
  })
  void navigator.locks?.request(lockOf(key), () => left)
  return letGo
}

/** Waits for the page that stood in this tab before: it may be about to go. One that was copied with its tab stays. */
async function untilLeft(key: string): Promise<void> {
  await navigator.locks
    ?.request(lockOf(key), { signal: AbortSignal.timeout(LEAVES_WITHIN) }, () => undefined)
    .catch(() => undefined)
}

function lockOf(key: string): string {
  return `desk ${key}`
}
