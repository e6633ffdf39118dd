import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, rmSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { readArchive } from './archive'
import type { BackupSource } from './backup'
import { CommandFailed } from './command'
import { inspectDatabaseFile } from './database-file-sql'
import { type Move, moveAll } from './moving'
import { whyInUse } from './running-server'

export type RestoreReport = { file: string; madeAt: string; files: number; aside: string | null; pending: number }

/**
 * Puts a backup in the place of what lies in DATA_DIR. All of it is read, compared and checked first; what was there is
 * put aside, not deleted. When anything fails, everything is as it was.
 *
 * @throws {CommandFailed} when a server runs, or the database in the backup cannot be used
 * @throws {ArchiveRefused} when the file is no whole backup
 */
export async function restoreBackup(source: Omit<BackupSource, 'version'>, file: string): Promise<RestoreReport> {
  const { dataDir, migrations } = source
  refuseWhileInUse(source)
  const backups = join(dataDir, 'backups')
  mkdirSync(backups, { recursive: true })
  const stage = join(backups, `.restoring-${process.pid}-${randomBytes(4).toString('hex')}`)
  try {
    mkdirSync(stage, { mode: 0o700 })
    const manifest = await readArchive(file, { target: stage, mostBytes: roomIn(backups) })
    const { problems, pending } = inspectDatabaseFile(join(stage, 'portal.db'), migrations)
    if (problems.length > 0) throw new CommandFailed(`The database in ${file} cannot be used: ${problems[0]}.`)
    // It may have been started while the backup was read.
    refuseWhileInUse(source)
    const aside = swap(source, stage, join(backups, `before-restore-${stamp()}`))
    return { file, madeAt: manifest.madeAt, files: manifest.files.length, aside, pending }
  } finally {
    rmSync(stage, { recursive: true, force: true })
  }
}

/** @returns where what was there is now, or null when nothing was */
function swap(
  { dataDir, databaseFile }: { dataDir: string; databaseFile: string },
  stage: string,
  aside: string,
): string | null {
  const kept = ['media', 'secrets.json', 'outbox']
  const out: Move[] = [
    ...['', '-wal', '-shm'].map((ending) => ({
      from: `${databaseFile}${ending}`,
      to: join(aside, `portal.db${ending}`),
    })),
    ...kept
      .filter((name) => existsSync(join(dataDir, name)) && (name === 'media' || existsSync(join(stage, name))))
      .map((name) => ({ from: join(dataDir, name), to: join(aside, name) })),
  ]
  const into: Move[] = [
    { from: join(stage, 'portal.db'), to: databaseFile },
    ...kept.map((name) => ({ from: join(stage, name), to: join(dataDir, name) })),
  ]
  const isAnythingThere = out.some(({ from }) => existsSync(from))
  moveAll([...out, ...into])
  return isAnythingThere ? aside : null
}

function refuseWhileInUse(source: { dataDir: string; databaseFile: string }): void {
  const reason = whyInUse(source)
  if (reason) throw new CommandFailed(`Nothing was restored: ${reason}.`)
}

/** Bytes free for us on the disk of a folder. */
function roomIn(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

function stamp(): string {
  return new Date().toISOString().replaceAll(/[:.]/g, '-')
}
