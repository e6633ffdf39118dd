import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from '../fixtures'

const root = fileURLToPath(new URL('../..', import.meta.url))
const run = promisify(execFile)
const REAL = join(root, '../shared/samples/article-time-news.txt')

const portal = (dataDir: string, ...words: string[]) =>
  run(process.execPath, ['lib/operating/portal.mjs', ...words], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir },
  })
    .then(({ stdout, stderr }) => ({ code: 0, stdout, stderr }))
    .catch(({ code, stdout, stderr }) => ({ code, stdout, stderr }))

test('an article file is on the site by the next request, and importing it again changes nothing', async ({
  page,
  server,
}) => {
  test.skip(!existsSync(REAL), 'the real article file lies outside the project')
  const first = await portal(server.dataDir, 'import', REAL, '--section', 'world')
  expect(first.code).toBe(0)
  const address = /imported as (\S+)/.exec(first.stdout)?.[1] as string
  expect(address).toBe('/world/kim-jong-un-in-russia-what-we-know-about-the-north-korean-leaders-trip-to-meet')

  await page.goto(address)
  const article = page.getByRole('main').getByRole('article').first()
  await expect(article.getByRole('heading', { level: 1 })).toHaveText(
    'Kim Jong Un in Russia: what we know about the North Korean leader’s trip to meet Putin',
  )
  await expect(article.getByRole('link', { name: 'time news' })).toBeVisible()
  await expect(article.locator('time').first()).toHaveAttribute('datetime', '2023-09-12T15:05:44+00:00')
  await expect(article.locator('time').first()).toHaveAttribute('title', 'Tuesday 12 September 2023 at 15:05:44 UTC')
  await expect(article.getByRole('heading', { level: 2 })).toHaveText([
    'First trip abroad since Covid',
    'The secret meeting place',
    'A classic unfolding',
    'Putin’s objective: to obtain ammunition',
  ])
  const source = await readFile(REAL, 'utf8')
  const blocks = source
    .split(/\n\s*\n/)
    .slice(3, -3)
    .map((block) => block.trim().replace(/\s+/g, ' '))
  const text = ((await article.textContent()) ?? '').replace(/\s+/g, ' ')
  for (const block of blocks) expect(text).toContain(block)
  await expect(page.getByRole('navigation', { name: 'Topics' }).getByRole('link')).toHaveText([
    ...['#Kim', '#Jong', '#Russia', '#North', '#Korean', '#leaders', '#trip', '#meet', '#Putin'],
  ])
  await expect(page.getByRole('region', { name: 'You may also like' })).toBeVisible()
  await expect(page.getByRole('region', { name: /Comments/ })).toBeVisible()

  const before = await (await page.request.get(address)).text()
  const again = await portal(server.dataDir, 'import', REAL, '--section', 'world')
  expect(again.code).toBe(0)
  expect(again.stdout).toContain('unchanged')
  expect(await (await page.request.get(address)).text()).toBe(before)
  const page2 = await portal(server.dataDir, 'import', '--json', REAL)
  expect(JSON.parse(page2.stdout)).toMatchObject({ done: true, result: [{ outcome: 'unchanged', address }] })
})

test('what cannot be read is named with its line, and the rest goes in', async ({ request, server }) => {
  const folder = join(server.dataDir, 'incoming')
  await mkdir(folder, { recursive: true })
  const file = (name: string, text: string | Uint8Array) =>
    writeFile(join(folder, name), text).then(() => join(folder, name))
  const good = await file('good.txt', 'The quay is dry\n\nby Sam Stranger\n\n2026-01-02 03:04:05\n\nAt last.')
  const binary = await file('binary.txt', new Uint8Array([0xff, 0xd8, 0xff, 0x00]))
  const empty = await file('empty.md', '---\nsection: news\n---\n')
  const word = await file('letter.docx', 'x')
  const result = await portal(server.dataDir, 'import', good, binary, empty, word, join(folder, 'missing.txt'))
  expect(result.code).toBe(1)
  expect(result.stdout).toContain('good.txt: imported as /news/the-quay-is-dry')
  expect(result.stdout).toMatch(/binary\.txt: .*not UTF-8/)
  expect(result.stdout).toMatch(/empty\.md:1: .*no headline/)
  expect(result.stdout).toMatch(/letter\.docx: .*not read/)
  expect(result.stdout).toContain('missing.txt: there is no such file')
  expect(result.stdout).toContain('1 imported, 0 already here, 4 refused.')
  expect((await request.get('/news/the-quay-is-dry')).status()).toBe(200)
})

test('a picture beside a Markdown file comes with it; one elsewhere does not', async ({ page, server }) => {
  const folder = join(server.dataDir, 'with-picture')
  await mkdir(folder, { recursive: true })
  const sharp = (await import('sharp')).default
  await sharp({ create: { width: 900, height: 600, channels: 3, background: '#0f4c5c' } })
    .png()
    .toFile(join(folder, 'blue.png'))
  const text =
    '---\nheadline: A blue picture\npublished: 2026-01-02\nimage: { file: blue.png, alt: All blue }\n---\nText.\n\n![Secrets](../secrets.json)\n'
  await writeFile(join(folder, 'blue.md'), text)
  const result = await portal(server.dataDir, 'import', join(folder, 'blue.md'))
  expect(result.stdout).toContain('it does not lie beside the file')
  await page.goto('/news/a-blue-picture')
  await expect(page.getByRole('img', { name: 'All blue' })).toBeVisible()
})

for (const [words, code, message] of [
  [['gossip'], 2, /there is no command “gossip”/],
  [['import'], 2, /usage: portal import/],
  [['import', '--loud', 'x.txt'], 2, /Unknown option '--loud'/],
  [['import', 'x.txt', '--section', 'nowhere'], 1, /could not be taken in/],
] as [string[], number, RegExp][]) {
  test(`portal ${words.join(' ')} is refused in a line`, async ({ server }) => {
    const result = await portal(server.dataDir, ...words)
    expect(result.code).toBe(code)
    expect(result.stderr.trim()).toMatch(message)
  })
}

test('every command tells how it is used', async ({ server }) => {
  const { stdout } = await portal(server.dataDir, '--help')
  for (const command of ['import', 'export', 'backup', 'restore', 'user', 'doctor', 'purge']) {
    expect(stdout).toContain(`  ${command}`)
    const help = await portal(server.dataDir, command, '--help')
    expect(help.code).toBe(0)
    expect(help.stdout).toContain(`usage: npm run portal -- ${command}`)
  }
})
