import { readdirSync, readFileSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import { BASE_DATA } from '../base-data'
import { type RunningServer, startServer } from '../server'

const project = fileURLToPath(new URL('../..', import.meta.url))
const editions = join(project, '.build/editions')

let house: string
let server: RunningServer

/** A project that has been built once, and in which nothing lies where the next build begins. */
test.beforeAll(async () => {
  house = await mkdtemp(join(tmpdir(), 'broadsheet-built-'))
  for (const name of ['package.json', 'next.config.js', 'db', 'lib', 'node_modules'])
    await symlink(join(project, name), join(house, name))
  const built = readFileSync(join(project, '.build/stamp'), 'utf8').slice(0, 16)
  await cp(join(editions, built), join(house, '.build/editions/now'), { recursive: true, verbatimSymlinks: true })
  const before = join(house, '.build/editions/before')
  await mkdir(join(before, 'reader'), { recursive: true })
  await writeFile(join(before, 'reader/article-OLDER111.js'), 'export {}')
  const program = join(house, 'start.mjs')
  const lines = [
    "process.env.NODE_ENV = 'production'",
    "await (await import('./.build/editions/now/server.mjs')).start()",
  ]
  await writeFile(program, lines.join('\n'))
  await cp(BASE_DATA, join(house, 'data'), { recursive: true })
  server = await startServer(join(house, 'data'), {}, program)
})

test.afterAll(async () => {
  await server.stop()
  await rm(house, { recursive: true, force: true })
})

test('a server has what its pages name, whatever is built beside it', async () => {
  await mkdir(join(house, '.build/editions/next/pages/static'), { recursive: true })
  expect(readdirSync(house)).not.toEqual(expect.arrayContaining(['public', '.next']))
  for (const page of ['/', '/politics/flood-risk-papers', '/archive', '/search?q=flood', '/sign-in']) {
    const html = await (await fetch(server.url + page)).text()
    const named = html.matchAll(/(?:href|src)="(\/(?:_next|reader|fonts|icons)\/[^"]+)"/g)
    const files = [...new Set([...named].map(([, file]) => file))]
    expect(files.length, page).toBeGreaterThan(3)
    for (const file of files) expect((await fetch(server.url + file)).status, `${page} ${file}`).toBe(200)
  }
})

test('a page that was kept since the build before still finds its script', async () => {
  const script = await fetch(`${server.url}/reader/article-OLDER111.js`)
  expect([script.status, await script.text()]).toEqual([200, 'export {}'])
  expect(script.headers.get('cache-control')).toContain('immutable')
  expect((await fetch(`${server.url}/reader/article-NEVERWAS.js`)).status).toBe(404)
})
