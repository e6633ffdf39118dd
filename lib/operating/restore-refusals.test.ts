import { createHash } from 'node:crypto'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { create } from 'tar'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closeDatabase, openDatabase } from '@/db/client'
import { migrateDatabase } from '@/db/migrate'
import { projectRoot } from '../root'
import { makeBackup } from './backup'
import { restoreBackup } from './restore'
import { readSecrets } from './secrets'

const migrations = join(projectRoot(), 'db/migrations')

let folder: string
let source: { dataDir: string; databaseFile: string; migrations: string; version: string }
let file: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'restore-'))
  const dataDir = join(folder, 'data')
  source = { dataDir, databaseFile: join(dataDir, 'portal.db'), migrations, version: '0.1.0' }
  file = join(folder, 'kept/newsroom.tar.gz')
  openDatabase(source.databaseFile)
  migrateDatabase(migrations, join(dataDir, 'backups'))
  readSecrets(dataDir)
})
afterEach(async () => {
  await closeDatabase()
  rmSync(folder, { recursive: true, force: true })
})

/** Everything in DATA_DIR but what a refused restore may leave nothing of. */
function snapshot(): Record<string, string> {
  const entries = readdirSync(source.dataDir, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  const paths = entries.map((entry) => join(entry.parentPath, entry.name))
  return Object.fromEntries(paths.map((path) => [path, createHash('sha256').update(readFileSync(path)).digest('hex')]))
}

describe('restoreBackup of an archive that is not whole or not ours', () => {
  const manifest = (files: { name: string; text?: string }[], change = {}) =>
    JSON.stringify({
      ...{ format: 'broadsheet-backup', version: 1, madeBy: '0.1.0', madeAt: new Date().toISOString(), ...change },
      files: files.map(({ name, text = '' }) => ({
        name,
        bytes: text.length,
        sha256: createHash('sha256').update(text).digest('hex'),
      })),
    })

  async function pack(
    files: Record<string, string>,
    options: { preservePaths?: boolean; prefix?: string } = {},
  ): Promise<void> {
    const stage = join(folder, 'stage')
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(stage, name)), { recursive: true })
      writeFileSync(join(stage, name), text)
    }
    mkdirSync(dirname(file), { recursive: true })
    await create({ gzip: true, file, cwd: stage, ...options }, Object.keys(files))
  }

  async function expectRefusal(reason: RegExp): Promise<void> {
    await closeDatabase()
    const before = snapshot()
    await expect(restoreBackup(source, file)).rejects.toThrow(reason)
    expect(snapshot()).toEqual(before)
  }

  it('refuses one that is cut short anywhere', async () => {
    await makeBackup(source, file)
    const whole = statSync(file).size
    for (const share of [0.999, 0.5, 0.1, 0.001]) {
      truncateSync(file, Math.floor(whole * share))
      await expectRefusal(/cannot be used/)
    }
  })

  it('refuses one with a changed byte', async () => {
    await makeBackup(source, file)
    const bytes = readFileSync(file)
    bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 0xff
    writeFileSync(file, bytes)
    await expectRefusal(/cannot be used/)
  })

  it.each([
    ['what is no archive', 'words', /cannot be used/],
    ['an empty file', '', /cannot be used/],
  ])('refuses %s', async (_, text, reason) => {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
    await expectRefusal(reason)
  })

  it('refuses a file that is not there, and a folder', async () => {
    await expectRefusal(/there is no such file/)
    mkdirSync(file, { recursive: true })
    await expectRefusal(/it is a folder/)
  })

  it.each([
    '../../evil',
    '/etc/evil',
    'media/../../evil',
    'notes.txt',
    'media/originals/zz/x',
    'backups/x',
    'portal.db-wal',
    'outbox/../x',
  ])('refuses a manifest that names %s', async (name) => {
    await pack({ 'manifest.json': manifest([{ name: 'portal.db' }, { name }]), 'portal.db': '' })
    await expectRefusal(/manifest is not one/)
  })

  it('refuses a file that the manifest does not name, wherever it would go', async () => {
    await pack({ 'manifest.json': manifest([{ name: 'portal.db', text: 'x' }]), 'portal.db': 'x', 'evil.txt': 'y' })
    await expectRefusal(/“evil.txt”, which its manifest does not name/)
    await create({ gzip: true, file, cwd: join(folder, 'stage'), preservePaths: true }, [
      'manifest.json',
      '../stage/portal.db',
    ])
    await expectRefusal(/“..\/stage\/portal.db”, which its manifest does not name/)
  })

  it('refuses links and folders', async () => {
    mkdirSync(join(folder, 'stage'))
    symlinkSync('/etc/passwd', join(folder, 'stage/portal.db'))
    writeFileSync(join(folder, 'stage/manifest.json'), manifest([{ name: 'portal.db' }]))
    mkdirSync(dirname(file), { recursive: true })
    await create({ gzip: true, file, cwd: join(folder, 'stage') }, ['manifest.json', 'portal.db'])
    await expectRefusal(/“portal.db”, which is no plain file/)
    mkdirSync(join(folder, 'stage/media'))
    await create({ gzip: true, file, cwd: join(folder, 'stage') }, ['manifest.json', 'media'])
    await expectRefusal(/“media\/?”, which is no plain file/)
  })

  it('refuses a database that is none', async () => {
    await pack({
      'manifest.json': manifest([{ name: 'portal.db', text: 'x'.repeat(5000) }]),
      'portal.db': 'x'.repeat(5000),
    })
    await expectRefusal(/The database in .* cannot be used/)
  })

  it('refuses other sizes and bytes than the manifest says, and files that are missing', async () => {
    await pack({ 'manifest.json': manifest([{ name: 'portal.db', text: 'four' }]), 'portal.db': 'three' })
    await expectRefusal(/has not the size/)
    await pack({ 'manifest.json': manifest([{ name: 'portal.db', text: 'four' }]), 'portal.db': 'five' })
    await expectRefusal(/was changed/)
    await pack({
      'manifest.json': manifest([{ name: 'portal.db', text: 'four' }, { name: 'secrets.json' }]),
      'portal.db': 'four',
    })
    await expectRefusal(/“secrets.json” is missing/)
  })

  it('refuses one without a manifest at its head, of another version, or too large for the disk', async () => {
    await pack({ 'portal.db': 'x', 'manifest.json': manifest([{ name: 'portal.db', text: 'x' }]) })
    await expectRefusal(/does not begin with a manifest/)
    await pack({ 'manifest.json': manifest([{ name: 'portal.db' }], { version: 2 }), 'portal.db': '' })
    await expectRefusal(/manifest is not one/)
    const huge = manifest([{ name: 'portal.db' }]).replace('"bytes":0', `"bytes":${Number.MAX_SAFE_INTEGER}`)
    await pack({ 'manifest.json': huge, 'portal.db': '' })
    await expectRefusal(/there is room for/)
    await pack({ 'manifest.json': manifest([{ name: 'secrets.json' }]), 'secrets.json': '' })
    await expectRefusal(/holds no database/)
  })
})
