import { describe, expect, it } from 'vitest'
import type { ChangeKey } from '../write'
import { PageCache, type StoredAnswer } from './page-cache'

const NOW = 1_700_000_000_000
/** What an entry weighs beside its bodies. */
const OVERHEAD = 2048
const KILOBYTE = 1024

function answer(given: { bytes?: number; reads?: ChangeKey[]; expiresAt?: number; etag?: string } = {}): StoredAnswer {
  return {
    status: 200,
    etag: given.etag ?? 'tag',
    headers: { identity: [], gzip: [], br: [] },
    body: { identity: Buffer.alloc(given.bytes ?? 0), gzip: null, br: null },
    reads: new Set(given.reads),
    expiresAt: given.expiresAt ?? Number.POSITIVE_INFINITY,
  }
}

/** A cache for four empty answers. */
const forFour = () => new PageCache(4 * OVERHEAD)
const kept = (cache: PageCache, ...addresses: string[]) => addresses.filter((address) => cache.get(address, NOW))

describe('PageCache', () => {
  it('gives back what was put in', () => {
    const cache = new PageCache(100 * KILOBYTE)
    const page = answer({ etag: 'one' })
    cache.put('/', page)
    expect(cache.get('/', NOW)).toMatchObject(page)
  })

  it('has nothing at another address', () => {
    const cache = new PageCache(100 * KILOBYTE)
    cache.put('/politics', answer())
    expect(kept(cache, '/', '/politics?page=2', '/Politics', '__proto__', 'constructor')).toEqual([])
  })

  it('replaces what was there', () => {
    const cache = new PageCache(100 * KILOBYTE)
    cache.put('/', answer({ etag: 'old', bytes: 100, reads: ['site', 'front:home'] }))
    cache.put('/', answer({ etag: 'new', bytes: 10, reads: ['latest'] }))
    expect(cache.get('/', NOW)?.etag).toBe('new')
    expect([cache.count, cache.weight]).toEqual([1, OVERHEAD + 10])
    expect(cache.drop(['site', 'front:home'])).toEqual([])
    expect(cache.drop(['latest'])).toEqual(['/'])
  })

  describe('drop', () => {
    it('takes out exactly what read the key', () => {
      const cache = new PageCache(100 * KILOBYTE)
      cache.put('/', answer({ reads: ['front:home', 'article:1'] }))
      cache.put('/politics/a', answer({ reads: ['article:1'] }))
      cache.put('/politics/b', answer({ reads: ['article:11'] }))
      expect(cache.drop(['article:1']).sort()).toEqual(['/', '/politics/a'])
      expect(kept(cache, '/', '/politics/a', '/politics/b')).toEqual(['/politics/b'])
    })

    it('names an answer once that read several of the keys', () => {
      const cache = new PageCache(100 * KILOBYTE)
      cache.put('/', answer({ reads: ['front:home', 'site'] }))
      expect(cache.drop(['front:home', 'site'])).toEqual(['/'])
      expect([cache.count, cache.weight]).toEqual([0, 0])
    })

    it('does nothing for keys that nobody read', () => {
      const cache = new PageCache(100 * KILOBYTE)
      cache.put('/', answer({ reads: ['site'] }))
      expect(cache.drop([])).toEqual([])
      expect(cache.drop(['latest'])).toEqual([])
      expect(kept(cache, '/')).toEqual(['/'])
    })

    it('drops again what was put in again', () => {
      const cache = new PageCache(100 * KILOBYTE)
      for (const _ of [1, 2]) {
        cache.put('/', answer({ reads: ['site'] }))
        expect(cache.drop(['site'])).toEqual(['/'])
        expect(cache.drop(['site'])).toEqual([])
      }
    })

    it('leaves an answer alone that read nothing', () => {
      const cache = new PageCache(100 * KILOBYTE)
      cache.put('/about', answer())
      cache.drop(['site', 'latest'])
      expect(kept(cache, '/about')).toEqual(['/about'])
    })
  })

  describe('namesReading', () => {
    it('names each address once and drops nothing', () => {
      const cache = new PageCache(100 * KILOBYTE)
      cache.put('/', answer({ reads: ['front:home', 'article:1'] }))
      cache.put('/a', answer({ reads: ['article:1'] }))
      expect(cache.namesReading(['article:1', 'front:home']).sort()).toEqual(['/', '/a'])
      expect(cache.count).toBe(2)
    })

    it('forgets what was dropped, replaced or cleared', () => {
      const cache = new PageCache(100 * KILOBYTE)
      cache.put('/a', answer({ reads: ['article:1', 'site'] }))
      cache.drop(['article:1'])
      cache.put('/b', answer({ reads: ['site'] }))
      cache.put('/b', answer())
      expect(cache.namesReading(['article:1', 'site'])).toEqual([])
    })
  })

  describe('expiry', () => {
    it('ends an answer at its moment', () => {
      const cache = new PageCache(100 * KILOBYTE)
      cache.put('/', answer({ expiresAt: NOW, reads: ['site'] }))
      expect(cache.get('/', NOW - 1)).not.toBeNull()
      expect(cache.get('/', NOW)).toBeNull()
    })

    it('leaves nothing behind', () => {
      const cache = new PageCache(100 * KILOBYTE)
      cache.put('/', answer({ expiresAt: NOW, reads: ['site'] }))
      cache.get('/', NOW + 1)
      expect([cache.count, cache.weight, cache.namesReading(['site'])]).toEqual([0, 0, []])
    })
  })

  describe('weight', () => {
    it('counts every encoding and a share for the rest', () => {
      const cache = new PageCache(100 * KILOBYTE)
      cache.put('/', {
        ...answer(),
        body: { identity: Buffer.alloc(1000), gzip: Buffer.alloc(300), br: Buffer.alloc(200) },
      })
      expect(cache.weight).toBe(OVERHEAD + 1500)
      cache.put('/a', answer({ bytes: 10 }))
      expect([cache.weight, cache.count]).toEqual([2 * OVERHEAD + 1510, 2])
    })

    it('is nothing again after everything went', () => {
      const cache = new PageCache(100 * KILOBYTE)
      cache.put('/', answer({ bytes: 1000, reads: ['site'] }))
      cache.put('/a', answer({ bytes: 500, reads: ['site', 'latest'] }))
      cache.drop(['latest'])
      cache.drop(['site'])
      expect([cache.weight, cache.count]).toEqual([0, 0])
    })

    it('is nothing after clearing, and nothing is found', () => {
      const cache = new PageCache(100 * KILOBYTE)
      cache.put('/', answer({ reads: ['site'] }))
      cache.clear()
      expect([cache.weight, cache.count, cache.get('/', NOW), cache.namesReading(['site'])]).toEqual([0, 0, null, []])
    })

    it('never passes the limit, whatever is put in', () => {
      const cache = new PageCache(20 * KILOBYTE)
      for (let count = 0; count < 200; count += 1) {
        cache.put(`/${count % 37}`, answer({ bytes: (count * 131) % 4000, reads: [`article:${count % 5}`] }))
        if (count % 3 === 0) cache.get(`/${(count * 7) % 37}`, NOW)
        if (count % 11 === 0) cache.drop([`article:${count % 5}`])
        expect(cache.weight).toBeLessThanOrEqual(20 * KILOBYTE)
      }
      expect(cache.count).toBeGreaterThan(0)
    })
  })

  describe('when it is full', () => {
    it('the oldest goes first', () => {
      const cache = forFour()
      for (const address of ['/1', '/2', '/3', '/4', '/5']) cache.put(address, answer({ reads: ['site'] }))
      expect(cache.namesReading(['site'])).toEqual(['/2', '/3', '/4', '/5'])
      expect(kept(cache, '/1', '/2', '/3', '/4', '/5')).toEqual(['/2', '/3', '/4', '/5'])
    })

    it('one that was asked for gets a second chance', () => {
      const cache = forFour()
      for (const address of ['/1', '/2', '/3', '/4']) cache.put(address, answer())
      cache.get('/1', NOW)
      cache.put('/5', answer())
      expect(kept(cache, '/1', '/2', '/3', '/4', '/5')).toEqual(['/1', '/3', '/4', '/5'])
    })

    it('but only one', () => {
      const cache = forFour()
      for (const address of ['/1', '/2', '/3', '/4']) cache.put(address, answer())
      cache.get('/1', NOW)
      for (const address of ['/5', '/6', '/7', '/8']) cache.put(address, answer())
      expect(cache.get('/1', NOW)).toBeNull()
    })

    it('the oldest goes when all were asked for', () => {
      const cache = forFour()
      for (const address of ['/1', '/2', '/3', '/4']) cache.put(address, answer())
      kept(cache, '/1', '/2', '/3', '/4')
      cache.put('/5', answer())
      expect(kept(cache, '/1', '/2', '/3', '/4', '/5')).toEqual(['/2', '/3', '/4', '/5'])
    })

    it('as many go as the new one needs', () => {
      const cache = new PageCache(8 * OVERHEAD)
      for (let count = 1; count <= 8; count += 1) cache.put(`/${count}`, answer())
      cache.put('/large', answer({ bytes: OVERHEAD }))
      expect([cache.count, cache.weight]).toEqual([7, 8 * OVERHEAD])
      expect(kept(cache, '/1', '/2', '/3', '/large')).toEqual(['/3', '/large'])
    })

    it('what went is not dropped later', () => {
      const cache = forFour()
      for (const address of ['/1', '/2', '/3', '/4', '/5']) cache.put(address, answer({ reads: ['site'] }))
      expect(cache.drop(['site'])).toEqual(['/2', '/3', '/4', '/5'])
      expect(cache.weight).toBe(0)
    })
  })

  it('does not keep an answer larger than a quarter of it', () => {
    const cache = new PageCache(16 * KILOBYTE)
    cache.put('/fits', answer({ bytes: 4 * KILOBYTE - OVERHEAD }))
    cache.put('/large', answer({ bytes: 4 * KILOBYTE - OVERHEAD + 1, reads: ['site'] }))
    expect(kept(cache, '/fits', '/large')).toEqual(['/fits'])
    expect([cache.count, cache.weight, cache.namesReading(['site'])]).toEqual([1, 4 * KILOBYTE, []])
  })
})
