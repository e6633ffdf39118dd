import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { request as ask, createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { sessions } from '@/db/schema/people'
import { addPerson } from '../comments/test-conversation'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { openSession } from '../people/session-commands'
import type { Role } from '../people/viewer'
import { write } from '../write'
import { readAddress } from './addresses'
import type { Answered } from './answers'
import { BroughtBodies } from './brought-bodies'
import type { PrivateRequest } from './press-messages'
import { answerPrivately, type PrivatePages } from './private-pages'

const UPLOAD = '/dashboard/media/upload'
const MEGABYTE = 1_000_000

let fresh: FreshDatabase
let server: Server
let url: string
let asked: (PrivateRequest & { bytes: Buffer })[]
let outcomes: [Answered, number][]

beforeEach(async () => {
  fresh = openFreshDatabase()
  asked = []
  outcomes = []
  const pages: PrivatePages = {
    answer: async (sent) => {
      asked.push({ ...sent, bytes: sent.bodyFile ? readFileSync(sent.bodyFile) : Buffer.from(sent.body) })
      return { status: 200, headers: {}, body: Buffer.from('done') }
    },
    bodies: new BroughtBodies(join(fresh.dataDir, 'uploads')),
    catchUp: () => {},
    siteUrl: 'http://localhost',
    proxies: 0,
  }
  server = createServer(async (request, response) => {
    outcomes.push(await answerPrivately(request, response, pages, 'id', readAddress(request.url as string)))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await fresh.close()
})

async function cookieOf(role: Role): Promise<{ cookie: string }> {
  const person = await addPerson(role, role)
  return write(async (tx) => {
    const session = await openSession(tx, person.personId as number, { device: '', networkHash: '' })
    await tx.update(sessions).set({ secondFactorAt: new Date() }).where(eq(sessions.id, session.id))
    return { cookie: `session=${session.secret}` }
  })
}

const post = (address: string, body: Buffer, headers: Record<string, string>) =>
  fetch(url + address, { method: 'POST', body: Buffer.from(body), headers })
const left = () => {
  const folder = join(fresh.dataDir, 'uploads', String(process.pid))
  return existsSync(folder) ? readdirSync(folder) : []
}

/** The answer is there a moment before the file is gone. */
async function untilNothingIsLeft(): Promise<void> {
  while (left().length > 0) await new Promise((resolve) => setImmediate(resolve))
}

it('hands what a writer brings on as a file, which is gone with the answer', async () => {
  const cookie = await cookieOf('author')
  const body = Buffer.alloc(9 * MEGABYTE, 'picture ')
  expect(await (await post(UPLOAD, body, cookie)).text()).toBe('done')
  const [sent] = asked
  expect(sent?.bytes.equals(body)).toBe(true)
  expect([sent?.body.length, sent?.headers['content-length']]).toEqual([0, String(body.length)])
  await untilNothingIsLeft()

  const chunked = ask(`${url}${UPLOAD}`, { method: 'POST', headers: cookie })
  chunked.write(body)
  chunked.end(body)
  const [answer] = await once(chunked, 'response')
  expect(answer.statusCode).toBe(200)
  answer.resume()
  expect(asked[1]?.headers).toMatchObject({ 'content-length': String(2 * body.length) })
  expect(asked[1]?.headers).not.toHaveProperty('transfer-encoding')
  await untilNothingIsLeft()
})

it('refuses what is more than it may be, told beforehand or not, and from others at two megabytes', async () => {
  const cookie = await cookieOf('author')
  const large = Buffer.alloc(45 * MEGABYTE + 1)
  const refused = await post(UPLOAD, large, cookie)
  expect([refused.status, await refused.text()]).toEqual([413, expect.stringContaining('At most 45 megabytes')])
  const chunked = ask(`${url}${UPLOAD}`, { method: 'POST', headers: cookie })
  chunked.write(large)
  const [answer] = await once(chunked, 'response')
  expect(answer.statusCode).toBe(413)
  chunked.end()
  answer.resume()
  const reader = await post(UPLOAD, Buffer.alloc(2 * MEGABYTE + 1), await cookieOf('commenter'))
  expect([reader.status, await reader.text()]).toEqual([413, expect.stringContaining('two megabytes')])
  expect(asked).toEqual([])
  await untilNothingIsLeft()
})

it('leaves nothing where a sender goes away, and calls it no failure of the house', async () => {
  const cookie = await cookieOf('author')
  const sending = ask(`${url}${UPLOAD}`, { method: 'POST', headers: { ...cookie, 'content-length': 3 * MEGABYTE } })
  sending.on('error', () => {})
  sending.write(Buffer.alloc(MEGABYTE))
  while (left().length === 0) await new Promise((resolve) => setImmediate(resolve))
  sending.destroy()
  while (outcomes.length === 0) await new Promise((resolve) => setImmediate(resolve))
  expect(outcomes).toEqual([['refused', 499]])
  expect([asked, left()]).toEqual([[], []])
})
