import { randomBytes } from 'node:crypto'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { chooseEncoding, type Encodings, encodeOnce } from './compression'

const text = Buffer.from('<p>Wave crest reaches the lower valley.</p>'.repeat(50))
const every: Encodings = { identity: Buffer.from('i'), gzip: Buffer.from('g'), br: Buffer.from('b') }

describe('encodeOnce', () => {
  it.each([5, 11])('gives the bytes and both encodings of them, at effort %i', async (effort) => {
    const { identity, gzip, br } = await encodeOnce(text, effort)
    expect(identity).toBe(text)
    expect(gunzipSync(gzip as Buffer)).toEqual(text)
    expect(brotliDecompressSync(br as Buffer)).toEqual(text)
    expect((gzip as Buffer).length).toBeLessThan(text.length)
    expect((br as Buffer).length).toBeLessThan(text.length)
  })

  it.each([0, 1, 399])('leaves %i bytes as they are', async (length) => {
    const bytes = Buffer.alloc(length, 'a')
    expect(await encodeOnce(bytes, 5)).toEqual({ identity: bytes, gzip: null, br: null })
  })

  it('encodes from four hundred bytes on', async () => {
    const { gzip, br } = await encodeOnce(Buffer.alloc(400, 'a'), 5)
    expect(gzip).not.toBeNull()
    expect(br).not.toBeNull()
  })

  it('offers no encoding that is longer than the bytes', async () => {
    const noise = randomBytes(2000)
    expect(await encodeOnce(noise, 5)).toEqual({ identity: noise, gzip: null, br: null })
  })
})

describe('chooseEncoding', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['br', 'br'],
    ['BR', 'br'],
    ['gzip,br', 'br'],
    ['gzip , br', 'br'],
    ['gzip;q=1.0, br;q=0.1', 'br'],
    ['br;q=0.001', 'br'],
    ['br; q=0.05', 'br'],
    ['gzip', 'gzip'],
    ['GZip', 'gzip'],
    ['x-gzip', 'gzip'],
    ['gzip;q=0.5', 'gzip'],
    ['deflate, gzip;q=1.0, *;q=0.5', 'gzip'],
  ])('for %j is %s', (accepted, encoding) => {
    expect(chooseEncoding(accepted, every)).toBe(encoding)
  })

  it.each([
    ['br;q=0, gzip', 'gzip'],
    ['br; q=0, gzip', 'gzip'],
    ['br ; q=0 , gzip', 'gzip'],
    ['br;Q=0.000,gzip', 'gzip'],
    ['gzip, br;q=0.', 'gzip'],
    ['br;q=0, gzip;q=0', 'identity'],
    ['gzip;q=0', 'identity'],
  ])('takes a weight of nought as a refusal: %j is %s', (accepted, encoding) => {
    expect(chooseEncoding(accepted, every)).toBe(encoding)
  })

  it.each([
    undefined,
    '',
    ' ',
    '*',
    '*;q=0',
    'identity',
    'deflate',
    'zstd',
    'brotli',
    'abr',
    'br-x',
    'gzipped',
    ',;=,',
    ';q=1',
  ])('sends plain bytes to who says %j', (accepted) => {
    expect(chooseEncoding(accepted, every)).toBe('identity')
  })

  it.each([
    ['gzip, br', { ...every, br: null }, 'gzip'],
    ['gzip, br', { ...every, gzip: null }, 'br'],
    ['gzip', { ...every, gzip: null }, 'identity'],
    ['gzip, br', { ...every, gzip: null, br: null }, 'identity'],
  ])('chooses only from what there is', (accepted, offered, encoding) => {
    expect(chooseEncoding(accepted, offered)).toBe(encoding)
  })

  it('judges the same after thousands of made-up spellings', () => {
    for (let count = 0; count < 1200; count += 1) chooseEncoding(`made-up-${count}`, every)
    expect(chooseEncoding('gzip, br', every)).toBe('br')
    expect(chooseEncoding('made-up-3', every)).toBe('identity')
  })
})
