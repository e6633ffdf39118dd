import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { closeDatabase, openDatabase } from '@/db/client'

export type FreshDatabase = { dataDir: string; close: () => Promise<void> }

/** Opens a new database with the whole schema in a folder of its own, for tests; closing removes both. */
export function openFreshDatabase(): FreshDatabase {
  const dataDir = mkdtempSync(join(tmpdir(), 'newsroom-'))
  const file = join(dataDir, 'portal.db')
  copyFileSync(inject('emptyDatabase'), file)
  openDatabase(file)
  const close = async () => {
    await closeDatabase()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { dataDir, close }
}
