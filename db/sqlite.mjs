import Current from 'better-sqlite3'
import ForNode20 from 'better-sqlite3-node20'

/**
 * better-sqlite3 in the version that fits this Node.js (docs/decisions/025). Each loads its own compiled part when a file is
 * first opened, so that the one that does not fit stays text. Everything that opens a database takes it from here.
 *
 * @type {typeof Current}
 */
export const Sqlite = Number(process.versions.napi) >= 10 ? Current : ForNode20
