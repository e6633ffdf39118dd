import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { StaticFiles } from './static-files'

const LONG = 'body { color: black } '.repeat(100)

let folder: string

function put(name: string, content: string | Buffer = 'content'): string {
  const file = join(folder, name)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
  return file
}

const list = (below = 'public') => new StaticFiles(['x-house', 'yes']).add(join(folder, below), '/', () => false)

async function headersOf(files: StaticFiles, path: string, encoding: 'identity' | 'gzip' | 'br' = 'identity') {
  const headers = (await files.answer(path))?.headers[encoding] ?? []
  return Object.fromEntries(
    headers.flatMap((name, index) => (index % 2 === 0 ? [[name, headers[index + 1] ?? '']] : [])),
  )
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-'))
})

afterEach(() => rmSync(folder, { recursive: true }))

describe('StaticFiles', () => {
  it('answers with a text that no file holds', async () => {
    const files = list().addText('/Key-1.txt', 'Key-1')
    expect((await files.answer('/Key-1.txt'))?.body.identity.toString()).toBe('Key-1')
    expect(await headersOf(files, '/Key-1.txt')).toMatchObject({ 'content-type': 'text/plain; charset=utf-8' })
    expect(files.answer('/key-1.txt')).toBeNull()
  })

  it('answers with a file at its address', async () => {
    put('public/icons/mark.svg', '<svg/>')
    const files = list()
    expect(files.has('/icons/mark.svg')).toBe(true)
    expect(await files.answer('/icons/mark.svg')).toMatchObject({
      ...{ status: 200, etag: expect.stringMatching(/^[\w-]{22}$/), expiresAt: Number.POSITIVE_INFINITY },
      body: { identity: Buffer.from('<svg/>') },
    })
  })

  it('puts the prefix before each address', () => {
    put('build/chunks/a.js')
    const files = new StaticFiles([]).add(join(folder, 'build'), '/_next/static/', () => true)
    expect(files.has('/_next/static/chunks/a.js')).toBe(true)
    expect(files.has('/chunks/a.js')).toBe(false)
  })

  it('has a worker asked for anew each time, under a policy of its own', async () => {
    put('public/sw.js', 'addEventListener("fetch", () => {})')
    put('public/a.js')
    const files = list().withWorker('/sw.js', ['x-worker', 'yes'])
    expect(await headersOf(files, '/sw.js')).toMatchObject({ 'cache-control': 'no-cache', 'x-worker': 'yes' })
    expect(await headersOf(files, '/sw.js')).not.toHaveProperty('x-house')
    expect(await headersOf(files, '/a.js')).toMatchObject({ 'x-house': 'yes' })
  })

  it('lists several folders', () => {
    put('public/a.css')
    put('build/b.css')
    const files = list().add(join(folder, 'build'), '/_next/static/', () => true)
    expect([files.has('/a.css'), files.has('/_next/static/b.css')]).toEqual([true, true])
  })

  it.each([
    ['a.css', 'text/css; charset=utf-8'],
    ['a.js', 'text/javascript; charset=utf-8'],
    ['a.svg', 'image/svg+xml'],
    ['a.txt', 'text/plain; charset=utf-8'],
    ['a.json', 'application/json'],
    ['a.speculationrules', 'application/speculationrules+json'],
    ['a.webmanifest', 'application/manifest+json'],
    ['a.woff2', 'font/woff2'],
    ['a.ico', 'image/x-icon'],
    ['a.png', 'image/png'],
    ['a.jpg', 'image/jpeg'],
    ['a.webp', 'image/webp'],
    ['a.avif', 'image/avif'],
  ])('says what %s is', async (name, type) => {
    put(`public/${name}`)
    expect(await headersOf(list(), `/${name}`)).toMatchObject({ 'content-type': type, 'x-house': 'yes' })
  })

  it('lets a file be kept for ever whose name changes with it, and any other for an hour', async () => {
    put('public/a.1f3c.css')
    put('public/b.css')
    const files = new StaticFiles([]).add(join(folder, 'public'), '/', (name) => name === 'a.1f3c.css')
    expect((await headersOf(files, '/a.1f3c.css'))['cache-control']).toBe('public, max-age=31536000, immutable')
    expect((await headersOf(files, '/b.css'))['cache-control']).toBe('public, max-age=3600')
  })

  it('compresses text', async () => {
    put('public/a.css', LONG)
    const files = list()
    const answer = await files.answer('/a.css')
    expect(gunzipSync(answer?.body.gzip as Buffer).toString()).toBe(LONG)
    expect(brotliDecompressSync(answer?.body.br as Buffer).toString()).toBe(LONG)
    expect(await headersOf(files, '/a.css', 'br')).toMatchObject({
      ...{ 'content-encoding': 'br', vary: 'accept-encoding', 'content-length': String(answer?.body.br?.length) },
    })
  })

  it.each(['a.woff2', 'a.png', 'a.jpg', 'a.webp', 'a.avif', 'a.ico'])('does not compress %s again', async (name) => {
    put(`public/${name}`, LONG)
    const files = list()
    expect((await files.answer(`/${name}`))?.body).toMatchObject({ gzip: null, br: null })
    expect(await headersOf(files, `/${name}`)).not.toHaveProperty('vary')
  })

  it('reads a file once', async () => {
    const file = put('public/a.css', 'one')
    const files = list()
    const both = [files.answer('/a.css'), files.answer('/a.css')]
    expect(both[0]).toBe(both[1])
    await Promise.all(both)
    writeFileSync(file, 'two')
    expect((await files.answer('/a.css'))?.body.identity.toString()).toBe('one')
  })

  it('finds what was added to a folder that grows, and lists no other anew', async () => {
    put('reader/styles-a.css')
    put('public/a.css')
    const kind = /^\/reader\/styles-\w+\.css$/
    const files = list()
      .addGrowing(join(folder, 'older'), '/reader/', kind)
      .addGrowing(join(folder, 'reader'), '/reader/', kind)
    put('reader/styles-b.css', 'b')
    put('reader/other.css')
    put('public/styles-c.css')
    expect(files.has('/reader/other.css')).toBe(false)
    expect((await files.answer('/reader/styles-b.css'))?.body.identity.toString()).toBe('b')
    expect((await headersOf(files, '/reader/styles-b.css'))['cache-control']).toContain('immutable')
    expect(files.answer('/reader/styles-c.css')).toBeNull()
    expect(files.has('/styles-c.css')).toBe(false)
  })

  it('has a tag that follows the content', async () => {
    put('public/a.css', 'same')
    put('public/b.css', 'same')
    put('public/c.css', 'other')
    const files = list()
    const [a, b, c] = await Promise.all(['/a.css', '/b.css', '/c.css'].map((path) => files.answer(path)))
    expect(a?.etag).toBe(b?.etag)
    expect(a?.etag).not.toBe(c?.etag)
  })

  it('sends an empty file', async () => {
    put('public/a.txt', '')
    expect((await headersOf(list(), '/a.txt'))['content-length']).toBe('0')
  })

  describe('has nothing', () => {
    it.each(['page.html', 'notes.md', 'a.css.map', 'a.ts', 'portal.db', 'Makefile', '.env', '.htaccess', 'a.CSS'])(
      'for a file of no known kind: %s',
      (name) => {
        put(`public/${name}`)
        const files = list()
        expect([files.has(`/${name}`), files.answer(`/${name}`)]).toEqual([false, null])
      },
    )

    it.each([
      '/secret.txt',
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/icons/../../secret.txt',
      '//secret.txt',
      'secret.txt',
      '/a.css/',
      '/a.css?x',
      '//a.css',
      '/icons/../a.css',
      '/A.css',
      '/icons',
      '/',
      '',
      '/__proto__',
      '/constructor',
    ])('at %j', (path) => {
      put('secret.txt')
      put('public/a.css')
      put('public/icons/b.svg')
      const files = list()
      expect([files.has(path), files.answer(path)]).toEqual([false, null])
    })

    it('behind a link that leads out of the folder', () => {
      const secret = put('secret.txt')
      put('elsewhere/a.txt')
      put('public/a.css')
      symlinkSync(secret, join(folder, 'public/secret.txt'))
      symlinkSync(join(folder, 'elsewhere'), join(folder, 'public/elsewhere'))
      const files = list()
      expect(['/secret.txt', '/elsewhere/a.txt', '/a.css'].map((path) => files.has(path))).toEqual([false, false, true])
    })

    it('that was put there after the start', () => {
      put('public/a.css')
      const files = list()
      put('public/b.css')
      expect(files.has('/b.css')).toBe(false)
    })

    it('where there is no folder', () => {
      expect(list('nowhere').has('/a.css')).toBe(false)
    })
  })

  it('cannot list what is no folder', () => {
    put('public', 'a file')
    expect(() => list()).toThrow(/ENOTDIR/)
  })

  it('fails when the file is gone, and tries again the next time', async () => {
    const file = put('public/a.css', 'one')
    const files = list()
    rmSync(file)
    await expect(files.answer('/a.css')).rejects.toThrow(/ENOENT/)
    writeFileSync(file, 'two')
    expect((await files.answer('/a.css'))?.body.identity.toString()).toBe('two')
  })
})
