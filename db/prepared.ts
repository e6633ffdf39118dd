import type { Database } from './client'

/**
 * A statement that is put into words once for each connection: for most of them Drizzle takes longer to do that than
 * SQLite to run it. What differs from one time to the next stands in it as `sql.placeholder(name)`, and is given in what
 * the engine keeps it as: a moment in milliseconds.
 *
 * @param build makes it, ending in `.prepare()`
 */
export function prepared<Statement>(build: (source: Database) => Statement): (source: Database) => Statement {
  const built = new WeakMap<Database, Statement>()
  return (source) => {
    const known = built.get(source)
    if (known) return known
    const made = build(source)
    built.set(source, made)
    return made
  }
}
