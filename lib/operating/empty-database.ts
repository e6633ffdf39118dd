import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { closeDatabase, openDatabase } from '@/db/client'
import { migrateDatabase } from '@/db/migrate'
import { projectRoot } from '../root'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The file of a database with the whole schema and no row, which tests copy. */
    emptyDatabase: string
  }
}

/** Migrates a database once for a whole run of the unit tests. @returns removes it */
export default async function makeEmptyDatabase(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'newsroom-empty-'))
  const file = join(folder, 'portal.db')
  openDatabase(file)
  migrateDatabase(join(projectRoot(), 'db/migrations'), join(folder, 'backups'))
  await closeDatabase()
  project.provide('emptyDatabase', file)
  return () => rmSync(folder, { recursive: true, force: true })
}
