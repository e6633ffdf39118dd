import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import type { StoredAnswer } from './page-cache'
import type { PrintedPage } from './press-messages'
import { PublicPages } from './public-pages'

const opened: PublicPages[] = []

function openPages(render: () => Promise<PrintedPage>): PublicPages {
  const pages = new PublicPages({
    ...{ render, headers: ['x-house', 'yes'], limit: 10_000_000, renders: 4, waiting: 10 },
    ...{ catchUp: () => {}, onRender: () => {} },
  })
  opened.push(pages)
  return pages
}

function page(body: string, given: Partial<PrintedPage> = {}): PrintedPage {
  return {
    ...{ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: Buffer.from(body) },
    ...{ reads: [], expiresAt: Number.POSITIVE_INFINITY, milliseconds: 1 },
    ...given,
  }
}

const text = (answer: StoredAnswer) => answer.body.identity.toString()

/** The headers of an encoding as an object. */
function headersOf(answer: StoredAnswer, encoding: 'identity' | 'gzip' | 'br' = 'identity'): Record<string, string> {
  const list = answer.headers[encoding]
  return Object.fromEntries(list.flatMap((name, index) => (index % 2 === 0 ? [[name, list[index + 1] ?? '']] : [])))
}

afterEach(() => {
  for (const pages of opened.splice(0)) pages.close()
})

describe('PublicPages makes of what was rendered', () => {
  const long = `<p>${'Wave crest reaches the lower valley. '.repeat(40)}</p>`

  it('the same bytes in every encoding', async () => {
    const { body } = await openPages(async () => page(long)).answer('/a')
    expect(gunzipSync(body.gzip as Buffer).toString()).toBe(long)
    expect(brotliDecompressSync(body.br as Buffer).toString()).toBe(long)
  })

  it('of a picture nothing smaller: it is packed already', async () => {
    const picture = page(long, { headers: { 'content-type': 'image/jpeg' } })
    const { body, headers } = await openPages(async () => picture).answer('/a/b/card/c.jpg')
    expect(body).toMatchObject({ gzip: null, br: null })
    expect(headers.br).not.toContain('vary')
  })

  it('headers of the house, of the page and of each encoding', async () => {
    const answer = await openPages(async () => page(long)).answer('/a')
    const common = {
      ...{ 'x-house': 'yes', 'content-type': 'text/html; charset=utf-8', 'cache-control': 'public, no-cache' },
      ...{ vary: 'accept-encoding', 'x-request-id': '' },
    }
    expect(headersOf(answer)).toEqual({
      ...common,
      ...{ 'content-length': String(long.length), etag: `"${answer.etag}"` },
    })
    for (const encoding of ['gzip', 'br'] as const)
      expect(headersOf(answer, encoding)).toEqual({
        ...common,
        ...{ 'content-encoding': encoding, etag: `"${answer.etag}-${encoding}"` },
        'content-length': String(answer.body[encoding]?.length),
      })
  })

  it('no header of the framework, and nobody’s cookie', async () => {
    const headers = { 'set-cookie': 'session=1', 'x-powered-by': 'a', vary: 'rsc', 'cache-control': 'private' }
    const answer = await openPages(async () => page('a', { headers })).answer('/a')
    expect(headersOf(answer)).toEqual({
      ...{ 'x-house': 'yes', 'content-type': 'text/html; charset=utf-8', 'cache-control': 'public, no-cache' },
      ...{ 'content-length': '1', etag: `"${answer.etag}"`, 'x-request-id': '' },
    })
  })

  it('a way on, where the page has moved', async () => {
    const answer = await openPages(async () => page('', { status: 308, headers: { location: '/b' } })).answer('/a')
    expect(headersOf(answer).location).toBe('/b')
  })

  it('bytes as they are, whatever they are', async () => {
    const body = new Uint8Array([0xff, 0xfe, 0x00, 0x3c])
    const answer = await openPages(async () => page('', { body, headers: { 'content-type': 'image/png' } })).answer(
      '/a',
    )
    expect(answer.body.identity).toEqual(Buffer.from(body))
    expect(headersOf(answer)['content-type']).toBe('image/png')
  })

  it('only the part that is meant of a larger piece of memory', async () => {
    const body = new Uint8Array(Buffer.from('before meant after')).subarray(7, 12)
    expect(text(await openPages(async () => page('', { body })).answer('/a'))).toBe('meant')
  })

  it('a page of words where its kind is not said', async () => {
    const answer = await openPages(async () => page('a', { headers: {} })).answer('/a')
    expect(headersOf(answer)['content-type']).toBe('text/html; charset=utf-8')
  })

  it('a tag that follows the bytes alone', async () => {
    const room = { body: 'one' }
    const pages = openPages(async () => page(room.body))
    const first = await pages.answer('/a')
    const same = await pages.answer('/b')
    room.body = 'two'
    const other = await pages.answer('/c')
    expect(first.etag).toMatch(/^[\w-]{22}$/)
    expect(same.etag).toBe(first.etag)
    expect(other.etag).not.toBe(first.etag)
  })
})
