import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { describe, expect, it } from 'vitest'
import { capture, replay } from './captured-response'

type Answer = (response: ServerResponse, request: IncomingMessage) => unknown

const captured = (answer: Answer, address = '/politics') =>
  capture(async (request, response) => void (await answer(response, request)), address, 'news.example')

describe('capture', () => {
  it('keeps the status, the headers and the body', async () => {
    const page = await captured((response) => {
      response.statusCode = 404
      response.setHeader('Content-Type', 'text/html; charset=utf-8')
      response.end('<p>Nothing</p>')
    })
    expect(page).toEqual({
      status: 404,
      headers: { 'content-type': 'text/html; charset=utf-8' },
      body: Buffer.from('<p>Nothing</p>'),
    })
  })

  it('is 200 with nothing when nothing is said', async () => {
    expect(await captured((response) => response.end())).toEqual({ status: 200, headers: {}, body: Buffer.alloc(0) })
  })

  describe('asks with nothing but the address', () => {
    it('as a plain GET', async () => {
      let seen: Partial<IncomingMessage> = {}
      await captured((response, request) => {
        seen = { method: request.method, url: request.url, headers: request.headers, httpVersion: request.httpVersion }
        response.end()
      }, '/politics?page=2')
      expect(seen).toEqual({
        method: 'GET',
        url: '/politics?page=2',
        headers: { host: 'news.example', accept: 'text/html' },
        httpVersion: '1.1',
      })
    })

    it('and an empty body that ends', async () => {
      const chunks: Buffer[] = []
      await captured(async (response, request) => {
        for await (const chunk of request) chunks.push(chunk as Buffer)
        response.end()
      })
      expect(chunks).toEqual([])
    })
  })

  describe('understands every way to write', () => {
    it('a head with headers', async () => {
      const page = await captured((response) => response.writeHead(410, { 'X-One': '1', 'x-two': 2 }).end())
      expect(page).toMatchObject({ status: 410, headers: { 'x-one': '1', 'x-two': '2' } })
    })

    it('a head with a reason and headers', async () => {
      const page = await captured((response) => response.writeHead(503, 'Later', { 'retry-after': '2' }).end())
      expect(page).toMatchObject({ status: 503, headers: { 'retry-after': '2' } })
    })

    it('a head alone', async () => {
      expect(await captured((response) => response.writeHead(204).end())).toMatchObject({ status: 204, headers: {} })
    })

    it('headers with several values', async () => {
      const page = await captured((response) => response.setHeader('vary', ['rsc', 'accept']).end())
      expect(page.headers).toEqual({ vary: ['rsc', 'accept'] })
    })

    it('headers that are taken back', async () => {
      const page = await captured((response) => {
        response.setHeader('x-powered-by', 'a framework')
        response.removeHeader('x-powered-by')
        response.end()
      })
      expect(page.headers).toEqual({})
    })

    it('pieces: text, bytes, and text in another encoding', async () => {
      const page = await captured((response) => {
        response.write('é ')
        response.write(Buffer.from('ü '))
        response.write(new Uint8Array([0x21, 0x20]))
        response.write('e9', 'hex')
        response.end('w7w=', 'base64')
      })
      expect(page.body).toEqual(Buffer.concat([Buffer.from('é ü ! '), Buffer.from([0xe9, 0xc3, 0xbc])]))
    })

    it('callbacks, wherever they stand', async () => {
      const called: string[] = []
      const note = (name: string) => () => void called.push(name)
      const page = await captured((response) => {
        response.write('a', note('write'))
        response.write('b', 'utf8', note('write with encoding'))
        response.end('c', 'utf8', note('end'))
      })
      expect(page.body.toString()).toBe('abc')
      expect(called).toEqual(['write', 'write with encoding', 'end'])
    })

    it('an end that is only a callback', async () => {
      let isCalled = false
      const page = await captured((response) =>
        response.end(() => {
          isCalled = true
        }),
      )
      expect(page.body).toHaveLength(0)
      expect(isCalled).toBe(true)
    })

    it('a stream that is piped into it', async () => {
      const page = await captured((response) => pipeline(Readable.from(['one ', 'two']), response))
      expect(page.body.toString()).toBe('one two')
    })

    it('headers that are flushed before the body', async () => {
      const page = await captured((response) => {
        response.flushHeaders()
        response.setHeader('x-late', 'yes')
        response.end('a')
      })
      expect(page).toMatchObject({ headers: { 'x-late': 'yes' }, body: Buffer.from('a') })
    })
  })

  it('waits for an answer that comes after the handler returned', async () => {
    const page = await captured((response) => void setImmediate(() => response.end('late')))
    expect(page.body.toString()).toBe('late')
  })

  it('tells those who listen that it has finished', async () => {
    const events: string[] = []
    await captured((response) => {
      for (const name of ['finish', 'close']) response.on(name, () => events.push(name))
      response.end()
      events.push(`ended: ${response.writableEnded}`)
    })
    expect(events).toEqual(['finish', 'close', 'ended: true'])
  })

  it('keeps each answer apart from the next', async () => {
    const both = await Promise.all(['a', 'b'].map((name) => captured((response) => response.end(name), `/${name}`)))
    expect(both.map(({ body }) => body.toString())).toEqual(['a', 'b'])
  })

  it('fails when the handler does', async () => {
    await expect(
      captured(() => {
        throw new Error('no such column')
      }),
    ).rejects.toThrow('no such column')
  })
})

