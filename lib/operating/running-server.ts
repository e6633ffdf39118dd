import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { isDatabaseInUse } from './database-file-sql'
import { isStillRunning } from './process-life.mjs'

const schema = z.object({ pid: z.number().int().positive(), port: z.number().int() })

/** Why what lies in DATA_DIR may not be replaced now, in one line; null when nobody uses it. */
export function whyInUse({ dataDir, databaseFile }: { dataDir: string; databaseFile: string }): string | null {
  const server = findServer(dataDir)
  if (server) return `a server runs on ${dataDir} (process ${server.pid}, port ${server.port}); stop it first`
  if (isDatabaseInUse(databaseFile)) return `another program has ${databaseFile} open; stop it first`
  return null
}

/** The server that noted itself in DATA_DIR and is still running. */
export function findServer(dataDir: string): { pid: number; port: number } | null {
  const file = join(dataDir, 'server.json')
  try {
    const server = schema.parse(JSON.parse(readFileSync(file, 'utf8')))
    return isStillRunning(server.pid, statSync(file).mtime) ? server : null
  } catch {
    return null
  }
}
