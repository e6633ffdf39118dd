import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { list } from 'tar'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closeDatabase, openDatabase } from '@/db/client'
import { migrateDatabase } from '@/db/migrate'
import { media } from '@/db/schema/media'
import { Sqlite } from '@/db/sqlite.mjs'
import { addPerson } from '../people/person-commands'
import { listPeople } from '../people/person-queries'
import { unsafeOperator } from '../people/viewer'
import { projectRoot } from '../root'
import { write } from '../write'
import { makeBackup } from './backup'
import { restoreBackup } from './restore'
import { readSecrets } from './secrets'

const operator = unsafeOperator()
const migrations = join(projectRoot(), 'db/migrations')
const picture = Buffer.from('the bytes of a picture')
const hash = createHash('sha256').update(picture).digest('hex')
const original = join('media/originals', hash.slice(0, 2), hash)

let folder: string
let source: { dataDir: string; databaseFile: string; migrations: string; version: string }
let file: string

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'backup-'))
  const dataDir = join(folder, 'data')
  source = { dataDir, databaseFile: join(dataDir, 'portal.db'), migrations, version: '0.1.0' }
  file = join(folder, 'kept/newsroom.tar.gz')
  open()
  await addPerson(operator, { email: 'ada@news.example', name: 'Ada', role: 'admin' })
  await write(
    async (tx) =>
      void (await tx
        .insert(media)
        .values({ hash, name: 'dam', format: 'jpeg', width: 4, height: 3, bytes: picture.length })),
  )
  put(original, picture)
  put('outbox/1-welcome.eml', 'To: ada@news.example')
  readSecrets(dataDir)
})
afterEach(async () => {
  await closeDatabase()
  rmSync(folder, { recursive: true, force: true })
})

function open(): void {
  openDatabase(source.databaseFile)
  migrateDatabase(migrations, join(source.dataDir, 'backups'))
}

function put(name: string, bytes: Buffer | string): void {
  mkdirSync(dirname(join(source.dataDir, name)), { recursive: true })
  writeFileSync(join(source.dataDir, name), bytes)
}

async function names(): Promise<string[]> {
  const found: string[] = []
  await list({ file, onReadEntry: ({ path }) => void found.push(path) })
  return found
}

/** Everything in DATA_DIR but what a refused restore may leave nothing of. */
function snapshot(): Record<string, string> {
  const entries = readdirSync(source.dataDir, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  const paths = entries.map((entry) => join(entry.parentPath, entry.name))
  return Object.fromEntries(paths.map((path) => [path, createHash('sha256').update(readFileSync(path)).digest('hex')]))
}

describe('makeBackup', () => {
  it('packs what must be kept, beside an open database, for its owner alone', async () => {
    put('media/renditions/ab/320.avif', 'made again')
    put('backups/old.db', 'not packed')
    const report = await makeBackup(source, file)
    expect(report).toMatchObject({ file, files: 4, missingPictures: 0 })
    expect(await names()).toEqual(['manifest.json', original, 'outbox/1-welcome.eml', 'portal.db', 'secrets.json'])
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readdirSync(dirname(file))).toEqual(['newsroom.tar.gz'])
    expect(readdirSync(join(source.dataDir, 'backups'))).toEqual(['old.db'])
  })

  it('takes what was written up to its moment, and stands while more is written', async () => {
    const adding = Array.from({ length: 20 }, (_, number) =>
      addPerson(operator, { email: `reader${number}@news.example`, name: 'Remy', role: 'reader' }),
    )
    await Promise.all([...adding, makeBackup(source, file)])
    await closeDatabase()
    await restoreBackup(source, file)
    open()
    expect((await listPeople(operator)).length).toBeGreaterThanOrEqual(1)
  })

  it('refuses to replace a file, and replaces it when it is told to', async () => {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, 'precious')
    await expect(makeBackup(source, file)).rejects.toThrow(/exists already.*--force/)
    expect(readFileSync(file, 'utf8')).toBe('precious')
    await makeBackup(source, file, { force: true })
    expect(await names()).toContain('portal.db')
  })

  it('says when a picture is not on the disk', async () => {
    rmSync(join(source.dataDir, original))
    expect(await makeBackup(source, file)).toMatchObject({ missingPictures: 1 })
  })

  it('refuses without a database, and makes none', async () => {
    const elsewhere = { ...source, databaseFile: join(folder, 'none.db') }
    await expect(makeBackup(elsewhere, file)).rejects.toThrow(/no database/)
    expect(existsSync(elsewhere.databaseFile)).toBe(false)
    expect(existsSync(file)).toBe(false)
  })

  it('refuses a damaged database, and leaves nothing behind', async () => {
    await closeDatabase()
    const bytes = readFileSync(source.databaseFile)
    bytes.fill(0xff, 4096 * 3, 4096 * 9)
    writeFileSync(source.databaseFile, bytes)
    await expect(makeBackup(source, file)).rejects.toThrow()
    expect(existsSync(file)).toBe(false)
    expect(readdirSync(join(source.dataDir, 'backups'))).toEqual([])
  })
})

