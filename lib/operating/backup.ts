import { createHash, randomBytes } from 'node:crypto'
import {
  copyFileSync,
  createReadStream,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { packArchive, readArchive } from './archive'
import { ENTRY_NAME, MANIFEST, type Manifest } from './backup-manifest'
import { CommandFailed } from './command'
import { copyDatabaseFile, inspectDatabaseFile, pictureHashes } from './database-file-sql'
import { filesBelow } from './files-below.mjs'
import { syncFolder } from './moving'

export type BackupSource = { dataDir: string; databaseFile: string; migrations: string; version: string }
export type BackupReport = { file: string; bytes: number; files: number; madeAt: string; missingPictures: number }

/**
 * Copies everything that must be kept into one file, beside a running server: the database as it stands at one moment,
 * the pictures that it names, secrets and unsent mail. What is made of pictures is left out, as it is made again.
 * The file gets its name when all of it is on the disk and has been read back.
 *
 * @param force whether a file of that name may be replaced
 * @throws {CommandFailed} when there is no database, it is damaged, or the file is there
 */
export async function makeBackup(source: BackupSource, file: string, { force = false } = {}): Promise<BackupReport> {
  const target = resolve(file)
  if (!existsSync(source.databaseFile))
    throw new CommandFailed(`There is no database at ${source.databaseFile}: is DATA_DIR right?`)
  if (existsSync(target) && !force) throw exists(target)
  const stage = join(source.dataDir, 'backups', `.packing-${process.pid}-${randomBytes(4).toString('hex')}`)
  const partial = `${target}.${process.pid}.partial`
  try {
    mkdirSync(stage, { recursive: true, mode: 0o700 })
    mkdirSync(dirname(target), { recursive: true })
    const missingPictures = fillStage(source, stage)
    const manifest = await listFiles(stage, source.version)
    writeFileSync(join(stage, MANIFEST), JSON.stringify(manifest))
    const names = manifest.files.map(({ name }) => name)
    await packArchive(stage, names, partial)
    await readArchive(partial, { mostBytes: Number.POSITIVE_INFINITY })
    giveName(partial, target, force)
    return { file: target, bytes: statSync(target).size, files: names.length, madeAt: manifest.madeAt, missingPictures }
  } finally {
    rmSync(stage, { recursive: true, force: true })
    rmSync(partial, { force: true })
  }
}

/** @returns how many pictures the database names that are not on the disk */
function fillStage({ dataDir, databaseFile, migrations }: BackupSource, stage: string): number {
  const copy = join(stage, 'portal.db')
  copyDatabaseFile(databaseFile, copy)
  const { problems } = inspectDatabaseFile(copy, migrations)
  if (problems.length > 0) {
    throw new CommandFailed(
      `${databaseFile} is damaged (${problems[0]}): nothing was backed up; “portal doctor” tells more.`,
    )
  }
  for (const name of ['secrets.json', ...outbox(dataDir)]) keep(join(dataDir, name), join(stage, name))
  const kept = pictureHashes(copy).map((hash) => {
    const name = join('media/originals', hash.slice(0, 2), hash)
    // A damaged row must not lead anywhere else.
    return ENTRY_NAME.test(name) && keep(join(dataDir, name), join(stage, name))
  })
  return kept.filter((isKept) => !isKept).length
}

function outbox(dataDir: string): string[] {
  const folder = join(dataDir, 'outbox')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .map((name) => `outbox/${name}`)
    .filter((name) => ENTRY_NAME.test(name))
}

/** A second name for the same bytes costs nothing and stays when the first is removed; where that cannot be, a copy. */
function keep(from: string, to: string): boolean {
  if (!existsSync(from)) return false
  mkdirSync(dirname(to), { recursive: true })
  try {
    linkSync(from, to)
  } catch {
    copyFileSync(from, to)
  }
  return true
}

async function listFiles(stage: string, version: string): Promise<Manifest> {
  const files: Manifest['files'] = []
  const names = filesBelow(stage)
    .map((path) => path.slice(stage.length + 1))
    .sort()
  for (const name of names) {
    const path = join(stage, name)
    files.push({ name, bytes: statSync(path).size, sha256: await hashOf(path) })
  }
  return { format: 'broadsheet-backup', version: 1, madeBy: version, madeAt: new Date().toISOString(), files }
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const part of createReadStream(file)) hash.update(part)
  return hash.digest('hex')
}

function giveName(partial: string, target: string, force: boolean): void {
  try {
    // A link is refused where a file is, one that came while this was packed too.
    if (force) renameSync(partial, target)
    else linkSync(partial, target)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') throw exists(target)
    if (force || (code !== 'EPERM' && code !== 'ENOTSUP')) throw error
    renameSync(partial, target)
  }
  syncFolder(dirname(target))
}

function exists(target: string): CommandFailed {
  return new CommandFailed(`${target} exists already: choose another name, or replace it with --force.`)
}
