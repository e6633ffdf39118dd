import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { giveReadyHead } from './ready-head'

let server: Server
let headers: string[]
let given: boolean[]
let answered = 0

beforeAll(async () => {
  server = createServer((request, response) => {
    answered += 1
    headers[headers.length - 1] = `abc-${answered}`
    const isGiven = giveReadyHead(request, response, headers)
    given.push(isGiven)
    if (!isGiven) response.writeHead(200, headers)
    response.end(request.method === 'HEAD' ? undefined : Buffer.from('paper'))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})

afterAll(() => void server.close())

beforeEach(() => {
  answered = 0
  given = []
  headers = ['content-type', 'text/plain', 'content-length', '5', 'x-request-id', '']
})

/** What comes back on one connection for these bytes, until the other side closes it or has sent `enough`. */
function exchange(bytes: string, enough: (text: string) => boolean = () => false): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1', () => socket.write(bytes))
    socket.on('data', (chunk) => {
      text += chunk
      if (enough(text)) socket.destroy()
    })
    socket.on('close', () => resolve(text)).on('error', reject)
  })
}

const ask = (more = '', method = 'GET', version = '1.1') => `${method} / HTTP/${version}\r\nHost: a\r\n${more}\r\n`
const papers = (count: number) => (text: string) => text.split('\r\n\r\npaper').length > count

describe('giveReadyHead', () => {
  it('says what Node.js would', async () => {
    const text = await exchange(ask(), papers(1))
    expect(given).toEqual([true])
    expect(text.replace(/Date: [^\r]+/, 'Date: now')).toBe(
      [
        ...['HTTP/1.1 200 OK', 'content-type: text/plain', 'content-length: 5', 'x-request-id: abc-1'],
        ...['Date: now', 'Connection: keep-alive', 'Keep-Alive: timeout=65', '', 'paper'],
      ].join('\r\n'),
    )
    const date = /Date: ([^\r]+)/.exec(text)?.[1] as string
    expect(new Date(date).toUTCString()).toBe(date)
    expect(Math.abs(Date.now() - Date.parse(date))).toBeLessThan(60_000)
  })

  it('answers one request after another on a connection, each by its own name', async () => {
    const text = await exchange(ask() + ask() + ask(), papers(3))
    expect(given).toEqual([true, true, true])
    expect(text.match(/abc-\d/g)).toEqual(['abc-1', 'abc-2', 'abc-3'])
  })

  it.each([
    ['HEAD', ask('Connection: close\r\n', 'HEAD'), ''],
    ['a connection that is to be closed', ask('Connection: close\r\n'), 'paper'],
    ['HTTP/1.0', ask('', 'GET', '1.0'), 'paper'],
  ])('leaves %s to Node.js', async (_, bytes, body) => {
    const text = await exchange(bytes)
    expect(given).toEqual([false])
    expect(text).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
    expect(text).toContain('Connection: close')
    expect(text.split('\r\n\r\n')[1]).toBe(body)
  })

  it('closes after an answer that it left to Node.js on an open connection', async () => {
    const text = await exchange(ask() + ask('Connection: close\r\n'))
    expect(given).toEqual([true, false])
    expect(text.split('paper')).toHaveLength(3)
  })

  it.each(['value\r\nset-cookie: a=b', 'line\nbreak', 'nul\0'])('refuses a header of %j', (value) => {
    const request = { method: 'GET', httpVersionMinor: 1 } as never
    const response = { shouldKeepAlive: true, _header: null } as never
    expect(() => giveReadyHead(request, response, ['x-house', value, 'x-request-id', 'a'])).toThrow()
    expect(response).toMatchObject({ _header: null })
  })

  it('leaves a response alone that keeps its head elsewhere, or has one', () => {
    const request = { method: 'GET', httpVersionMinor: 1 } as never
    expect(giveReadyHead(request, { shouldKeepAlive: true } as never, headers)).toBe(false)
    expect(giveReadyHead(request, { shouldKeepAlive: true, _header: 'HTTP/1.1 500' } as never, headers)).toBe(false)
  })
})
