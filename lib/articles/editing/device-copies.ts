import type { DeviceCopy } from './saver'

/**
 * What was typed on this device and is not known to be saved: IndexedDB, one copy for each tab of each article. Copies of
 * tabs that are still open are theirs; of others they are offered.
 */

export type KeptCopy = DeviceCopy & { key: string; articleId: number; personId: number | null }

const STORE = 'copies'

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('desk', 1)
    request.onupgradeneeded = () =>
      request.result.createObjectStore(STORE, { keyPath: 'key' }).createIndex('article', 'articleId')
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

async function run<Result>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const database = await open()
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode, { durability: 'strict' })
      const request = work(transaction.objectStore(STORE))
      transaction.oncomplete = () => resolve(request.result)
      transaction.onerror = () => reject(transaction.error)
    })
  } finally {
    database.close()
  }
}

/** The copies of one tab: at every change the latest is written; what comes meanwhile waits, and only its last is. */
export class DeviceCopies {
  private next: { copy: DeviceCopy | null } | null = null
  private isWriting = false

  constructor(
    readonly articleId: number,
    readonly personId: number | null,
    private readonly tab: string,
  ) {}

  private get key(): string {
    return `${this.articleId}:${this.tab}`
  }

  keep(copy: DeviceCopy | null): void {
    this.next = { copy }
    if (!this.isWriting) void this.write()
  }

  /** What other tabs, closed or crashed, left of this article for this person, newest first. */
  async left(): Promise<KeptCopy[]> {
    const all = await run<KeptCopy[]>('readonly', (store) => store.index('article').getAll(this.articleId))
    const held = new Set(((await navigator.locks?.query())?.held ?? []).map(({ name }) => name))
    return all
      .filter(({ key, personId }) => personId === this.personId && (key === this.key || !held.has(lockOf(key))))
      .sort((one, other) => other.at - one.at)
  }

  async drop(key: string): Promise<void> {
    await run('readwrite', (store) => store.delete(key))
  }

  private async write(): Promise<void> {
    this.isWriting = true
    while (this.next) {
      const { copy } = this.next
      this.next = null
      const { key, articleId, personId } = this
      try {
        if (copy) await run('readwrite', (store) => store.put({ ...copy, key, articleId, personId }))
        else await run('readwrite', (store) => store.delete(key))
      } catch {
        // A device that keeps nothing: the state on screen never says that it does, but when there is no connection.
      }
    }
    this.isWriting = false
  }
}

/**
 * A name for this tab that outlives reloading it, and a lock that shows others that it is open.
 *
 * @param articleId the article that is open in it
 */
export async function nameTab(articleId: number): Promise<string> {
  const known = sessionStorage.getItem('desk-tab')
  if (known && (await hold(lockOf(`${articleId}:${known}`)))) return known
  const made = crypto.randomUUID()
  sessionStorage.setItem('desk-tab', made)
  await hold(lockOf(`${articleId}:${made}`))
  return made
}

/** Holds a lock for as long as the page lives. @returns whether it was free: a copied tab copies its name too */
function hold(name: string): Promise<boolean> {
  if (!navigator.locks) return Promise.resolve(true)
  return new Promise((resolve) => {
    void navigator.locks.request(name, { ifAvailable: true }, (lock) => {
      resolve(lock !== null)
      return lock === null ? undefined : new Promise(() => {})
    })
  })
}

function lockOf(key: string): string {
  return `desk ${key}`
}
