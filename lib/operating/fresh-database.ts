import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeDatabase, openDatabase } from '@/db/client'
import { migrateDatabase } from '@/db/migrate'
import { projectRoot } from '../root'

export type FreshDatabase = { dataDir: string; close: () => Promise<void> }

/** Opens a new database with the whole schema in a folder of its own, for tests; closing removes both. */
export function openFreshDatabase(): FreshDatabase {
  const dataDir = mkdtempSync(join(tmpdir(), 'newsroom-'))
  openDatabase(join(dataDir, 'portal.db'))
  migrateDatabase(join(projectRoot(), 'db/migrations'), join(dataDir, 'backups'))
  const close = async () => {
    await closeDatabase()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { dataDir, close }
}
