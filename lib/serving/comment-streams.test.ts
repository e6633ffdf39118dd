import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { kill } from '../articles/publishing-commands'
import { addPerson, publishArticle, say } from '../comments/test-conversation'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { openSession, revokeSession } from '../people/session-commands'
import { unsafeOperator, unsafeViewer, type Viewer } from '../people/viewer'
import { write } from '../write'
import { CommentStreams, LIVE_ADDRESS } from './comment-streams'

let fresh: FreshDatabase
let streams: CommentStreams
let server: ReturnType<typeof createServer>
let url: string
let articleId: number
let remy: Viewer

beforeEach(async () => {
  fresh = openFreshDatabase()
  articleId = await publishArticle()
  remy = await addPerson('Remy')
  streams = new CommentStreams({ lookNow: () => {}, proxies: 1, siteUrl: 'http://localhost', headers: [] })
  server = createServer((request, response) => void streams.answer(request, response, 'id')).listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${LIVE_ADDRESS}`
})
afterEach(async () => {
  streams.close()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await fresh.close()
})

async function listen(query: string, headers: Record<string, string> = {}) {
  const answer = await fetch(`${url}?${query}`, { headers })
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader()
  let heard = ''
  const until = async (words: string) => {
    while (!heard.includes(words)) {
      const { value, done } = await reader.read()
      if (done) throw new Error(`The stream ended after ${heard}`)
      heard += Buffer.from(value).toString()
    }
    return heard
  }
  const end = async () => {
    while (!(await reader.read()).done);
  }
  return { answer, until, end, leave: () => reader.cancel() }
}

it('tells open pages of a new comment, and of nothing elsewhere', async () => {
  const here = await listen(`article=${articleId}&seen=0`)
  expect(here.answer.headers.get('content-type')).toContain('text/event-stream')
  expect(await here.until('retry:')).toMatch(/retry: \d{4}/)
  await say(remy, articleId, 'Hello')
  expect(await here.until('data:')).toContain('id: 1\ndata: {"arrivals":1,"total":1}\n\n')
  expect(streams.count).toBe(1)
  await here.leave()
  await expect.poll(() => streams.count).toBe(0)
})

it('tells at once what was missed', async () => {
  await say(remy, articleId, 'One')
  await (await listen(`article=${articleId}`, { 'last-event-id': '0' })).until('"arrivals":1')
  await (await listen(`article=${articleId}&seen=0`)).until('"arrivals":1')
})

it('ends with the session that opened it', async () => {
  const session = await write((tx) => openSession(tx, remy.personId as number, { device: '', networkHash: '' }))
  const cookie = { cookie: `session=${session.secret}` }
  const stream = await listen(`article=${articleId}`, cookie)
  await stream.until('retry')
  await revokeSession(unsafeViewer({ id: remy.personId as number, name: 'Remy', role: 'reader' }), session.id)
  await stream.end()
  const again = await fetch(`${url}?article=${articleId}`, { headers: cookie })
  expect([again.status, await again.text()]).toEqual([204, ''])
})

it('listens to nothing that nobody may read', async () => {
  expect((await fetch(`${url}?article=999`)).status).toBe(204)
  expect((await fetch(`${url}?article=x`)).status).toBe(404)
})

it('sends away for good whoever still has the page of an article that was taken down', async () => {
  const stream = await listen(`article=${articleId}`)
  await stream.until('retry')
  await kill(unsafeOperator(), articleId, 'Withdrawn')
  await stream.end()
  expect((await fetch(`${url}?article=${articleId}`)).status).toBe(204)
})

it('keeps one network from more than its share', async () => {
  const from = (network: string) => fetch(`${url}?article=${articleId}`, { headers: { 'x-forwarded-for': network } })
  const statuses = (await Promise.all(Array.from({ length: 62 }, () => from('203.0.113.5')))).map(
    ({ status }) => status,
  )
  expect(statuses.filter((status) => status === 429)).toHaveLength(2)
  expect((await from('203.0.113.6')).status).toBe(200)
})

it('ends every stream when the server stops', async () => {
  const stream = await listen(`article=${articleId}`)
  streams.close()
  await stream.end()
})
