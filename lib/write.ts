import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { immediately, type Transaction } from '@/db/client'
import { prepared } from '@/db/prepared'
import { changes } from '@/db/schema/site'
import { processWide } from './process-wide'

/**
 * What can change, by name. A query says that it read such a thing, a command that it changed it; whatever is kept of
 * the one is dropped by the other.
 *
 * - `article:12` what one article says, and when it was changed
 * - `card:12` what its cards say of it, and whether there are any: most of its changes leave lists as they are
 * - `slug:budget-vote` which article an address leads to
 * - `section:politics`, `tag:floods`, `author:priya-natarajan` which articles a list holds, and what heads it
 * - `language:pt` which articles are written in it, its regional forms among them
 * - `latest` the list of everything
 * - `search` what the search index holds
 * - `articles` where every article is found, and who and what leads to it
 * - `tags`, `authors` which of them have articles, and how many
 * - `corrections` the list of what was put right
 * - `related:12` what is offered after an article
 * - `front:home` what editors put where
 * - `breaking` the strip above every page
 * - `most-read` which articles are read the most
 * - `person:12` who a person is, what they may do, and where they are signed in
 * - `portrait:12` how a person shows themselves beside what they write
 * - `comments:12` the conversation under an article
 * - `commenter:12` what a person has said, where they have it listed on their page
 * - `comment-count:12` how many comments an article’s cards say that it has
 * - `media:7` a picture's own words
 * - `site` name, zone, rules, sections
 * - `redirect:/old/path` an address that moved
 */
export type ChangeKey =
  | `${'article' | 'card' | 'related' | 'comments' | 'comment-count' | 'media' | 'person' | 'portrait' | 'commenter'}:${number}`
  | `${'slug' | 'section' | 'tag' | 'author' | 'language' | 'front' | 'redirect'}:${string}`
  | 'latest'
  | 'search'
  | 'articles'
  | 'tags'
  | 'authors'
  | 'corrections'
  | 'breaking'
  | 'most-read'
  | 'site'

type Listener = (keys: readonly ChangeKey[]) => void

/** Who this process is, among those that write to the same file. */
export const processOrigin = processWide('origin', () => randomUUID())

const listeners = processWide('change-listeners', () => new Set<Listener>())
const collecting = processWide('change-keys', () => new AsyncLocalStorage<Set<ChangeKey>>())

/**
 * Runs a command's writes as one transaction, and tells everyone what it changed once it is on the disk.
 *
 * @param work gets the transaction; only database calls may be awaited in it, and it says `changed(…)` at its end
 * @returns what `work` returns
 */
export async function write<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  const keys = new Set<ChangeKey>()
  const result = await collecting.run(keys, () =>
    immediately(async (tx) => {
      const value = await work(tx)
      if (keys.size > 0) await noting(tx).execute({ origin: processOrigin, keys: JSON.stringify([...keys]) })
      return value
    }),
  )
  if (keys.size > 0) announce([...keys])
  return result
}

const noting = prepared((source) =>
  source
    .insert(changes)
    .values({ origin: sql.placeholder('origin'), keys: sql`${sql.placeholder('keys')}` })
    .prepare(),
)

/** Says what the running transaction changed. Nothing is told before it is on the disk, and nothing when it fails. */
export function changed(...keys: ChangeKey[]): void {
  const collected = collecting.getStore()
  if (!collected) throw new Error(`changed(${keys.join(', ')}) was said outside write(…).`)
  for (const key of keys) collected.add(key)
}

/** Calls the listener after every change, until the returned function is called. */
export function onChange(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Tells this process's listeners of changes, its own or another process's. */
export function announce(keys: readonly ChangeKey[]): void {
  for (const listener of listeners) listener(keys)
}
