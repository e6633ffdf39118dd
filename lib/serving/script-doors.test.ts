import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DRAFT_COOKIE, keepDraft } from '../comments/draft-commands'
import { addPerson, commentRow, holdEverything, publishArticle, say } from '../comments/test-conversation'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { openSession } from '../people/session-commands'
import { banPerson } from '../people/standing-commands'
import { unsafeOperator, type Viewer } from '../people/viewer'
import { write } from '../write'
import type { Printed } from './press-messages'
import { answerScript } from './script-doors'

const SITE = 'http://localhost:3000'

let fresh: FreshDatabase
let article: number
let remy: Viewer
let secret: string
let hours = 0

beforeEach(async () => {
  vi.stubEnv('SITE_URL', SITE)
  vi.stubEnv('NEXTAUTH_SECRET', 'only for these tests'.padEnd(32))
  // What one test posted must not count in the next.
  hours += 1
  vi.spyOn(performance, 'now').mockReturnValue(hours * 3_600_000)
  fresh = openFreshDatabase()
  vi.stubEnv('DATA_DIR', fresh.dataDir)
  article = await publishArticle()
  remy = await addPerson('Remy')
  const opened = await write((tx) => openSession(tx, remy.personId as number, { device: 'Firefox', networkHash: '' }))
  secret = opened.secret
})
afterEach(async () => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  await fresh.close()
})

type Sent = { url?: string; method?: string; fields?: Record<string, unknown>; headers?: Record<string, string> }

function ask({ url = '/comments', method = 'POST', fields = {}, headers = {} }: Sent): Promise<Printed> | null {
  const body = new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)])).toString()
  const given = {
    ...{ accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
    ...{ cookie: `session=${secret}`, host: 'localhost:3000', 'x-client-network': '203.0.113.7' },
  }
  return answerScript({ method, url, headers: { ...given, ...headers }, body: Buffer.from(body) }, SITE)
}

async function told(answer: Promise<Printed> | null) {
  const { status, headers, body } = (await answer) as Printed
  return { status, headers, told: JSON.parse(Buffer.from(body).toString()) }
}

describe('what a page’s own script sends', () => {
  it('posts a comment, and says what became of it', async () => {
    const answer = await told(ask({ fields: { article, parent: '', body: 'Well *said*. ' } }))
    expect(answer).toMatchObject({ status: 200, told: { id: expect.any(Number), state: 'approved' } })
    expect(answer.headers['content-type']).toBe('application/json')
    expect(await commentRow(answer.told.id)).toMatchObject({ body: 'Well *said*.', personId: remy.personId })
  })

  it('posts what is sent as JSON', async () => {
    const request = {
      method: 'POST',
      url: '/comments',
      body: Buffer.from(JSON.stringify({ article: String(article), body: 'Hm.' })),
    }
    const headers = { accept: 'application/json', 'content-type': 'application/json', cookie: `session=${secret}` }
    expect(await told(answerScript({ ...request, headers }, SITE))).toMatchObject({ status: 200 })
  })

  it('passes through moderation', async () => {
    await holdEverything()
    expect(await told(ask({ fields: { article, body: 'Well said.' } }))).toMatchObject({ told: { state: 'pending' } })
  })

  it('drops the text that waited for its author', async () => {
    const waiting = await keepDraft({ articleId: article, parentId: null, body: 'Hm.' })
    const headers = { cookie: `session=${secret}; ${DRAFT_COOKIE}=${waiting}` }
    const answer = await told(ask({ fields: { article, body: 'Hm.' }, headers }))
    expect(answer.headers['set-cookie']).toEqual([expect.stringMatching(`^${DRAFT_COOKIE}=;`)])
  })

  it.each([
    ['nobody', { cookie: '' }, { body: 'Hm.' }, 401],
    ['an old session', { cookie: 'session=none' }, { body: 'Hm.' }, 401],
    ['no text', {}, { body: '' }, 422],
    ['too much text', {}, { body: 'x'.repeat(2001) }, 422],
    ['no article', {}, { article: '', body: 'Hm.' }, 422],
  ])('refuses %s', async (_, headers, fields, status) => {
    const answer = await told(ask({ fields: { article, ...fields }, headers }))
    expect(answer.status).toBe(status)
    expect(answer.headers['content-type']).toBe('application/problem+json')
    expect(answer.told.problems[0].words).not.toBe('')
  })

  it('refuses what is neither a form nor JSON', async () => {
    const answer = (await ask({ headers: { 'content-type': 'text/plain' } })) as Printed
    expect(answer.status).toBe(415)
  })

  it('keeps to what one person may post in a short time', async () => {
    const statuses: number[] = []
    for (let at = 0; at < 9; at += 1)
      statuses.push((await told(ask({ fields: { article, body: `No. ${at}` } }))).status)
    expect(statuses.slice(0, 6)).toEqual(Array(6).fill(200))
    expect(statuses.slice(6)).toEqual([429, 429, 429])
  })

  it('does something about a comment', async () => {
    const sam = await addPerson('Sam')
    const id = await say(sam, article, 'The key is under the mat.')
    const like = await told(ask({ url: `/comments/${id}/like`, fields: { on: 1 } }))
    expect(like).toMatchObject({ status: 200, told: { id, likes: 1, isOn: true } })
    expect(await commentRow(id)).toMatchObject({ likes: 1 })
    expect(await told(ask({ url: `/comments/${id}/delete` }))).toMatchObject({ status: 403 })
  })

  it('says what is one’s own', async () => {
    const { told: posted } = await told(ask({ fields: { article, body: 'Hm.' } }))
    const mine = await told(ask({ url: `/comments/mine?article=${article}`, method: 'GET' }))
    expect(mine).toMatchObject({ status: 200, told: { name: 'Remy', own: [{ id: posted.id }] } })
    const headers = { cookie: '' }
    expect(await told(ask({ url: `/comments/mine?article=${article}`, method: 'GET', headers }))).toMatchObject({
      status: 401,
    })
  })

  it('tells whoever is banned so, which is no refusal', async () => {
    await banPerson(unsafeOperator(), remy.personId as number, { reason: 'Rule 3.' })
    expect(await told(ask({ url: `/comments/mine?article=${article}`, method: 'GET' }))).toMatchObject({
      status: 200,
      told: { barred: { words: expect.stringContaining('banned'), why: 'Rule 3.', contact: '' } },
    })
  })
})

describe('what is left to Next', () => {
  it.each<[string, Sent]>([
    ['a form without a script', { headers: { accept: 'text/html' } }],
    ['a form whose address says more', { url: '/comments?draft=1' }],
    ['another way of writing the address', { url: '/comments/' }],
    ['reading the address of a form', { method: 'GET' }],
    ['what nobody can do about a comment', { url: '/comments/7/praise' }],
    ['what everything has', { url: '/comments/7/constructor' }],
    ['a comment of no number', { url: '/comments/0/like' }],
    ['the head of what is one’s own', { url: '/comments/mine?article=1', method: 'HEAD' }],
    ['everything else', { url: '/account/profile' }],
  ])('is %s', (_, sent) => {
    expect(ask(sent)).toBeNull()
  })
})
