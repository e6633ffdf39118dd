import { readdirSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { inWords } from '../bodies'
import { expect, test } from '../fixtures'

const ARTICLE = '/politics/flood-risk-papers'
const KB = 1024

/** The address of a font: its name changes with its content. */
function fontAt(face: string): string {
  const names = readdirSync(new URL('../../public/fonts', import.meta.url))
  return `/fonts/${names.find((name) => name.replace(/-[0-9a-f]{8}\.woff2$/, '') === face)}`
}

test('an article is a document: no framework, no inline script, little of anything', async ({ request, server }) => {
  const answer = await fetch(`${server.url}${ARTICLE}`, { headers: { 'accept-encoding': 'br' } })
  const html = await answer.text()
  const raw = await request.get(ARTICLE)
  expect(Number(answer.headers.get('content-length'))).toBeLessThanOrEqual(15 * KB)
  expect(raw.headers()['content-security-policy']).toMatch(/script-src 'self';/)
  expect(raw.headers()['content-security-policy']).not.toContain('unsafe')
  const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag)
  expect(scripts.filter((tag) => !/src="\/reader\/|application\/ld\+json/.test(tag))).toEqual([])
  expect(html).not.toMatch(/__next_f|_next\/static\/chunks\/[^"]+\.js|<!--/)
})

test('what it loads fits its budget', async ({ page }) => {
  const sizes = { script: 0, stylesheet: 0, font: 0 }
  page.on('response', async (response) => {
    const type = response.request().resourceType() as keyof typeof sizes
    if (type in sizes) sizes[type] += (await response.body()).length
  })
  await page.goto(ARTICLE, { waitUntil: 'networkidle' })
  expect(sizes.script).toBeLessThanOrEqual(10 * KB)
  expect(sizes.stylesheet).toBeLessThanOrEqual(20 * KB)
  expect(sizes.font).toBeGreaterThan(0)
  expect(sizes.font).toBeLessThanOrEqual(120 * KB)
})

test('each kind of page has one script, packed small and kept for ever', async ({ server }) => {
  const pages = { '/': 'plain', '/search': 'plain', '/politics': 'topic', '/saved': 'saved', [ARTICLE]: 'article' }
  for (const [page, kind] of Object.entries(pages)) {
    const html = await (await fetch(server.url + page)).text()
    const [, address] = /data-page-script="([^"]+)"/.exec(html) ?? []
    expect(address).toMatch(new RegExp(`^/reader/${kind}-[0-9A-Z]{8}\\.js$`))
    expect(html.match(/<script src/g), page).toHaveLength(1)
    const script = await fetch(`${server.url}${address}`, { headers: { 'accept-encoding': 'br' } })
    expect(script.headers.get('cache-control'), page).toBe('public, max-age=31536000, immutable')
    expect(script.headers.get('content-encoding'), page).toBe('br')
    expect(Number(script.headers.get('content-length')), page).toBeLessThan(3 * KB)
  }
})

test('a page waits for one stylesheet, which may be kept for ever, and for no module', async ({ server }) => {
  for (const page of ['/', '/search', '/politics', '/corrections', ARTICLE]) {
    const html = await (await fetch(server.url + page)).text()
    const sheets = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, address]) => address)
    expect(
      sheets.filter((address) => address !== '/theme.css'),
      page,
    ).toHaveLength(1)
    const sheet = await fetch(`${server.url}${sheets[0]}`, { headers: { 'accept-encoding': 'br' } })
    expect([sheet.status, sheet.headers.get('cache-control')], page).toEqual([
      200,
      'public, max-age=31536000, immutable',
    ])
    expect(html, page).not.toContain('type="module"')
  }
})

test('a page whose scripts are gone is read all the same', async ({ page, complaints }) => {
  await page.route(/\/reader\/(?!theme)/, (route) => route.fulfill({ status: 404, body: '' }))
  await page.goto(ARTICLE)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Ministers knew of flood risk/)
  await expect(page.getByRole('button', { name: 'Save' }).first()).toBeVisible()
  complaints.length = 0
})

