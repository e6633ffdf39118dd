import { accessSync, constants, existsSync, readdirSync, statfsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Environment } from '../env'
import { MediaStore } from '../media/media-store'
import { inspectDatabaseFile, miscountedPictures, pictureHashes } from './database-file-sql'
import { findOriginal } from './original'
import { findServer } from './running-server'
import { readSecrets } from './secrets'

/** One thing that was looked at. */
export type Finding = { state: 'ok' | 'warn' | 'fail'; about: string; words: string }

const DAY = 86_400_000
const OLDEST_BACKUP_DAYS = 7
const [SCARCE, TOO_LITTLE] = [1_000_000_000, 100_000_000]

/** Looks at everything a portal stands on, and changes nothing. */
export async function examine(environment: Environment, migrations: string): Promise<Finding[]> {
  const { dataDir, databaseFile } = environment
  const database = checkDatabase(databaseFile, migrations)
  return [
    checkNode(process.versions.node),
    ok('settings', `read; the site is ${environment.siteUrl}`),
    checkMail(environment),
    checkFolder(dataDir),
    database,
    ...(database.state === 'fail' ? [] : [checkPictures(dataDir, databaseFile)]),
    // What is counted came with a migration.
    ...(database.state === 'ok' ? [checkUses(databaseFile)] : []),
    checkDisk(dataDir),
    checkBackups(dataDir),
    checkSecrets(environment),
    checkServer(dataDir),
  ]
}

/** @param version such as `20.19.0` */
export function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const isEnough = major > 20 || (major === 20 && minor >= 19)
  return isEnough ? ok('node', version) : fail('node', `${version}; install 20.19 or newer`)
}

/** How mail goes out. */
export function checkMail({ smtpUrl, mailFrom }: Environment): Finding {
  if (!smtpUrl) return warn('mail', 'no SMTP_URL: each mail is written to DATA_DIR/outbox and none is sent')
  return mailFrom
    ? ok('mail', `sent as ${mailFrom}`)
    : warn('mail', 'SMTP_URL is set and MAIL_FROM is not; set the sender')
}

function checkFolder(dataDir: string): Finding {
  if (!existsSync(dataDir)) return warn('data', `${dataDir} is not there yet: npm start makes it`)
  if (!statSync(dataDir).isDirectory()) return fail('data', `${dataDir} is no folder: move it away or set DATA_DIR`)
  try {
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
    return ok('data', dataDir)
  } catch {
    return fail('data', `${dataDir} cannot be written to: give this user the right to`)
  }
}

function checkDatabase(file: string, migrations: string): Finding {
  if (!existsSync(file))
    return fail('database', `there is none at ${file}: npm start makes it, “portal restore” brings one back`)
  const { problems, pending } = inspectDatabaseFile(file, migrations)
  if (problems.length > 0) return fail('database', `${problems.join('; ')}. Restore the last backup that is whole`)
  if (pending > 0)
    return warn('database', `whole, and ${pending} migrations behind: the next npm start brings it up to date`)
  return ok('database', 'whole, and up to date')
}

function checkPictures(dataDir: string, databaseFile: string): Finding {
  const store = new MediaStore(join(dataDir, 'media'))
  const hashes = pictureHashes(databaseFile)
  const missing = hashes.filter((hash) => findOriginal(store, hash) === null)
  if (missing.length === 0) return ok('pictures', `all ${hashes.length} are there`)
  const named = missing.slice(0, 3).map((hash) => `media/originals/${hash.slice(0, 2)}/${hash}`)
  return fail(
    'pictures',
    `${missing.length} of ${hashes.length} are missing, such as ${named.join(', ')}: bring them back from a backup`,
  )
}

/** Whether the library knows where its pictures are shown: one that is counted as unused is offered to be deleted. */
function checkUses(databaseFile: string): Finding {
  const wrong = miscountedPictures(databaseFile)
  const [first] = wrong
  if (!first) return ok('uses', 'every picture is counted as often as it is shown')
  const example = `picture ${first.id} is shown in ${first.counted} places and counted as ${first.placed}`
  return warn(
    'uses',
    `${wrong.length} pictures are miscounted, such as this: ${example}. “portal purge” counts them anew`,
  )
}

/** How much room there is. */
export function checkDisk(dataDir: string): Finding {
  const { bavail, bsize } = statfsSync(nearest(dataDir))
  const free = bavail * bsize
  const words = `${(free / 1e9).toFixed(1)} GB free`
  if (free < TOO_LITTLE) return fail('disk', `${words}: make room before writing fails`)
  return free < SCARCE ? warn('disk', `${words}: make room soon`) : ok('disk', words)
}

/** Backups may lie anywhere; those in DATA_DIR/backups are the ones that can be seen from here. */
export function checkBackups(dataDir: string): Finding {
  const folder = join(dataDir, 'backups')
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.tar.gz')) : []
  const newest = Math.max(...names.map((name) => statSync(join(folder, name)).mtimeMs))
  if (names.length === 0)
    return warn('backup', `none in ${folder}: make one with “portal backup”, and keep a copy on another machine`)
  const days = Math.floor((Date.now() - newest) / DAY)
  if (days > OLDEST_BACKUP_DAYS) return warn('backup', `the newest is ${days} days old: make one with “portal backup”`)
  return ok('backup', days === 0 ? 'made within a day' : `the newest is ${days} days old`)
}

function checkSecrets({ dataDir, nextAuthSecret }: Environment): Finding {
  const file = join(dataDir, 'secrets.json')
  if (!existsSync(file)) {
    return nextAuthSecret ? ok('secrets', 'NEXTAUTH_SECRET is set') : warn('secrets', 'none yet: npm start makes them')
  }
  const mode = statSync(file).mode & 0o777
  if (mode & 0o077) return fail('secrets', `others may read ${file} (mode ${mode.toString(8)}): chmod 600 it`)
  try {
    readSecrets(dataDir)
    return ok('secrets', 'for their owner alone')
  } catch (error) {
    return fail('secrets', (error as Error).message)
  }
}

function checkServer(dataDir: string): Finding {
  const server = findServer(dataDir)
  return ok('server', server ? `runs as process ${server.pid} on port ${server.port}` : 'not running')
}

function nearest(path: string): string {
  return existsSync(path) ? path : nearest(dirname(path))
}

function ok(about: string, words: string): Finding {
  return { state: 'ok', about, words }
}

function warn(about: string, words: string): Finding {
  return { state: 'warn', about, words }
}

function fail(about: string, words: string): Finding {
  return { state: 'fail', about, words }
}
