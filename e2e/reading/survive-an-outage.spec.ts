import { once } from 'node:events'
import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures'

const ARTICLE = '/politics/flood-risk-papers'

/**
 * The only way to the server, which can be cut for good: no connection is taken any more, and those there are end.
 *
 * @param change what passes may be changed, as by a newer version of the site
 */
async function openLine(target: string, change: (path: string, text: string) => string = (_, text) => text) {
  const sockets = new Set<Socket>()
  let pass = change
  const server = createServer((incoming, outgoing) => forward(target, incoming, outgoing, (...given) => pass(...given)))
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
  }
  await listen(0)
  const { port } = server.address() as AddressInfo
  const cut = async () => {
    const closed = new Promise((resolve) => server.close(resolve))
    for (const socket of sockets) socket.destroy()
    await closed
  }
  return {
    url: `http://localhost:${port}`,
    cut,
    mend: () => listen(port),
    from: (newer: typeof change) => {
      pass = newer
    },
  }
}

function forward(
  target: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  change: (path: string, text: string) => string,
): void {
  const { method, url = '/', headers } = incoming
  const asked = ask(
    new URL(url, target),
    { method, headers: { ...headers, 'accept-encoding': 'identity' } },
    (answer) => {
      if (url !== '/sw.js') {
        outgoing.writeHead(answer.statusCode as number, answer.headers)
        answer.pipe(outgoing)
        return
      }
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => {
        const { etag, 'content-length': _, ...rest } = answer.headers
        outgoing.writeHead(200, rest).end(change(url, Buffer.concat(parts).toString()))
      })
    },
  )
  asked.on('error', () => outgoing.destroy())
  incoming.pipe(asked)
}

const isServed = (page: Page) =>
  expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)
const isKept = (page: Page, path: string) =>
  expect.poll(() => page.evaluate((at) => caches.match(at, { ignoreVary: true }).then(Boolean), path)).toBe(true)
const storesOf = (page: Page) => page.evaluate(() => caches.keys())

test('with the line cut, what was read is read; with it back, everything is of now', async ({
  page,
  newsroom,
  server,
  complaints,
}) => {
  const line = await openLine(server.url)
  await page.goto(`${line.url}/`)
  await isServed(page)
  await page.goto(line.url + ARTICLE)
  await isKept(page, ARTICLE)
  await isKept(page, '/')

  await line.cut()
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Ministers knew of flood risk/)
  await expect(page.getByRole('status').first()).toHaveText(/^The paper cannot be reached/)
  await page.goto(`${line.url}/`)
  await expect(page.getByRole('link', { name: /Ministers knew of flood risk/ }).first()).toBeVisible()
  await page.goto(`${line.url}/sport`)
  await expect(page.getByRole('heading', { level: 1, name: 'You are offline' })).toBeVisible()

  const { headline } = await newsroom.publishArticle({ headline: 'A lantern that was lit in the dark' })
  await line.mend()
  await page.goto(`${line.url}/`)
  await expect(page.getByRole('link', { name: headline }).first()).toBeVisible()
  await page.goto(`${line.url}/sport`)
  await expect(page.getByRole('heading', { level: 1, name: 'Sport' })).toBeVisible()
  complaints.length = 0
  await line.cut()
})

test('a newer site replaces what an older one kept, and keeps what the reader saved', async ({
  page,
  server,
  complaints,
}) => {
  const line = await openLine(server.url)
  await page.goto(`${line.url}/`)
  await isServed(page)
  await page.goto(line.url + ARTICLE)
  await page.getByRole('button', { name: 'Save' }).first().click()
  await expect(page.getByRole('button', { name: 'Save' }).first()).toHaveAttribute('aria-pressed', 'true')
  const before = await storesOf(page)

  line.from((_, text) => text.replace(/VERSION = \d+/, 'VERSION = 99'))
  await page.goto(`${line.url}/latest`)
  await expect.poll(() => storesOf(page)).toContain('shell-99')
  await expect
    .poll(async () => (await storesOf(page)).some((name) => /^(?:shell|pages|files)-(?!99$)/.test(name)))
    .toBe(false)
  expect(await storesOf(page)).toEqual(expect.arrayContaining(before.filter((name) => name.startsWith('saved:'))))

  await line.cut()
  await page.goto(line.url + ARTICLE)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Ministers knew of flood risk/)
  await page.goto(`${line.url}/world`)
  await expect(page.getByRole('heading', { level: 1, name: 'You are offline' })).toBeVisible()
  complaints.length = 0
})
