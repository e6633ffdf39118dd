import { createHash, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { Sqlite } from '../../db/sqlite.mjs'

/**
 * A session of an admin, as signing in makes one.
 *
 * @param {string} dataDir of a portal that runs
 * @returns {string} the cookie's value
 */
export function openSession(dataDir) {
  const database = new Sqlite(join(dataDir, 'portal.db'))
  try {
    const secret = randomBytes(32).toString('base64url')
    const hash = createHash('sha256').update(secret).digest('hex')
    const now = Date.now()
    const { id } = database.prepare("select id from people where role = 'admin' limit 1").get()
    database
      .prepare('insert into sessions (id, secret_hash, person_id, second_factor_at, expires_at) values (?, ?, ?, ?, ?)')
      .run('bench', hash, id, now, now + 3_600_000)
    return secret
  } finally {
    database.close()
  }
}
