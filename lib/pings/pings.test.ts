import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { unsafeReadingConnection } from '@/db/client'
import { createArticle, rewriteArticle } from '../articles/article-commands'
import { correct, embargo, kill, publish, schedule, unpublish } from '../articles/publishing-commands'
import { releaseDue } from '../articles/release-commands'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { unsafeOperator } from '../people/viewer'
import { saveSection } from '../site/site-commands'
import { type PingSettings, tellAll, tellOthers } from './ping-duty'

const operator = unsafeOperator()
const SITE = 'https://news.example'
const KEY = '0123456789abcdef'
const HOUR = 3_600_000

type Heard = { path: string; type: string; body: string }

let fresh: FreshDatabase
let server: Server
let origin: string
let heard: Heard[]
let answer: (request: IncomingMessage, response: ServerResponse) => void
let settings: PingSettings

beforeEach(async () => {
  fresh = openFreshDatabase()
  await saveSection(operator, { slug: 'world', name: 'World' })
  await saveSection(operator, { slug: 'sport', name: 'Sport' })
  heard = []
  answer = (_, response) => response.writeHead(204).end()
  server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    heard.push({ path: request.url as string, type: request.headers['content-type'] as string, body })
    answer(request, response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  settings = { siteUrl: SITE, websubHub: `${origin}/hub`, indexNow: { key: KEY, endpoint: `${origin}/indexnow` } }
})

afterEach(async () => {
  vi.useRealTimers()
  server.closeAllConnections()
  server.close()
  await fresh.close()
})

/** One round of the duty, to its end. */
function tell(given: PingSettings = settings): Promise<void> {
  return tellAll(given, new AbortController().signal)
}

const draft = (more = {}) => ({ section: 'world', language: 'en', headline: 'The dam holds', ...more })
const write = async (more = {}) => (await createArticle(operator, draft(more))).id
const waiting = () => unsafeReadingConnection().prepare('select path from pings order by id').pluck().all() as string[]
const pages = () =>
  heard.filter(({ path }) => path === '/indexnow').flatMap(({ body }) => JSON.parse(body).urlList as string[])
const feeds = () =>
  heard.filter(({ path }) => path === '/hub').map(({ body }) => new URLSearchParams(body).get('hub.url') as string)

it('tells a hub of every feed that shows a new article, and search engines of its page', async () => {
  await publish(operator, await write({ tags: ['Dams'], bylines: ['Ada Bell'] }))
  await tell()
  const lists = ['', '/world', '/tag/dams', '/author/ada-bell']
  const files = ['feed.xml', 'atom.xml', 'feed.json']
  expect(feeds().sort()).toEqual(lists.flatMap((list) => files.map((file) => `${SITE}${list}/${file}`)).sort())
  expect(heard[0]).toMatchObject({ type: 'application/x-www-form-urlencoded' })
  expect(new URLSearchParams(heard[0]?.body).get('hub.mode')).toBe('publish')
  const toEngines = heard.filter(({ path }) => path === '/indexnow')
  expect(toEngines).toHaveLength(1)
  expect(JSON.parse(toEngines[0]?.body as string)).toEqual({
    host: 'news.example',
    key: KEY,
    keyLocation: `${SITE}/${KEY}.txt`,
    urlList: [`${SITE}/world/the-dam-holds`],
  })
  expect(waiting()).toEqual([])
})

it('tells of an update, of both addresses when it moves, of a correction, and of one that goes', async () => {
  const id = await write()
  await publish(operator, id)
  await tell()
  heard = []
  await rewriteArticle(operator, id, draft({ section: 'sport', slug: 'the-dam-broke' }))
  await tell()
  expect(pages()).toEqual([`${SITE}/world/the-dam-holds`, `${SITE}/sport/the-dam-broke`])
  expect(feeds()).toEqual(expect.arrayContaining([`${SITE}/world/feed.xml`, `${SITE}/sport/feed.xml`]))
  for (const change of [
    () => correct(operator, id, { kind: 'correction', text: 'It was a weir.' }),
    () => unpublish(operator, id),
    () => publish(operator, id),
    () => kill(operator, id, 'Withdrawn.'),
  ]) {
    heard = []
    await change()
    await tell()
    expect(pages()).toEqual([`${SITE}/sport/the-dam-broke`])
  }
})

it('says nothing of what nobody could ever read', async () => {
  const drafted = await write({ headline: 'A draft', tags: ['Secret'], bylines: ['Secret Source'] })
  await rewriteArticle(operator, drafted, draft({ headline: 'A draft, again' }))
  await correct(operator, drafted, { kind: 'note', text: 'A note.' })
  await unpublish(operator, drafted)
  await schedule(operator, await write({ headline: 'Tomorrow' }), new Date(Date.now() + HOUR))
  const embargoed = await write({ headline: 'Embargoed' })
  await embargo(operator, embargoed, new Date(Date.now() + HOUR))
  await publish(operator, embargoed)
  await rewriteArticle(operator, embargoed, draft({ headline: 'Embargoed still' }))
  await kill(operator, embargoed, 'Never shown.')
  expect(waiting()).toEqual([])
})

it('tells when an embargo ends, a schedule is due and a time to take down comes', async () => {
  const release = releaseDue()
  const embargoed = await write({ headline: 'Embargoed' })
  await embargo(operator, embargoed, new Date(Date.now() + HOUR))
  await publish(operator, embargoed)
  await schedule(operator, await write({ headline: 'Scheduled' }), new Date(Date.now() + HOUR))
  await release()
  expect(waiting()).toEqual([])
  vi.useFakeTimers({ now: Date.now() + 2 * HOUR, toFake: ['Date'] })
  await release()
  await tell()
  expect(pages().sort()).toEqual([`${SITE}/world/embargoed`, `${SITE}/world/scheduled`])
})

it('tells of what came due while nothing ran, whatever was written meanwhile', async () => {
  const embargoed = await write({ headline: 'Embargoed' })
  await embargo(operator, embargoed, new Date(Date.now() + HOUR))
  await publish(operator, embargoed)
  await releaseDue()()
  vi.useFakeTimers({ now: Date.now() + 2 * HOUR, toFake: ['Date'] })
  await write({ headline: 'Brought in by the operator’s tool' })
  await releaseDue()()
  await tell()
  expect(pages()).toEqual([`${SITE}/world/embargoed`])
})

it('rolls back with the change that it would tell of', async () => {
  const id = await write()
  await expect(rewriteArticle(operator, id, draft({ section: 'nowhere' }))).rejects.toThrow()
  expect(waiting()).toEqual([])
})

it('says once what changed twice, and again what changed on its way', async () => {
  const id = await write()
  await publish(operator, id)
  await unpublish(operator, id)
  await publish(operator, id)
  let changes = 0
  answer = async (request, response) => {
    if (request.url === '/indexnow' && changes++ === 0)
      await rewriteArticle(operator, id, draft({ standfirst: 'New.' }))
    response.writeHead(202).end()
  }
  await tell()
  expect(pages()).toEqual([`${SITE}/world/the-dam-holds`, `${SITE}/world/the-dam-holds`])
})

it('tries again later, from the oldest on, also after a restart', async () => {
  await publish(operator, await write({ headline: 'First' }))
  answer = (_, response) => response.writeHead(503).end()
  await tell()
  expect(heard.map(({ path }) => path).sort()).toEqual(['/hub', '/indexnow'])
  await publish(operator, await write({ headline: 'Second' }))
  heard = []
  await tell()
  expect(heard).toEqual([])
  answer = (_, response) => response.writeHead(204).end()
  vi.useFakeTimers({ now: Date.now() + 3000, toFake: ['Date'] })
  await tell()
  expect(pages()).toEqual([`${SITE}/world/first`, `${SITE}/world/second`])
  expect(feeds()[0]).toBe(`${SITE}/feed.xml`)
  expect(waiting()).toEqual([])
})

it('waits longer each time, and gives up in the end', async () => {
  await publish(operator, await write())
  answer = (_, response) => response.writeHead(500).end()
  vi.useFakeTimers({ now: Date.now(), toFake: ['Date'] })
  const only = { ...settings, websubHub: null }
  const gaps: number[] = []
  for (await tell(only); waiting().length > 0; await tell(only)) {
    const dueAt = unsafeReadingConnection().prepare('select due_at from pings').pluck().get() as number
    gaps.push(dueAt - Date.now())
    vi.setSystemTime(dueAt)
  }
  expect(heard).toHaveLength(20)
  expect(gaps).toEqual([...gaps].sort((left, right) => left - right))
  expect(gaps.at(-1)).toBe(HOUR)
})

it('goes on with the next when one is refused', async () => {
  await publish(operator, await write({ headline: 'First' }))
  let refused = 0
  answer = (_, response) => response.writeHead(refused++ === 0 ? 422 : 204).end()
  await tell({ ...settings, indexNow: null })
  expect(heard).toHaveLength(6)
  expect(waiting()).toEqual([])
})

it('follows no redirect and reads nothing of the answer', async () => {
  await publish(operator, await write())
  answer = (_, response) => response.writeHead(307, { location: `${origin}/elsewhere` }).end()
  await tell()
  expect(heard.map(({ path }) => path).sort()).toEqual(['/hub', '/indexnow'])
  vi.useFakeTimers({ now: Date.now() + 10_000, toFake: ['Date'] })
  answer = (_, response) => {
    response.writeHead(200)
    response.write('x'.repeat(100_000))
  }
  await tell()
  expect(waiting()).toEqual([])
})

it('does not hold up the house while nobody answers, and lets go when it stops', async () => {
  await publish(operator, await write())
  answer = () => {}
  const duty = tellOthers(settings)
  await duty.run()
  await duty.run()
  await vi.waitFor(() => expect(heard).toHaveLength(2))
  await duty.stop?.()
  expect(waiting()).not.toEqual([])
})

it('keeps nothing for somebody who is not to be told', async () => {
  await publish(operator, await write())
  await tell({ siteUrl: SITE, websubHub: null, indexNow: null })
  expect(waiting()).toEqual([])
  expect(heard).toEqual([])
})
