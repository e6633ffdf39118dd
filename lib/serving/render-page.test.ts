import { afterEach, beforeEach, expect, it } from 'vitest'
import { redirects } from '@/db/schema/site'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { write } from '../write'
import type { Captured } from './captured-response'
import { pagePrinter } from './render-page'
import { answerWith, expiresAt, isPageOf, reads, renderScope } from './render-scope'

let fresh: FreshDatabase

beforeEach(async () => {
  fresh = await openFreshDatabase()
})
afterEach(() => fresh.close())

const feed = { lookNow: () => {} }
const page = (words: string, status = 200): Captured => ({
  status,
  headers: { 'content-type': 'text/plain' },
  body: Buffer.from(words),
})

it('gives the answer with what was read for it', async () => {
  const print = pagePrinter({
    feed,
    render: async (address) => {
      reads('article:1')
      isPageOf(1)
      expiresAt(new Date(5))
      return page(`at ${address}`)
    },
  })
  expect(await print('/a?page=2')).toEqual({
    status: 200,
    headers: { 'content-type': 'text/plain' },
    body: Buffer.from('at /a?page=2'),
    reads: ['article:1'],
    article: 1,
    expiresAt: 5,
    milliseconds: expect.any(Number),
  })
})

it('hears of what was written elsewhere before it renders', async () => {
  const steps: string[] = []
  const print = pagePrinter({
    feed: { lookNow: () => steps.push('looked') },
    render: async () => page(String(steps.push('rendered'))),
  })
  await print('/')
  expect(steps).toEqual(['looked', 'rendered'])
})

it('makes of the bytes what is asked', async () => {
  const finish = ({ body }: Captured) => Buffer.from(body.toString().toUpperCase())
  const print = pagePrinter({ feed, render: async () => page('words'), finish })
  expect((await print('/')).body.toString()).toBe('WORDS')
})

it('takes the status that the page asks for', async () => {
  const print = pagePrinter({
    feed,
    render: async () => {
      answerWith(410)
      return page('gone')
    },
  })
  expect((await print('/')).status).toBe(410)
})

it('leads on from where there is nothing, and depends on that', async () => {
  await write(async (tx) => void (await tx.insert(redirects).values({ path: '/old', target: '/new', status: 301 })))
  const print = pagePrinter({ feed, render: async () => page('nothing', 404) })
  const moved = await print('/old?page=2')
  expect([moved.status, moved.headers.location, moved.reads]).toEqual([301, '/new', ['redirect:/old']])
  const missing = await print('/older')
  expect([missing.status, missing.body.toString(), missing.reads]).toEqual([404, 'nothing', ['redirect:/older']])
})

it('renders anew where that is asked for', async () => {
  const print = pagePrinter({ feed, render: async () => page(String(renderScope()?.isAnew)) })
  expect((await print('/', { isAnew: true })).body.toString()).toBe('true')
  expect((await print('/')).body.toString()).toBe('false')
})