describe('restoreBackup', () => {
  it('brings everything back, and puts aside what was there', async () => {
    const secrets = readSecrets(source.dataDir)
    await makeBackup(source, file)
    await addPerson(operator, { email: 'late@news.example', name: 'Late', role: 'reader' })
    put(original, 'spoilt')
    rmSync(join(source.dataDir, 'secrets.json'))
    put('media/originals/00/later', 'a later picture')
    await closeDatabase()
    const report = await restoreBackup(source, file)
    expect(report).toMatchObject({ files: 4, pending: 0 })
    expect(readFileSync(join(source.dataDir, original))).toEqual(picture)
    expect(existsSync(join(source.dataDir, 'media/originals/00/later'))).toBe(false)
    expect(readSecrets(source.dataDir)).toEqual(secrets)
    expect(statSync(join(source.dataDir, 'secrets.json')).mode & 0o777).toBe(0o600)
    expect(readFileSync(join(report.aside ?? '', 'media/originals/00/later'), 'utf8')).toBe('a later picture')
    const aside = new Sqlite(join(report.aside ?? '', 'portal.db'), { readonly: true })
    expect(aside.prepare('select count(*) from people').pluck().get()).toBe(2)
    aside.close()
    open()
    expect((await listPeople(operator)).map(({ name }) => name)).toEqual(['Ada'])
  })

  it('makes a newsroom on a machine that has none', async () => {
    await makeBackup(source, file)
    const elsewhere = { dataDir: join(folder, 'new'), databaseFile: join(folder, 'new/portal.db'), migrations }
    expect(await restoreBackup(elsewhere, file)).toMatchObject({ aside: null })
    await closeDatabase()
    openDatabase(elsewhere.databaseFile)
    expect(await listPeople(operator)).toHaveLength(1)
  })

  it('puts the database where DATABASE_URL has it', async () => {
    await makeBackup(source, file)
    await closeDatabase()
    const elsewhere = { ...source, databaseFile: join(folder, 'other/news.db') }
    await restoreBackup(elsewhere, file)
    expect(existsSync(elsewhere.databaseFile)).toBe(true)
  })

  it('refuses while somebody has the database open', async () => {
    await makeBackup(source, file)
    const before = snapshot()
    const other = spawn(process.execPath, [
      '--input-type=module',
      '-e',
      `import { Sqlite as B } from '${projectRoot()}/db/sqlite.mjs'
       const b = new B(${JSON.stringify(source.databaseFile)}); b.prepare('select 1 from people').all(); console.log('open'); setInterval(() => b.open, 1000)`,
    ])
    await closeDatabase()
    await new Promise((resolve) => other.stdout.once('data', resolve))
    await expect(restoreBackup(source, file)).rejects.toThrow(/another program has .* open; stop it first/)
    expect(Object.keys(snapshot())).toEqual(
      expect.arrayContaining(Object.keys(before).filter((path) => !/-(?:wal|shm)$/.test(path))),
    )
    const ended = new Promise((resolve) => other.once('exit', resolve))
    other.kill()
    await ended
    await restoreBackup(source, file)
  })

  it('refuses while a server runs, and not because one ran once', async () => {
    await makeBackup(source, file)
    await closeDatabase()
    put('server.json', JSON.stringify({ pid: process.pid, port: 3000 }))
    await expect(restoreBackup(source, file)).rejects.toThrow(/a server runs on .*stop it first/)
    put('server.json', JSON.stringify({ pid: 999_999_999, port: 3000 }))
    await restoreBackup(source, file)
  })

  it('refuses a database of a newer version', async () => {
    const connection = new Sqlite(source.databaseFile)
    connection.prepare("insert into __drizzle_migrations (hash, created_at) values ('from the future', 1)").run()
    connection.close()
    await expect(makeBackup(source, file)).rejects.toThrow(/newer version/)
  })
})
