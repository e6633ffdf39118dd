import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { closeDatabase, database, openDatabase } from '@/db/client'
import { articles, sections } from '@/db/schema/articles'
import { changes } from '@/db/schema/site'
import { choosePassword } from '../people/person-commands'
import { listPeople } from '../people/person-queries'
import { unsafeOperator } from '../people/viewer'
import { projectRoot } from '../root'
import { finish, type Run } from './sandbox'

const tool = join(projectRoot(), '.build', `portal-test-${process.pid}.mjs`)
const COMMANDS = ['import', 'export', 'backup', 'restore', 'user', 'doctor', 'purge', 'verify']
const ARTICLE = `Harbour wall to be rebuilt
by Ana Ruiz
2026-11-20 08:15:00

The harbour wall at Port Ellan will be rebuilt before the winter, the council said.

Work begins on Monday.

#Harbour #Port
`

beforeAll(async () => {
  const contents = `import { runPortal } from './lib/operating/portal'; process.exitCode = await runPortal(process.argv.slice(2))`
  const stdin = { contents, resolveDir: projectRoot(), loader: 'ts' as const }
  await build({
    stdin,
    outfile: tool,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  })
})
afterAll(() => rmSync(tool, { force: true }))

let folder: string
let dataDir: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portal-'))
  dataDir = join(folder, 'data')
})
afterEach(async () => {
  await closeDatabase()
  rmSync(folder, { recursive: true, force: true })
})

function portal(words: string[], environment: Record<string, string> = {}): Promise<Run> {
  const env = { PATH: process.env.PATH ?? '', DATA_DIR: dataDir, ...environment } as unknown as NodeJS.ProcessEnv
  return finish(spawn(process.execPath, [tool, ...words], { cwd: folder, env }))
}

