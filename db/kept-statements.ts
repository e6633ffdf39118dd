import type BetterSqlite3 from 'better-sqlite3'

/** How many statements of a connection are kept: more than the pages and commands of the newsroom have in use. */
const MOST = 400

/**
 * A connection as Drizzle sees it, whose statements are kept once they are compiled: Drizzle asks for the same ones again
 * at every query, and compiling takes longer than running most of them. SQLite compiles a kept one anew by itself where the
 * schema has changed. What has not been asked for the longest goes first.
 */
export class KeptStatements {
  private readonly kept = new Map<string, KeptStatement>()

  constructor(
    private readonly connection: BetterSqlite3.Database,
    private readonly most = MOST,
  ) {}

  prepare(source: string): KeptStatement {
    const known = this.kept.get(source)
    if (known) this.kept.delete(source)
    const statement = known ?? new KeptStatement(() => this.connection.prepare(source))
    this.kept.set(source, statement)
    if (this.kept.size > this.most) this.kept.delete(this.kept.keys().next().value as string)
    return statement
  }
}

/** Rows as objects and rows as arrays are two statements: a mode that is set would stay for whoever comes next. */
class KeptStatement {
  private plain: BetterSqlite3.Statement | null = null
  private arrays: BetterSqlite3.Statement | null = null

  constructor(private readonly compile: () => BetterSqlite3.Statement) {}

  run(...parameters: unknown[]): BetterSqlite3.RunResult {
    return this.asObjects().run(...parameters)
  }

  all(...parameters: unknown[]): unknown[] {
    return this.asObjects().all(...parameters)
  }

  get(...parameters: unknown[]): unknown {
    return this.asObjects().get(...parameters)
  }

  raw(): BetterSqlite3.Statement {
    this.arrays ??= this.compile().raw()
    return this.arrays
  }

  private asObjects(): BetterSqlite3.Statement {
    this.plain ??= this.compile()
    return this.plain
  }
}
