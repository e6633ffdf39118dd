import { readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { needsNoCompiler } from './install.mjs'
import { finish, Sandbox } from './sandbox'

let sandbox: Sandbox
beforeEach(() => {
  sandbox = new Sandbox()
})
afterEach(() => sandbox.remove())

/** Builds pages and files that say one word. */
async function buildWord(word: string): Promise<void> {
  sandbox.write('build.json', JSON.stringify({ word }))
  sandbox.write('public/a.css', word)
  sandbox.write('lib/word.ts', `export const word = '${word}'`)
  expect(await sandbox.run('start.mjs')).toMatchObject({ code: 0, out: expect.stringMatching(`^${word} `) })
}

const editions = () => {
  const folder = join(sandbox.root, '.build/editions')
  return readdirSync(folder).map((name) => join(folder, name))
}

const INSTALL = `npm ci --include=dev --no-audit --no-fund --loglevel=error${needsNoCompiler() ? ' --ignore-scripts' : ''}`
const BUILD = 'build 1'

describe('npm start', () => {
  it('installs, builds and serves in its own process, and the next time only serves', async () => {
    const child = sandbox.start('start.mjs')
    const first = await finish(child)
    expect(first).toMatchObject({ code: 0, out: `first 3000 production false ${child.pid}\n` })
    expect(first.err).toContain('Installing packages')
    expect(first.err).toContain('Building the pages')
    expect(sandbox.calls()).toEqual([INSTALL, BUILD])
    const second = await sandbox.run('start.mjs')
    expect(second).toMatchObject({ code: 0, err: '' })
    expect(sandbox.calls()).toEqual([INSTALL, BUILD])
  })

  it('builds anew when a source changed, and not when a test or a text of the demo did', async () => {
    await sandbox.run('start.mjs')
    sandbox.write('lib/word.test.ts', '')
    sandbox.write('db/seed/articles/a.md', '')
    sandbox.write('public/fonts/pin-fonts.mjs', '')
    await sandbox.run('start.mjs')
    expect(sandbox.calls()).toEqual([INSTALL, BUILD])
    sandbox.write('lib/word.ts', `export const word = 'second'`)
    expect((await sandbox.run('start.mjs')).out).toMatch(/^second /)
    sandbox.write('db/seed/pictures/draw.ts', '')
    await sandbox.run('start.mjs')
    expect(sandbox.calls()).toEqual([INSTALL, BUILD, BUILD, BUILD])
  })

  it('builds from nothing that lies elsewhere, behind a link', async () => {
    sandbox.write('notes/word.ts', 'one')
    symlinkSync('../notes', join(sandbox.root, 'lib/notes'))
    symlinkSync('..', join(sandbox.root, 'lib/around'))
    await sandbox.run('start.mjs')
    sandbox.write('notes/word.ts', 'two')
    await sandbox.run('start.mjs')
    expect(sandbox.calls()).toEqual([INSTALL, BUILD])
  })

  it.each(['.next/BUILD_ID', '.build/portal.mjs', '.build/stamp', 'server.mjs'])(
    'builds anew without %s',
    async (name) => {
      await sandbox.run('start.mjs')
      const [edition = ''] = editions()
      rmSync(name === 'server.mjs' ? join(edition, name) : join(sandbox.root, name))
      expect((await sandbox.run('start.mjs')).code).toBe(0)
      expect(sandbox.calls()).toEqual([INSTALL, BUILD, BUILD])
    },
  )

  it('leaves what a running server was started from as it was, and lets go of what is three builds old', async () => {
    await buildWord('one')
    const [first = ''] = editions()
    const script = readdirSync(join(first, 'reader')).find((name) => name.startsWith('plain-')) ?? ''
    const before = readFileSync(join(first, 'reader', script), 'utf8')
    await buildWord('two')
    expect(editions()).toHaveLength(2)
    expect(readFileSync(join(first, 'pages/BUILD_ID'), 'utf8')).toBe('one')
    expect(readFileSync(join(first, 'pages/static/one.css'), 'utf8')).toBe('one')
    expect(readFileSync(join(first, 'public/a.css'), 'utf8')).toBe('one')
    expect(readFileSync(join(first, 'reader', script), 'utf8')).toBe(before)
    await buildWord('three')
    await buildWord('four')
    expect(editions()).toHaveLength(3)
    expect(editions()).not.toContain(first)
  })

  it('takes along what serves, with its links to packages, and not what Next keeps for itself', async () => {
    await sandbox.run('start.mjs')
    const [edition = ''] = editions()
    expect(readdirSync(join(edition, 'pages')).sort()).toEqual(['BUILD_ID', 'node_modules', 'static'])
    const link = join(edition, 'pages/node_modules/zod-1')
    expect(realpathSync(link)).toBe(realpathSync(join(sandbox.root, 'node_modules/zod')))
  })

  it('installs anew when the locked packages changed', async () => {
    await sandbox.run('start.mjs')
    sandbox.write('package-lock.json', '{"lockfileVersion":3}')
    await sandbox.run('start.mjs')
    expect(sandbox.calls().filter((call) => call === INSTALL)).toHaveLength(2)
  })

  it('does each thing once when it is started twice at once', async () => {
    const runs = await Promise.all([sandbox.run('start.mjs'), sandbox.run('start.mjs'), sandbox.run('start.mjs')])
    expect(runs.map(({ code }) => code)).toEqual([0, 0, 0])
    expect(sandbox.calls()).toEqual([INSTALL, BUILD])
    expect(runs.some(({ err }) => err.includes('Waiting for another command'))).toBe(true)
  })

  it.each(['999999999', '', 'nonsense', '1'])(
    'does not wait for the lock of a process that is gone: %j',
    async (holder) => {
      sandbox.write('.build/installation.lock', holder)
      // Process 1 is alive, and was not when this lock was made.
      const { utimesSync } = await import('node:fs')
      utimesSync(join(sandbox.root, '.build/installation.lock'), 0, 0)
      expect((await sandbox.run('start.mjs')).code).toBe(0)
      expect(sandbox.has('.build/installation.lock')).toBe(false)
    },
  )

  it('says in one line which setting is wrong, before it builds', async () => {
    const { code, out, err } = await sandbox.run('start.mjs', [], { PORT: 'none' })
    expect(code).toBe(1)
    expect(out).toBe('')
    expect(err.trim().split('\n').at(-1)).toBe('PORT is "none"; expected a port number, 1 to 65535.')
    expect(sandbox.calls()).toEqual([INSTALL])
    await sandbox.run('start.mjs')
    expect(await sandbox.run('start.mjs', [], { PORT: 'none' })).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^PORT is [^\n]*\n$/),
    })
  })

  it('shows the end of what npm said when it fails, and tries again the next time', async () => {
    writeFileSync(join(sandbox.root, 'offline'), '')
    const { code, err } = await sandbox.run('start.mjs')
    expect(code).toBe(1)
    expect(err).toContain('the registry cannot be reached')
    rmSync(join(sandbox.root, 'offline'))
    expect((await sandbox.run('start.mjs')).code).toBe(0)
  })

  it('shows the end of what Next said when it fails, and serves nothing', async () => {
    writeFileSync(join(sandbox.root, 'broken'), '')
    const { code, out, err } = await sandbox.run('start.mjs')
    expect(code).toBe(1)
    expect(out).toBe('')
    expect(err).toContain('the page is broken here')
    expect(sandbox.has('.build/stamp')).toBe(false)
  })

  it('ends the build with itself when it is asked to stop', async () => {
    writeFileSync(join(sandbox.root, 'slow'), '')
    const child = sandbox.start('start.mjs')
    const finished = finish(child)
    while (!sandbox.has('building')) await wait(20)
    const building = Number(readFileSync(join(sandbox.root, 'building'), 'utf8'))
    child.kill('SIGTERM')
    expect((await finished).code).toBe(1)
    expect(() => process.kill(building, 0)).toThrow()
    expect(sandbox.has('.build/build.lock')).toBe(false)
  })
})

describe('npm run dev', () => {
  it('serves a bundle of its own, so that the one of npm start stays', async () => {
    await sandbox.run('start.mjs')
    expect((await sandbox.run('dev.mjs')).out).toMatch(/^first 3000 development true /)
    expect((await sandbox.run('start.mjs')).out).toMatch(/^first 3000 production false /)
    expect(sandbox.calls()).toEqual([INSTALL, BUILD])
  })
})

describe('npm run portal', () => {
  it('installs and runs without a build of the pages, with nothing of its own on standard output', async () => {
    const { code, out, err } = await sandbox.run('portal.mjs', ['doctor', '--json'])
    expect(JSON.parse(out)).toEqual({ word: 'first', words: ['doctor', '--json'] })
    expect(code).toBe(2)
    expect(err).toContain('Installing packages')
    expect(sandbox.calls()).toEqual([INSTALL])
  })

  it('is bundled anew when its source changed', async () => {
    await sandbox.run('portal.mjs')
    sandbox.write('lib/word.ts', `export const word = 'second'`)
    const runs = await Promise.all([1, 2, 3].map(() => sandbox.run('portal.mjs')))
    expect(runs.map(({ out }) => JSON.parse(out).word)).toEqual(['second', 'second', 'second'])
  })
})
