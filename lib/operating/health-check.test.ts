import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { media } from '@/db/schema/media'
import { Sqlite } from '@/db/sqlite.mjs'
import { readEnvironment } from '../env'
import { unsafeOperator } from '../people/viewer'
import { projectRoot } from '../root'
import { write } from '../write'
import { type FreshDatabase, openFreshDatabase } from './fresh-database'
import { checkNode, examine } from './health-check'
import { purge } from './purge-commands'
import { readSecrets } from './secrets'

const migrations = join(projectRoot(), 'db/migrations')
const DAY = 86_400_000
const hash = 'ab'.repeat(32)

let fresh: FreshDatabase
beforeEach(() => {
  fresh = openFreshDatabase()
  readSecrets(fresh.dataDir)
})
afterEach(() => fresh.close())

async function find(about: string, source: Record<string, string> = {}) {
  const findings = await examine(readEnvironment({ DATA_DIR: fresh.dataDir, ...source }), migrations)
  return findings.find((finding) => finding.about === about)
}

describe('examine', () => {
  it('finds nothing to mend in a fresh newsroom, and changes nothing', async () => {
    const before = readdirSync(fresh.dataDir)
    const findings = await examine(readEnvironment({ DATA_DIR: fresh.dataDir }), migrations)
    expect(findings.filter(({ state }) => state === 'fail')).toEqual([])
    expect(findings.map(({ about }) => about)).toEqual([
      'node',
      'settings',
      'mail',
      'data',
      'database',
      'pictures',
      'uses',
      'disk',
      'backup',
      'secrets',
      'server',
    ])
    expect(readdirSync(fresh.dataDir)).toEqual(before)
  })

  it('finds pictures whose uses are miscounted, which a purge counts anew', async () => {
    await write(async (tx) => {
      await tx.insert(media).values({ hash, name: 'dam', format: 'jpeg', width: 9, height: 9, bytes: 9, placed: 3 })
    })
    expect(await find('uses')).toMatchObject({
      state: 'warn',
      words: expect.stringContaining('is shown in 0 places and counted as 3'),
    })
    expect((await purge(unsafeOperator(), fresh.dataDir, { dryRun: true })).recounted).toBe(1)
    expect((await purge(unsafeOperator(), fresh.dataDir)).recounted).toBe(1)
    expect(await find('uses')).toMatchObject({ state: 'ok' })
  })

  it('makes nothing where there is nothing', async () => {
    const none = join(fresh.dataDir, 'none')
    expect(await find('data', { DATA_DIR: none })).toMatchObject({ state: 'warn' })
    expect(await find('database', { DATA_DIR: none })).toMatchObject({
      state: 'fail',
      words: expect.stringContaining(none),
    })
    expect(existsSync(none)).toBe(false)
  })

  it.each([
    ['20.18.9', 'fail'],
    ['18.20.0', 'fail'],
    ['20.19.0', 'ok'],
    ['22.0.0', 'ok'],
    ['24.1.0', 'ok'],
  ])('takes Node.js %s as %s', (version, state) => {
    expect(checkNode(version).state).toBe(state)
  })

  it('sees a file in the place of the folder', async () => {
    writeFileSync(join(fresh.dataDir, 'file'), '')
    expect(await find('data', { DATA_DIR: join(fresh.dataDir, 'file') })).toMatchObject({ state: 'fail' })
  })

  it('sees a database that is none', async () => {
    writeFileSync(join(fresh.dataDir, 'other.db'), 'x'.repeat(5000))
    expect(await find('database', { DATABASE_URL: `file:${fresh.dataDir}/other.db` })).toMatchObject({ state: 'fail' })
  })

  it('sees rows that name rows that are not there', async () => {
    const connection = new Sqlite(join(fresh.dataDir, 'portal.db'))
    connection.pragma('foreign_keys = OFF')
    connection.exec(
      "insert into one_time_tokens (purpose, person_id, secret_hash, expires_at) values ('reset', 42, 'x', 1)",
    )
    connection.close()
    expect(await find('database')).toMatchObject({
      state: 'fail',
      words: expect.stringContaining('row 1 of one_time_tokens names a row of people'),
    })
  })

  it('sees a database that is behind, and one that is ahead', async () => {
    const connection = new Sqlite(join(fresh.dataDir, 'portal.db'))
    connection.exec("insert into __drizzle_migrations (hash, created_at) values ('later', 1)")
    expect(await find('database')).toMatchObject({ state: 'fail', words: expect.stringContaining('newer version') })
    connection.exec('delete from __drizzle_migrations')
    connection.close()
    expect(await find('database')).toMatchObject({ state: 'warn', words: expect.stringContaining('behind') })
  })

  it('names pictures that are not on the disk', async () => {
    await write(
      async (tx) =>
        void (await tx.insert(media).values({ hash, name: 'a', format: 'jpeg', width: 1, height: 1, bytes: 1 })),
    )
    expect(await find('pictures')).toMatchObject({
      state: 'fail',
      words: expect.stringContaining(`originals/ab/${hash}`),
    })
    mkdirSync(join(fresh.dataDir, 'media/originals/ab'), { recursive: true })
    writeFileSync(join(fresh.dataDir, `media/originals/ab/${hash}`), 'x')
    expect(await find('pictures')).toMatchObject({ state: 'ok' })
  })

  it('sees a row whose picture can have no file', async () => {
    await write(
      async (tx) =>
        void (await tx
          .insert(media)
          .values({ hash: '../x', name: 'a', format: 'jpeg', width: 1, height: 1, bytes: 1 })),
    )
    expect(await find('pictures')).toMatchObject({ state: 'fail', words: expect.stringContaining('../x') })
  })

  it('sees how old the newest backup is', async () => {
    expect(await find('backup')).toMatchObject({ state: 'warn', words: expect.stringContaining('none') })
    const file = join(fresh.dataDir, 'backups/a.tar.gz')
    mkdirSync(join(fresh.dataDir, 'backups'), { recursive: true })
    writeFileSync(file, '')
    expect(await find('backup')).toMatchObject({ state: 'ok' })
    const then = new Date(Date.now() - 9 * DAY)
    utimesSync(file, then, then)
    expect(await find('backup')).toMatchObject({ state: 'warn', words: expect.stringContaining('9 days') })
  })

  it('sees secrets that others may read, that cannot be used, and that are not there', async () => {
    const file = join(fresh.dataDir, 'secrets.json')
    expect(await find('secrets')).toMatchObject({ state: 'ok' })
    chmodSync(file, 0o644)
    expect(await find('secrets')).toMatchObject({ state: 'fail', words: expect.stringContaining('chmod 600') })
    chmodSync(file, 0o600)
    writeFileSync(file, '{}')
    expect(await find('secrets')).toMatchObject({ state: 'fail' })
    rmSync(file)
    expect(await find('secrets')).toMatchObject({ state: 'warn' })
    expect(existsSync(file)).toBe(false)
    expect(await find('secrets', { NEXTAUTH_SECRET: 'n'.repeat(32) })).toMatchObject({ state: 'ok' })
  })

  it('says whether mail is sent, and whether a server runs', async () => {
    expect(await find('mail', { SMTP_URL: 'smtp://mail.example' })).toMatchObject({ state: 'warn' })
    expect(await find('mail', { SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'a@b.example' })).toMatchObject({
      state: 'ok',
    })
    writeFileSync(join(fresh.dataDir, 'server.json'), JSON.stringify({ pid: process.pid, port: 3000 }))
    expect(await find('server')).toMatchObject({ words: expect.stringContaining(`process ${process.pid}`) })
  })
})
