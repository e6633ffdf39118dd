import { request as ask, createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { StoredAnswer } from './page-cache'
import { headersPerEncoding } from './public-pages'
import { send } from './send'

const TAG = 'abcdefghijklmnopqrstuv'

let server: Server
let stored: StoredAnswer
let returned: number

function answer(given: Partial<StoredAnswer> = {}): StoredAnswer {
  const body = given.body ?? { identity: Buffer.from('plain'), gzip: Buffer.from('zipped'), br: Buffer.from('brotli!') }
  const common = ['content-type', 'text/html; charset=utf-8', 'cache-control', 'public, no-cache', 'x-house', 'yes']
  return {
    ...{ status: 200, etag: TAG, headers: headersPerEncoding(common, TAG, body), body },
    ...{ reads: new Set(), expiresAt: Number.POSITIVE_INFINITY },
    ...given,
  }
}

type Received = { status?: number; headers: IncomingHttpHeaders; body: string }

function receive(headers: Record<string, string | string[]> = {}, method = 'GET'): Promise<Received> {
  const { port } = server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    const asking = ask({ host: '127.0.0.1', port, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks).toString() }),
      )
    })
    asking.on('error', reject).end()
  })
}

beforeAll(async () => {
  server = createServer((request, response) => {
    returned = send(request, response, stored, 'abc-1')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})

afterAll(() => void server.close())

beforeEach(() => {
  stored = answer()
})

describe('send', () => {
  it('sends status, headers, bytes and the name of the request', async () => {
    const { status, headers, body } = await receive()
    expect([status, returned, body]).toEqual([200, 200, 'plain'])
    expect(headers).toMatchObject({
      ...{ 'content-type': 'text/html; charset=utf-8', 'content-length': '5', etag: `"${TAG}"`, 'x-house': 'yes' },
      ...{ vary: 'accept-encoding', 'x-request-id': 'abc-1' },
    })
    expect(headers).not.toHaveProperty('content-encoding')
  })

  it.each([404, 410, 500])('keeps the status %i', async (status) => {
    stored = answer({ status })
    expect((await receive()).status).toBe(status)
    expect(returned).toBe(status)
  })

  it.each([
    ['gzip, deflate, br', 'br', 'brotli!'],
    ['gzip', 'gzip', 'zipped'],
    ['br;q=0, gzip', 'gzip', 'zipped'],
  ])('sends to who takes %s the bytes in %s', async (accepted, encoding, bytes) => {
    const { headers, body } = await receive({ 'accept-encoding': accepted })
    expect(body).toBe(bytes)
    expect(headers).toMatchObject({ 'content-encoding': encoding, etag: `"${TAG}-${encoding}"` })
    expect(headers['content-length']).toBe(String(bytes.length))
  })

  it('sends the bytes as they are where no encoding pays', async () => {
    stored = answer({ body: { identity: Buffer.from('tiny'), gzip: null, br: null } })
    const { headers, body } = await receive({ 'accept-encoding': 'gzip, br' })
    expect(body).toBe('tiny')
    expect(headers).not.toHaveProperty('vary')
  })

  describe('HEAD', () => {
    it('gets every header and no body', async () => {
      const { status, headers, body } = await receive({ 'accept-encoding': 'br' }, 'HEAD')
      expect([status, body]).toEqual([200, ''])
      expect(headers).toMatchObject({ 'content-length': '7', 'content-encoding': 'br', etag: `"${TAG}-br"` })
    })

    it('is told too that it has the page', async () => {
      expect((await receive({ 'if-none-match': `"${TAG}"` }, 'HEAD')).status).toBe(304)
    })
  })

  describe('says that the client has it', () => {
    it.each([
      ['its tag', `"${TAG}"`],
      ['its tag, weak', `W/"${TAG}"`],
      ['the tag of another encoding', `"${TAG}-br"`],
      ['a list that has it', `"one", W/"two" ,"${TAG}-gzip"`],
      ['a list without spaces', `"one","${TAG}"`],
      ['anything', '*'],
      ['anything, with spaces', ' * '],
      ['its tag without quotes', TAG],
    ])('to %s', async (_, condition) => {
      const { status, body } = await receive({ 'if-none-match': condition })
      expect([status, returned, body]).toEqual([304, 304, ''])
    })

    it('with the headers that still hold and none of a body', async () => {
      const { headers } = await receive({ 'if-none-match': `"${TAG}"`, 'accept-encoding': 'br' })
      expect(headers).toMatchObject({
        ...{ etag: `"${TAG}-br"`, vary: 'accept-encoding', 'cache-control': 'public, no-cache' },
        ...{ 'x-house': 'yes', 'x-request-id': 'abc-1' },
      })
      for (const name of ['content-length', 'content-type', 'content-encoding', 'transfer-encoding'])
        expect(headers).not.toHaveProperty(name)
    })
  })

  describe('sends the whole', () => {
    it.each([
      ['another tag', '"zyxwvutsrqponmlkjihgfe"'],
      ['the beginning of its tag', `"${TAG.slice(0, 10)}"`],
      ['its tag in other letters', `"${TAG.toUpperCase()}"`],
      ['an empty tag', '""'],
      ['nothing', ''],
      ['a list of others', '"one", "two"'],
      ['a star among others', '"one", *'],
    ])('to %s', async (_, condition) => {
      const { status, body } = await receive({ 'if-none-match': condition })
      expect([status, body]).toEqual([200, 'plain'])
    })

    it.each([404, 410, 503])('whatever the client has, with status %i', async (status) => {
      stored = answer({ status })
      for (const condition of [`"${TAG}"`, '*'])
        expect(await receive({ 'if-none-match': condition })).toMatchObject({ status, body: 'plain' })
    })
  })
})