describe('replay', () => {
  const whole = (given: Partial<Parameters<typeof replay>[1]> = {}) => ({
    ...{ method: 'POST', url: '/comments', headers: { host: 'news.example', cookie: 'session=1' } },
    ...{ body: new Uint8Array() },
    ...given,
  })

  it('asks what was asked elsewhere', async () => {
    let seen: unknown
    await replay(async (request, response) => {
      const { method, url, headers, httpVersion, complete } = request
      seen = { method, url, headers, httpVersion, complete }
      response.end()
    }, whole())
    expect(seen).toEqual({
      ...{ method: 'POST', url: '/comments', headers: { host: 'news.example', cookie: 'session=1' } },
      ...{ httpVersion: '1.1', complete: true },
    })
  })

  it.each([0, 1, 100_000])('hands over a body of %i bytes, whole', async (length) => {
    const chunks: Buffer[] = []
    await replay(
      async (request, response) => {
        for await (const chunk of request) chunks.push(chunk as Buffer)
        response.end()
      },
      whole({ body: new Uint8Array(length).fill(7) }),
    )
    expect(Buffer.concat(chunks).equals(Buffer.alloc(length, 7))).toBe(true)
  })

  it('ends though nobody reads the body', async () => {
    const answer = await replay(async (_, response) => void response.end('no'), whole({ body: Buffer.from('unread') }))
    expect(answer.body.toString()).toBe('no')
  })

  it('keeps cookies apart', async () => {
    const answer = await replay(async (_, response) => {
      response.appendHeader('set-cookie', 'a=1; Path=/')
      response.appendHeader('set-cookie', 'b=2; Expires=Thu, 01 Jan 2026 00:00:00 GMT')
      response.end()
    }, whole())
    expect(answer.headers).toEqual({ 'set-cookie': ['a=1; Path=/', 'b=2; Expires=Thu, 01 Jan 2026 00:00:00 GMT'] })
  })
})

describe('a body that lies in a file', () => {
  it('is read as the handler reads, whole, and not at all where nobody does', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'replay-'))
    const bodyFile = join(folder, 'body')
    const bytes = Buffer.alloc(3_000_000, 'picture ')
    writeFileSync(bodyFile, bytes)
    const whole = { method: 'POST', url: '/bring', headers: {}, body: new Uint8Array(), bodyFile }
    const read = await replay(async (request, response) => {
      const pieces: Buffer[] = []
      for await (const piece of request) pieces.push(piece as Buffer)
      response.end(Buffer.concat(pieces))
    }, whole)
    expect(read.body.equals(bytes)).toBe(true)
    let held = 0
    const unread = await replay(async (request, response) => {
      request.read(1)
      await new Promise((resolve) => setTimeout(resolve, 50))
      held = request.readableLength
      response.writeHead(403).end()
    }, whole)
    expect(unread.status).toBe(403)
    expect(held).toBeLessThan(300_000)
    rmSync(folder, { recursive: true })
  })
})
