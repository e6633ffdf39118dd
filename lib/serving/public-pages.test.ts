import { afterEach, describe, expect, it } from 'vitest'
import { announce } from '../write'
import { Overloaded } from './public-pages'
import { closePages, held, newsroom, openPages, page, settle, text } from './test-pages'

afterEach(closePages)

describe('PublicPages', () => {
  it('renders a page once and keeps it', async () => {
    const room = newsroom()
    const pages = openPages(room.render)
    expect(pages.kept('/a')).toBeNull()
    const answer = await pages.answer('/a')
    expect(text(answer)).toBe('version 1')
    expect(pages.kept('/a')).toMatchObject({ etag: answer.etag, status: 200 })
    expect([room.renders, pages.count]).toEqual([1, 1])
    expect(pages.bytes).toBeGreaterThan(0)
  })

  it('keeps addresses apart', async () => {
    const pages = openPages(async (address) => page(address))
    await Promise.all(['/a', '/b', '/a?page=2'].map((address) => pages.answer(address)))
    expect(['/a', '/b', '/a?page=2'].map((address) => text(pages.kept(address)))).toEqual(['/a', '/b', '/a?page=2'])
  })

  it('tells of each rendering', async () => {
    const told: unknown[] = []
    const pages = openPages(newsroom().render, {
      onRender: (address, { status, milliseconds }) => told.push([address, status, milliseconds]),
    })
    await pages.answer('/a')
    expect(told).toEqual([['/a', 200, 1]])
  })

  describe('one rendering for everyone', () => {
    it('answers all who wait with it', async () => {
      const room = newsroom()
      const pages = openPages(room.render)
      const answers = await Promise.all([1, 2, 3].map(() => pages.answer('/a')))
      expect(new Set(answers).size).toBe(1)
      expect(room.renders).toBe(1)
    })

    it('renders at most so many pages at once, and the others in their order', async () => {
      const desk = held()
      const pages = openPages(desk.render, { renders: 2 })
      const answers = ['/1', '/2', '/3', '/4'].map((address) => pages.answer(address))
      await settle()
      expect(desk.started()).toEqual(['/1', '/2'])
      desk.finish('/2')
      await answers[1]
      await settle()
      expect(desk.started()).toEqual(['/1', '/2', '/3'])
      desk.finish('/1')
      desk.finish('/3')
      await Promise.all([answers[0], answers[2]])
      await settle()
      desk.finish('/4')
      expect((await Promise.all(answers)).map(text)).toEqual(['/1', '/2', '/3', '/4'])
    })

    it('refuses when too many wait, and recovers', async () => {
      const desk = held()
      const pages = openPages(desk.render, { renders: 1, waiting: 1 })
      const first = pages.answer('/1')
      const second = pages.answer('/2')
      await expect(pages.answer('/3')).rejects.toThrow(Overloaded)
      const again = pages.answer('/2')
      await settle()
      desk.finish('/1')
      await first
      await settle()
      desk.finish('/2')
      expect([text(await second), text(await again)]).toEqual(['/2', '/2'])
      const third = pages.answer('/3')
      await settle()
      desk.finish('/3')
      expect(text(await third)).toBe('/3')
    })
  })

  describe('keeps no', () => {
    it('failure: the next reader gets a rendering of their own', async () => {
      let attempts = 0
      const pages = openPages(
        async () => {
          attempts += 1
          if (attempts === 1) throw new Error('disk full')
          return page('well')
        },
        { renders: 1 },
      )
      const together = await Promise.allSettled([pages.answer('/a'), pages.answer('/a')])
      expect(together.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
      expect(pages.kept('/a')).toBeNull()
      expect(text(await pages.answer('/a'))).toBe('well')
    })

    it.each([500, 502, 503])('answer with status %i, and lets nobody else keep it', async (status) => {
      const pages = openPages(async () => page('broken', { status }))
      expect((await pages.answer('/a')).headers.identity.join(' ')).toContain('cache-control no-store')
      expect(pages.kept('/a')).toBeNull()
    })

    it('answer that has stopped being true already', async () => {
      const pages = openPages(async () => page('a', { expiresAt: 1000 }))
      expect(text(await pages.answer('/a'))).toBe('a')
      expect(pages.kept('/a')).toBeNull()
    })
  })

  it('keeps an answer until the moment its page names', async () => {
    const expiresAt = Date.now() + 3_600_000
    const pages = openPages(async () => page('a', { expiresAt }))
    expect((await pages.answer('/a')).expiresAt).toBe(expiresAt)
    expect(text(pages.kept('/a'))).toBe('a')
  })

  describe('addresses that lead nowhere', () => {
    it.each([404, 410, 308])('are kept with their status %i', async (status) => {
      const pages = openPages(async () => page('nothing', { status }))
      const answer = await pages.answer('/made-up')
      expect(answer.status).toBe(status)
      expect(pages.kept('/made-up')?.status).toBe(status)
      expect(answer.headers.identity.join(' ')).toContain('cache-control public, no-cache')
    })

    it('never push out what readers ask for', async () => {
      const pages = openPages(async (address) => page(address, { status: address === '/' ? 200 : 404 }), {
        limit: 160_000,
      })
      await pages.answer('/')
      for (let count = 0; count < 200; count += 1) await pages.answer(`/made-up-${count}`)
      expect(pages.kept('/')?.status).toBe(200)
      expect(pages.kept('/made-up-199')?.status).toBe(404)
      expect(pages.kept('/made-up-0')).toBeNull()
      expect(pages.count).toBeLessThan(10)
    })

    it('and searches, of which there is no end, neither', async () => {
      const pages = openPages(async (address) => page(address), { limit: 160_000 })
      await pages.answer('/')
      for (let count = 0; count < 200; count += 1) await pages.answer(`/search?q=${count}`)
      expect(pages.kept('/')?.status).toBe(200)
      expect(pages.kept('/search?q=199')?.status).toBe(200)
      expect(pages.kept('/search?q=0')).toBeNull()
    })

    it('are dropped when there is something after all', async () => {
      const room = { status: 404 }
      const pages = openPages(async () => page('', { status: room.status, reads: ['slug:budget-vote'] }))
      await pages.answer('/politics/budget-vote')
      expect(pages.addressesReading(['slug:budget-vote'])).toEqual(['/politics/budget-vote'])
      room.status = 200
      announce(['slug:budget-vote'])
      expect(pages.kept('/politics/budget-vote')).toBeNull()
      expect((await pages.answer('/politics/budget-vote')).status).toBe(200)
    })
  })
})
