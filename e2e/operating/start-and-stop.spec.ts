import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { startServer } from '../server'

const root = fileURLToPath(new URL('../..', import.meta.url))
const run = promisify(execFile)

let dataDir: string
test.beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'broadsheet-start-'))
})
test.afterEach(async () => {
  await rm(dataDir, { recursive: true, force: true })
})

test('a first start makes a newsroom of its own, and says where it is and how to set it up', async () => {
  const server = await startServer(dataDir, { DEMO: '0' })
  expect(server.output()).toMatch(
    /^Broadsheet is at http:\/\/localhost:\d+\nSet up the first admin .*\/reset\?token=[\w-]{43}$/m,
  )
  expect((await fetch(`${server.url}/`)).status).toBe(200)
  expect(await (await fetch(`${server.url}/news`)).text()).toContain('Nothing here yet')
  expect((await stat(join(dataDir, 'secrets.json'))).mode & 0o777).toBe(0o600)
  expect(await server.stop()).toBe(0)
})

test('standard output is the address, the set-up link and a log of JSON', async () => {
  const server = await startServer(dataDir, { LOG_LEVEL: 'debug' })
  expect((await fetch(`${server.url}/`)).status).toBe(200)
  expect(await server.stop()).toBe(0)
  const lines = server.printed().trim().split('\n')
  const words = lines.filter((line) => !line.startsWith('{'))
  expect(words).toEqual([
    expect.stringMatching(/^Broadsheet is at http/),
    expect.stringMatching(/^Set up the first admin .*\/reset\?token=/),
  ])
  expect(lines.length).toBeGreaterThan(words.length)
  for (const line of lines.filter((text) => !words.includes(text))) expect(JSON.parse(line)).toHaveProperty('level')
})

test('the set-up link opens once, with a password that can be chosen', async ({ page }) => {
  const server = await startServer(dataDir, { DEMO: '0' })
  const link = (/\/reset\?token=[\w-]+/.exec(server.output()) ?? [])[0] as string
  await page.goto(server.url + link)
  await page.getByLabel('Your name').fill('Ada Admin')
  await page.getByLabel('Password', { exact: true }).fill('password1234')
  await page.getByRole('button', { name: 'Set password' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'There is a problem' })).toContainText(
    'among the first that are guessed',
  )
  await expect(page.getByLabel('Your name')).toHaveValue('Ada Admin')
  await page.getByLabel('Password', { exact: true }).fill('lanterns over quay street')
  await page.getByRole('button', { name: 'Set password' }).click()
  await expect(page.getByRole('heading', { name: 'Your password is set' })).toBeVisible()
  await page.goto(server.url + link)
  await expect(page.getByRole('heading', { name: 'This link cannot be used' })).toBeVisible()
  await server.stop()
  const again = await startServer(dataDir, { DEMO: '0' })
  expect(again.output()).not.toContain('Set up the first admin')
  await again.stop()
})

test('the set-up link works without JavaScript, and from no other site', async ({ browser }) => {
  const server = await startServer(dataDir, { DEMO: '0' })
  const link = (/\/reset\?token=[\w-]+/.exec(server.output()) ?? [])[0] as string
  const foreign = await fetch(server.url + link, {
    method: 'POST',
    headers: { origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' },
    body: 'password=lanterns+over+quay+street',
  })
  expect(foreign.status).toBe(403)
  const page = await browser.newPage({ javaScriptEnabled: false })
  await page.goto(server.url + link)
  await page.getByLabel('Password', { exact: true }).fill('short')
  await page.getByLabel('Password', { exact: true }).evaluate((field) => field.removeAttribute('minlength'))
  await page.getByRole('button', { name: 'Set password' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'There is a problem' })).toContainText(
    'The password has 5 characters',
  )
  await page.getByLabel('Password', { exact: true }).fill('lanterns over quay street')
  await page.getByRole('button', { name: 'Set password' }).click()
  await expect(page.getByRole('heading', { name: 'Your password is set' })).toBeVisible()
  await page.close()
  await server.stop()
})

test('starting again loses nothing and does nothing twice', async () => {
  const first = await startServer(dataDir, { DEMO: '0' })
  await run(process.execPath, ['lib/operating/portal.mjs', 'import', 'db/seed/articles/hill-race.md'], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir },
  })
  await first.stop()
  const second = await startServer(dataDir)
  expect((await fetch(`${second.url}/news/hill-race-record`)).status).toBe(200)
  expect(second.output()).not.toMatch(/Loading the demo|Building|Installing/)
  expect(await readdir(dataDir)).not.toContain('backups')
  await second.stop()
})

test('a request in flight is answered before the server goes', async () => {
  const server = await startServer(dataDir, { DEMO: '0' })
  const { port } = new URL(server.url)
  const socket = connect(Number(port), '127.0.0.1')
  let answer = ''
  socket.on('data', (chunk) => {
    answer += chunk
  })
  // The first half of a request: the server has begun to listen to it, and is told to stop.
  socket.write('GET /news HTTP/1.1\r\nHost: localhost\r\n')
  await new Promise((resolve) => setTimeout(resolve, 200))
  const stopped = server.stop()
  await new Promise((resolve) => setTimeout(resolve, 200))
  socket.write('Connection: close\r\n\r\n')
  expect(await stopped).toBe(0)
  expect(answer).toContain('HTTP/1.1 200')
})

for (const [setting, value, words] of [
  ['PORT', 'eighty', /^PORT is "eighty"; expected a port number/],
  ['PORT', '70000', /^PORT is "70000"/],
  ['SITE_URL', 'news.example', /^SITE_URL is "news.example"; expected an http or https origin/],
  ['LOG_LEVEL', 'loud', /^LOG_LEVEL is "loud"/],
  ['DATABASE_URL', 'mysql://x', /^DATABASE_URL is "mysql:\/\/x"/],
  ['NEXTAUTH_SECRET', 'short', /^NEXTAUTH_SECRET is (?!.*short)/],
  ['DATA_DIR', '/dev/null/paper', /^DATA_DIR \/dev\/null\/paper cannot be made/],
] as [string, string, RegExp][]) {
  test(`${setting}=${value} stops the start with one line`, async () => {
    const env = { ...process.env, DATA_DIR: dataDir, [setting]: value }
    const failure = await run(process.execPath, ['lib/operating/start.mjs'], { cwd: root, env }).catch((error) => error)
    expect(failure.code).toBe(1)
    expect(failure.stderr.trim()).toMatch(words)
    expect(failure.stderr.trim().split('\n')).toHaveLength(1)
    expect(await readdir(dataDir)).toEqual([])
  })
}

test('a port in use stops the start with one line', async () => {
  const server = await startServer(dataDir, { DEMO: '0' })
  const { port } = new URL(server.url)
  const other = await mkdtemp(join(tmpdir(), 'broadsheet-other-'))
  const env = { ...process.env, DATA_DIR: other, PORT: port, HOST: '127.0.0.1' }
  const failure = await run(process.execPath, ['lib/operating/start.mjs'], { cwd: root, env }).catch((error) => error)
  expect(failure.code).toBe(1)
  expect(failure.stderr.trim()).toMatch(new RegExp(`^PORT ${port} on 127.0.0.1 is in use`))
  expect(await readdir(other)).toEqual([])
  await rm(other, { recursive: true })
  await server.stop()
})
