import { AsyncLocalStorage } from 'node:async_hooks'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { setImmediate } from 'node:timers'
import type BetterSqlite3 from 'better-sqlite3'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { KeptStatements } from './kept-statements'
import * as schema from './schema/schema'
import { Sqlite } from './sqlite.mjs'

/**
 * One SQLite file, two connections: one that only reads, one that only ever writes inside `immediately`. The two modules
 * graphs of the process (the server's and Next's) share the connections through `globalThis`; each wraps them in its own
 * copy of Drizzle.
 */

export type Database = BetterSQLite3Database<typeof schema>
/** What a transaction hands to the code inside it. */
export type Transaction = Database

type Connections = {
  file: string
  reading: BetterSqlite3.Database
  writing: BetterSqlite3.Database
  /** What every transaction says first and last, compiled once. */
  job: Record<'begin' | 'release', BetterSqlite3.Statement>
  /** Transactions that wait for their turn; those that wait together reach the disk together. */
  waiting: Job[]
  /** Ends when none waits; null while none is at work. */
  running: Promise<void> | null
}

/** A transaction: what it does, and whom to tell once it is on the disk or has failed. */
type Job = {
  run: (connection: BetterSqlite3.Database) => Promise<unknown>
  resolve: (result: never) => void
  reject: (error: unknown) => void
}

export type StatementObserver = (side: 'reading' | 'writing', milliseconds: number) => void

const HOLDER = Symbol.for('broadsheet.database')
const holder = globalThis as { [HOLDER]?: Connections }
const wrapped = new WeakMap<BetterSqlite3.Database, Database>()
const inTransaction = new AsyncLocalStorage<true>()

/** How long a writer waits for another process's transaction before it gives up, in milliseconds. */
const PATIENCE = 15_000

/**
 * Opens the database of this process, making the file when there is none. Opening the same file again does nothing.
 *
 * @param file path of the SQLite file
 * @param onStatement is told which side ran a statement and for how many milliseconds
 * @throws when another file is open already, or the file is no database
 */
export function openDatabase(file: string, onStatement?: StatementObserver): void {
  if (holder[HOLDER]?.file === file) return
  if (holder[HOLDER]) throw new Error(`The database ${holder[HOLDER].file} is open; close it before opening ${file}.`)
  mkdirSync(dirname(file), { recursive: true })
  const writing = new Sqlite(file, { timeout: 0 })
  writing.pragma('journal_mode = WAL')
  // The default of better-sqlite3 in WAL mode is NORMAL, which loses acknowledged rows when the power goes.
  writing.pragma('synchronous = FULL')
  writing.pragma('foreign_keys = ON')
  const reading = new Sqlite(file, { timeout: 5000 })
  reading.pragma('query_only = ON')
  reading.pragma('cache_size = -65536')
  reading.pragma('mmap_size = 268435456')
  const job = { begin: writing.prepare('SAVEPOINT job'), release: writing.prepare('RELEASE job') }
  if (onStatement) {
    timeStatements(reading, 'reading', onStatement)
    timeStatements(writing, 'writing', onStatement)
  }
  holder[HOLDER] = { file, reading, writing, job, waiting: [], running: null }
}

/** Closes both connections, after what is queued to be written. */
export async function closeDatabase(): Promise<void> {
  const open = holder[HOLDER]
  if (!open) return
  while (open.running) await open.running
  open.reading.close()
  open.writing.close()
  delete holder[HOLDER]
}

/** The reading side. It cannot write: `query_only` is on. */
export function database(): Database {
  return wrap(connections().reading)
}

/** The raw reading connection, for what Drizzle has no words for. */
export function unsafeReadingConnection(): BetterSqlite3.Database {
  return connections().reading
}

/** The raw writing connection, for migrations and maintenance before anything is served. */
export function unsafeWritingConnection(): BetterSqlite3.Database {
  return connections().writing
}