function article(name = 'harbour.txt', text = ARTICLE): string {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

const oneLine = (start: string) => expect.stringMatching(new RegExp(`^${start}[^\\n]*\\n$`))

describe('portal', () => {
  it('lists its commands, each in a line that says what it does', async () => {
    for (const words of [['--help'], ['-h'], ['help']]) {
      const { code, out } = await portal(words)
      expect(code).toBe(0)
      for (const name of COMMANDS) expect(out).toMatch(new RegExp(`^  ${name} +[A-Z][^\\n]+\\.$`, 'm'))
      expect(out.trim().split('\n')).toHaveLength(COMMANDS.length + 4)
    }
  })

  it.each(COMMANDS)('tells how %s is used, and touches nothing', async (name) => {
    const { code, out, err } = await portal([name, '--help'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(new RegExp(`^usage: npm run portal -- ${name}`))
    expect(out).toContain('Exit codes: 0 done, 1 not done, 2 not understood.')
    expect(existsSync(dataDir)).toBe(false)
  })

  it.each([
    [[]],
    [['publish']],
    [['constructor']],
    [['backup']],
    [['restore']],
    [['export']],
    [['import']],
    [['backup', 'a', 'b']],
    [['purge', 'all']],
    [['doctor', '--fast']],
    [['backup', 'a', '--force=yes']],
    [['user']],
    [['user', 'add']],
    [['user', 'drop', 'a@b.example']],
    [['user', 'add', 'a@b.example']],
    [['user', 'add', 'a@b.example', '--name', 'A', '--role', 'owner']],
    [['user', 'role', 'a@b.example']],
    [['user', 'role', 'a@b.example', 'owner']],
    [['import', 'a.txt', '--section']],
  ])('does not understand %j: one line, exit code 2', async (words) => {
    expect(await portal(words)).toEqual({ code: 2, out: '', err: oneLine('portal') })
  })

  it.each([
    [['backup', 'a.tar.gz'], 'There is no database at'],
    [['export', 'out'], 'There is no database at'],
    [['purge'], 'There is no database at'],
    [['restore', 'none.tar.gz'], 'there is no such file'],
    [['user', 'role', 'sam@news.example', 'editor'], 'Nobody has an account with sam@news.example'],
    [['user', 'reset', 'not-an-address'], 'is not an e-mail address'],
  ])('%j cannot be done in an empty newsroom: one line, exit code 1', async (words, reason) => {
    const { code, out, err } = await portal(words)
    expect({ code, out, err }).toEqual({ code: 1, out: '', err: oneLine(`portal ${words[0]}: `) })
    expect(err).toContain(reason)
    const { code: jsonCode, out: json } = await portal([...words, '--json'])
    expect(jsonCode).toBe(1)
    expect(JSON.parse(json)).toMatchObject({ done: false, error: expect.stringContaining(reason) })
  })

  it('names a setting that cannot be used', async () => {
    expect(await portal(['doctor'], { PORT: 'none' })).toEqual({
      code: 1,
      out: '',
      err: oneLine('portal doctor: PORT is "none"; expected'),
    })
  })

  it('takes articles in, and taking them in again changes nothing', async () => {
    const file = article()
    const first = await portal(['import', file])
    expect(first).toEqual({
      code: 0,
      err: '',
      out: `${file}: imported as /news/harbour-wall-to-be-rebuilt\n1 imported, 0 already here, 0 refused.\n`,
    })
    expect((await portal(['import', file])).out).toContain('1 already here')
    const changed = article('harbour.txt', ARTICLE.replace('Monday', 'Tuesday'))
    expect((await portal(['import', changed])).out).toContain('text was kept')
    openDatabase(join(dataDir, 'portal.db'))
    expect(await database().select({ slug: articles.slug, state: articles.state }).from(articles)).toEqual([
      { slug: 'harbour-wall-to-be-rebuilt', state: 'published' },
    ])
  })

  it('puts a first import into the section it is given', async () => {
    await portal(['import', article(), '--section', 'home-news'])
    openDatabase(join(dataDir, 'portal.db'))
    expect(await database().select({ slug: sections.slug, name: sections.name }).from(sections)).toEqual([
      { slug: 'home-news', name: 'Home news' },
    ])
  })

  it('takes in what it can read, and says with its line what it cannot', async () => {
    const bad = article('bad.md', '---\nheadline: [\n---\n')
    const { code, out, err } = await portal(['import', bad, join(folder, 'none.txt'), article()])
    expect(code).toBe(1)
    expect(err).toBe('portal import: 2 of 3 files could not be taken in.\n')
    expect(out).toMatch(/bad\.md:\d+: The front matter is not YAML/)
    expect(out).toContain('none.txt: there is no such file')
    expect(out).toContain('1 imported, 0 already here, 2 refused.')
    const json = JSON.parse((await portal(['import', bad, article(), '--json'])).out)
    expect(json).toMatchObject({ done: false, result: [{ outcome: 'refused' }, { outcome: 'unchanged' }] })
  })

  it('makes people and gives roles, beside whoever has the database open', async () => {
    await portal(['import', article()])
    openDatabase(join(dataDir, 'portal.db'))
    const site = { SITE_URL: 'https://news.example' }
    const added = await portal(['user', 'add', 'ada@news.example', '--name', 'Ada', '--role', 'admin'], site)
    expect(added).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringMatching(/^https:\/\/news\.example\/reset\?token=[\w-]{43}\n$/),
    })
    await choosePassword(new URL(added.out.trim()).searchParams.get('token') ?? '', { password: 'a quiet harbour' })
    const link = JSON.parse((await portal(['user', 'reset', 'ADA@news.example', '--json'], site)).out).result.link
    await choosePassword(new URL(link).searchParams.get('token') ?? '', { password: 'a louder harbour' })
    expect(await portal(['user', 'role', 'ada@news.example', 'editor'])).toEqual({
      code: 1,
      out: '',
      err: oneLine('portal user: This is the last admin'),
    })
    await portal(['user', 'add', 'bea@news.example', '--name', 'Bea', '--role', 'admin'])
    expect(await portal(['user', 'role', 'ada@news.example', 'editor'])).toEqual({
      code: 0,
      err: '',
      out: 'ada@news.example is now editor.\n',
    })
    expect((await listPeople(unsafeOperator())).map(({ role }) => role)).toEqual(['editor', 'admin'])
  })

  it('tells a running server what an import changed', async () => {
    await portal(['import', article()])
    openDatabase(join(dataDir, 'portal.db'))
    const before = (await database().select().from(changes)).length
    await portal(['import', article('second.txt', ARTICLE.replace('Harbour wall', 'Sea wall'))])
    const after = await database().select().from(changes)
    expect(after.length).toBeGreaterThan(before)
    expect(after.flatMap(({ keys }) => keys)).toContain('slug:sea-wall-to-be-rebuilt')
  })

  it('backs up, loses everything, restores, and is well', async () => {
    await portal(['import', article()])
    const backup = await portal(['backup', 'kept.tar.gz', '--json'])
    expect(JSON.parse(backup.out)).toMatchObject({ done: true, result: { file: join(folder, 'kept.tar.gz') } })
    expect(await portal(['backup', 'kept.tar.gz'])).toEqual({
      code: 1,
      out: '',
      err: oneLine('portal backup: .*kept.tar.gz exists already'),
    })
    rmSync(dataDir, { recursive: true })
    const restored = await portal(['restore', 'kept.tar.gz'])
    expect(restored).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/^Restored \d+ files/) })
    const doctor = await portal(['doctor'])
    expect(doctor).toMatchObject({ code: 0, err: '' })
    expect(doctor.out).toMatch(/^ok {4}database: whole, and up to date$/m)
    expect((await portal(['import', article()])).out).toContain('1 already here')
  })

  it('does not restore under a server', async () => {
    await portal(['import', article()])
    await portal(['backup', 'kept.tar.gz'])
    writeFileSync(join(dataDir, 'server.json'), JSON.stringify({ pid: process.pid, port: 3000 }))
    expect(await portal(['restore', 'kept.tar.gz'])).toEqual({
      code: 1,
      out: '',
      err: oneLine('portal restore: Nothing was restored: a server runs on'),
    })
  })

  it('exports and purges', async () => {
    await portal(['import', article()])
    const exported = await portal(['export', 'out'])
    expect(exported).toMatchObject({ code: 0, err: '', out: expect.stringContaining('Exported 1 articles') })
    expect(readdirSync(join(folder, 'out/articles'))).toContain('harbour-wall-to-be-rebuilt.md')
    expect(await portal(['export', 'out'])).toEqual({
      code: 1,
      out: '',
      err: oneLine('portal export: .*out is not empty'),
    })
    expect((await portal(['purge', '--dry-run'])).out).toMatch(/^Would remove 0 links/)
    expect(JSON.parse((await portal(['purge', '--json'])).out)).toMatchObject({ done: true, result: { articles: 0 } })
  })

  it('takes a whole export in, with its sections', async () => {
    await portal(['import', article(), '--section', 'home-news'])
    await portal(['import', article('b.txt', ARTICLE.replace('Harbour wall', 'Sea wall'))])
    await portal(['export', 'out'])
    const elsewhere = { DATA_DIR: join(folder, 'elsewhere') }
    const { code, err, out } = await portal(['import', 'out'], elsewhere)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('imported as /home-news/harbour-wall-to-be-rebuilt\n')
    expect(out).toContain('2 imported, 0 already here, 0 refused.')
    expect((await portal(['import', 'out'], elsewhere)).out).toContain('0 imported, 2 already here')
    writeFileSync(join(folder, 'out/sections.json'), '[{')
    expect(await portal(['import', 'out'], elsewhere)).toEqual({
      code: 1,
      out: '',
      err: oneLine('portal import: out/sections.json is no list'),
    })
  })

  it('says when DATA_DIR cannot be used, without a trace', async () => {
    writeFileSync(join(folder, 'file'), '')
    const { code, err } = await portal(['user', 'reset', 'a@b.example'], { DATA_DIR: join(folder, 'file/data') })
    expect({ code, err }).toEqual({ code: 1, err: oneLine('portal user: ') })
    for (const command of [
      ['user', 'add', 'a@b.example', '--name', 'A'],
      ['import', article()],
      ['restore', 'a.tar.gz'],
    ]) {
      const { code, err } = await portal(command, { DATA_DIR: join(folder, 'file/data') })
      expect({ code, err }).toEqual({ code: 1, err: oneLine(`portal ${command[0]}: DATA_DIR `) })
    }
    mkdirSync(dataDir)
    writeFileSync(join(dataDir, 'portal.db'), 'this is no database, whatever it is called'.repeat(200))
    expect(await portal(['purge'])).toEqual({ code: 1, out: '', err: oneLine('portal purge: ') })
  })

  it('does not work on a database of another version', async () => {
    await portal(['import', article()])
    const { Sqlite } = await import('@/db/sqlite.mjs')
    const connection = new Sqlite(join(dataDir, 'portal.db'))
    connection.exec("insert into __drizzle_migrations (hash, created_at) values ('later', 1)")
    expect((await portal(['purge'])).err).toMatch(/newer version/)
    connection.exec('delete from __drizzle_migrations')
    connection.close()
    expect((await portal(['purge'])).err).toMatch(/older version: start the portal once/)
  })
})
