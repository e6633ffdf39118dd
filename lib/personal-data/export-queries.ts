import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { personalExports } from '@/db/schema/personal-data'
import { readEnvironment } from '../env'
import type { Viewer } from '../people/viewer'
import { exportsFolder, ONCE_IN } from './export-commands'

/** How it stands with the copy of the viewer's data. */
export type ExportState =
  | { is: 'none' }
  | { is: 'being packed'; askedAt: Date }
  | { is: 'failed'; askedAt: Date }
  | { is: 'ready'; readyAt: Date; expiresAt: Date; size: number; mayAskAgain: boolean }

export async function getExportState(viewer: Viewer): Promise<ExportState> {
  const row = await findRow(viewer)
  if (!row) return { is: 'none' }
  const { askedAt, readyAt, expiresAt, size, givenUpAt } = row
  if (givenUpAt) return { is: 'failed', askedAt }
  if (!readyAt || !expiresAt || size === null) return { is: 'being packed', askedAt }
  if (expiresAt <= new Date()) return { is: 'none' }
  return { is: 'ready', readyAt, expiresAt, size, mayAskAgain: Date.now() - askedAt.getTime() >= ONCE_IN }
}

/** The viewer's own copy; null when there is none, or it is past its time. */
export async function readExport(viewer: Viewer): Promise<Buffer | null> {
  const row = await findRow(viewer)
  if (!row?.readyAt || !row.expiresAt || row.expiresAt <= new Date()) return null
  return readFile(join(exportsFolder(readEnvironment().dataDir), row.file)).catch(() => null)
}

async function findRow(viewer: Viewer) {
  const [row] = await database()
    .select()
    .from(personalExports)
    .where(eq(personalExports.personId, viewer.personId ?? 0))
  return row
}