/**
 * Runs one transaction that holds the write lock from its start (`BEGIN IMMEDIATE`); transactions of this process queue,
 * another process's is waited for. Only database calls may be awaited inside.
 *
 * @returns what `work` returns, once it is on the disk
 * @throws what `work` throws, with nothing written
 */
export function immediately<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  // A transaction inside another would wait for itself for ever.
  if (inTransaction.getStore()) throw new Error('A transaction was begun inside another one.')
  const open = connections()
  // Whoever waits goes on in its own context: what it changed is noted down there.
  const inContext = AsyncLocalStorage.snapshot()
  return new Promise<Result>((resolve, reject) => {
    const run = (connection: BetterSqlite3.Database) =>
      inContext(() => inTransaction.run(true, () => work(wrap(connection))))
    open.waiting.push({ run, resolve, reject })
    open.running ??= workThrough(open)
  })
}

/** How many transactions may reach the disk together. */
const TOGETHER = 32

/**
 * Runs what waits. Bringing a transaction to the disk takes longer than its statements, so that those that wait at the same
 * moment share one commit; each is a savepoint, and fails or succeeds by itself.
 */
async function workThrough(open: Connections): Promise<void> {
  while (open.waiting.length > 0) {
    await everyoneElse()
    await commitTogether(open, open.waiting.splice(0, TOGETHER))
  }
  open.running = null
}

/**
 * Lets whatever has come in meanwhile begin. While a commit is on its way to the disk the thread waits, and who comes in
 * the while has yet to be heard: taken at once, the first of them would go to the disk alone.
 */
function everyoneElse(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

async function commitTogether(open: Connections, jobs: Job[]): Promise<void> {
  const { writing: connection } = open
  const told: (() => void)[] = []
  try {
    await begin(connection)
    for (const job of jobs) told.push(await within(open, job))
    connection.exec('COMMIT')
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK')
    for (const { reject } of jobs) reject(error)
    return
  }
  for (const tell of told) tell()
}

/**
 * Runs one transaction inside the one that is shared. @returns what to tell its caller once everything is on the disk
 * @throws when SQLite gave the shared one up: then nothing of it was written
 */
async function within({ writing: connection, job }: Connections, { run, resolve, reject }: Job): Promise<() => void> {
  job.begin.run()
  try {
    const result = await run(connection)
    job.release.run()
    return () => resolve(result as never)
  } catch (error) {
    if (!connection.inTransaction) throw error
    connection.exec('ROLLBACK TO job; RELEASE job')
    return () => reject(error)
  }
}

async function begin(connection: BetterSqlite3.Database): Promise<void> {
  const givesUpAt = Date.now() + PATIENCE
  for (;;) {
    try {
      connection.exec('BEGIN IMMEDIATE')
      return
    } catch (error) {
      if ((error as { code?: string }).code !== 'SQLITE_BUSY' || Date.now() > givesUpAt) throw error
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }
}

function timeStatements(connection: BetterSqlite3.Database, side: 'reading' | 'writing', observe: StatementObserver) {
  const prepare = connection.prepare.bind(connection)
  connection.prepare = ((source: string) => {
    const statement = prepare(source)
    for (const method of ['all', 'get', 'run'] as const) {
      const original = statement[method].bind(statement) as (...parameters: unknown[]) => unknown
      statement[method] = ((...parameters: unknown[]) => {
        const began = performance.now()
        const result = original(...parameters)
        observe(side, performance.now() - began)
        return result
      }) as never
    }
    return statement
  }) as never
}

function connections(): Connections {
  const open = holder[HOLDER]
  if (!open) throw new Error('The database is not open: openDatabase(file) comes first.')
  return open
}

function wrap(connection: BetterSqlite3.Database): Database {
  const known = wrapped.get(connection)
  if (known) return known
  const made = drizzle(new KeptStatements(connection) as unknown as BetterSqlite3.Database, { schema })
  wrapped.set(connection, made)
  return made
}
