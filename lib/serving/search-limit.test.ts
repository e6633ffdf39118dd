import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { SearchLimit } from './search-limit'

let server: ReturnType<typeof createServer>
let url = ''

/** A counter that answers what it is not kept from. */
async function open(proxies: number): Promise<void> {
  const limit = new SearchLimit(proxies)
  server = createServer((request, response) => {
    const path = (request.url as string).split('?', 1)[0] as string
    if (!limit.refuse(request, response, path, 'id')) response.end('found')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

beforeEach(() => open(1))
afterEach(() => new Promise((resolve) => server.close(resolve)))

const ask = (path: string, from: string) => fetch(`${url}${path}`, { headers: { 'x-forwarded-for': from } })

async function askUntilRefused(from: string): Promise<number> {
  for (let count = 0; count < 1_000; count += 1) if ((await ask('/search?q=x', from)).status === 429) return count
  return 1_000
}

it('keeps one network from more searches than it may, in words, and says when to come back', async () => {
  expect(await askUntilRefused('203.0.113.5')).toBe(30)
  const answer = await ask('/search?q=x', '203.0.113.5')
  expect(answer.headers.get('retry-after')).toMatch(/^[12]$/)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(await answer.text()).toContain('Wait 2 seconds and load this page again.')
})

it('keeps no other network, and nothing but searches', async () => {
  await askUntilRefused('2001:db8:1:2::1')
  expect((await ask('/search?q=x', '2001:db8:1:2:3::4')).status).toBe(429)
  expect((await ask('/api/v1/search?q=x', '2001:db8:1:2::1')).status).toBe(429)
  expect((await ask('/search?q=x', '2001:db8:1:3::1')).status).toBe(200)
  expect((await ask('/latest', '2001:db8:1:2::1')).status).toBe(200)
})

it('is not led astray by a header that no proxy wrote', async () => {
  await new Promise((resolve) => server.close(resolve))
  await open(0)
  const answers = await Promise.all(
    Array.from({ length: 700 }, (_, index) => ask('/search?q=x', `203.0.113.${index % 250}`)),
  )
  // This machine itself may be a proxy that the settings do not speak of: it is given what many readers would be.
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(600)
  expect(answers.some(({ status }) => status === 429)).toBe(true)
})