test('the first view takes three fonts of seventy kilobytes together', async ({ request }) => {
  let sum = 0
  for (const name of ['newsreader', 'text', 'franklin']) {
    const font = await request.get(fontAt(`${name}-latin`))
    expect(font.headers()['cache-control']).toContain('immutable')
    sum += (await font.body()).length
  }
  expect(sum).toBeLessThanOrEqual(70 * KB)
})

const sheetsOf = (page: Page) =>
  page.evaluate(() =>
    [...document.styleSheets]
      .flatMap((sheet) => [...sheet.cssRules])
      .map(({ cssText }) => cssText)
      .join(),
  )

test('letters that few pages have come with those that have them, in the same face', async ({ page, newsroom }) => {
  const fonts: string[] = []
  page.on('request', (request) => {
    if (request.resourceType() === 'font') fonts.push(new URL(request.url()).pathname)
  })
  const plain = await newsroom.publishArticle({ body: inWords('Zoë paid £4 – “too much”.') })
  await page.goto(plain.address, { waitUntil: 'networkidle' })
  expect(await sheetsOf(page)).not.toContain('latin-more')
  const first = new Set(fonts)
  expect([...first].filter((font) => !/\/[a-z-]+-latin-[0-9a-f]{8}\.woff2$/.test(font))).toEqual([])
  const rare = await newsroom.publishArticle({ body: inWords('Łódź and Ærø lie far apart.') })
  await page.goto(rare.address, { waitUntil: 'networkidle' })
  expect(fonts).toEqual(expect.arrayContaining([fontAt('text-latin-more'), fontAt('text-latin-ext')]))
})

test('Brotli, gzip and plain say the same', async ({ server }) => {
  const get = (encoding: string) => fetch(`${server.url}${ARTICLE}`, { headers: { 'accept-encoding': encoding } })
  const [plain, zipped, brotli] = [await get('identity'), await get('gzip'), await get('br')]
  expect(zipped.headers.get('content-encoding')).toBe('gzip')
  expect(brotli.headers.get('content-encoding')).toBe('br')
  expect(brotli.headers.get('vary')).toContain('accept-encoding')
  const text = await plain.text()
  expect(await zipped.text()).toBe(text)
  expect(await brotli.text()).toBe(text)
})

test('a HEAD says what a GET would', async ({ request }) => {
  const [get, head] = [await request.get(ARTICLE), await request.head(ARTICLE)]
  expect(head.status()).toBe(200)
  expect(head.headers().etag).toBe(get.headers().etag)
  expect((await head.body()).length).toBe(0)
})

test('every answer carries the headers that protect its reader', async ({ request }) => {
  for (const address of ['/', ARTICLE, '/nowhere', '/%zz', fontAt('text-latin'), '/reset?token=x']) {
    const headers = (await request.get(address)).headers()
    expect(headers['x-content-type-options'], address).toBe('nosniff')
    expect(headers['x-frame-options'], address).toBe('DENY')
    expect(headers['content-security-policy'], address).toBeTruthy()
    expect(headers['x-request-id'], address).toBeTruthy()
    expect(headers['x-powered-by'], address).toBeUndefined()
  }
})

test('a picture is sent in parts when it is asked for so', async ({ request }) => {
  const address = /\/media\/\d+\/[a-z-]+-320\.jpg/.exec(await (await request.get(ARTICLE)).text())?.[0] as string
  const whole = await request.get(address)
  expect(whole.headers()['cache-control']).toContain('immutable')
  const part = await request.get(address, { headers: { range: 'bytes=10-19' } })
  expect(part.status()).toBe(206)
  expect(await part.body()).toEqual((await whole.body()).subarray(10, 20))
  expect((await request.get(address, { headers: { range: 'bytes=99999999-' } })).status()).toBe(416)
})
