import { createHash } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { refuse } from './refusal'

let server: Server
let origin: string
let given: [status: number, words: string, id: string, extra?: string[]]
let returned: unknown

beforeEach(async () => {
  server = createServer((_, response) => {
    returned = refuse(response, ...given)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterEach(() => {
  server.closeAllConnections()
  server.close()
})

describe('refuse', () => {
  it('sends a short page of its own', async () => {
    given = [400, 'Look at it again.', 'abc-1']
    const response = await fetch(origin)
    const body = await response.text()
    expect(response.status).toBe(400)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(body).toMatch(/^<!DOCTYPE html>/)
    expect(body).toContain('<title>This address cannot be read</title>')
    expect(body).toContain('<p>Look at it again.</p>')
    expect(body).toContain('<a href="/">')
  })

  it('says how it was answered', async () => {
    given = [413, 'Less.', 'abc-1']
    await fetch(origin)
    expect(returned).toEqual(['refused', 413])
  })

  it.each([403, 405, 411, 413, 500, 503])('has a title of its own for %i', async (status) => {
    given = [status, 'Words.', 'abc-1']
    const title = /<title>(.+)<\/title>/.exec(await (await fetch(origin)).text())?.[1]
    given = [400, 'Words.', 'abc-1']
    const another = /<title>(.+)<\/title>/.exec(await (await fetch(origin)).text())?.[1]
    expect(title).toBeTruthy()
    expect(title).not.toBe(another)
  })

  it('has a title for any other status', async () => {
    given = [418, 'Words.', 'abc-1']
    const response = await fetch(origin)
    expect(response.status).toBe(418)
    expect(await response.text()).toContain('<h1>This was refused</h1>')
  })

  it('is kept by nobody, framed by nobody, runs nothing, and names the request', async () => {
    given = [503, 'Later.', 'abc-1']
    const response = await fetch(origin)
    const [, style = ''] = /<style>(.+)<\/style>/.exec(await response.text()) ?? []
    const hash = createHash('sha256').update(style).digest('base64')
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'content-security-policy': `default-src 'none'; style-src 'sha256-${hash}'; frame-ancestors 'none'`,
      'x-request-id': 'abc-1',
    })
  })

  it('carries more headers where it is told to', async () => {
    given = [503, 'Later.', 'abc-1', ['retry-after', '2', 'allow', 'GET, HEAD']]
    const { headers } = await fetch(origin)
    expect([headers.get('retry-after'), headers.get('allow')]).toEqual(['2', 'GET, HEAD'])
  })

  it('counts its length in bytes', async () => {
    given = [400, 'Zurück — später.', 'abc-1']
    const response = await fetch(origin)
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(Number(response.headers.get('content-length'))).toBe(bytes.length)
    expect(bytes.toString()).toContain('Zurück — später.')
  })

  it('answers HEAD without a body', async () => {
    given = [400, 'Words.', 'abc-1']
    const response = await fetch(origin, { method: 'HEAD' })
    expect(response.status).toBe(400)
    expect(await response.text()).toBe('')
  })
})
