import { afterEach, describe, expect, it } from 'vitest'
import { announce } from '../write'
import { closePages, held, newsroom, openPages, page, text } from './test-pages'

afterEach(closePages)

describe('public pages', () => {
  it('knows what depends on something, kept still or let go of because it changed', async () => {
    const pages = openPages(newsroom(['article:1', 'latest']).render)
    await pages.answer('/a')
    await pages.answer('/search?q=a')
    expect(pages.dependants(['article:1'])).toEqual(['/a', '/search?q=a'])
    announce(['article:1'])
    await pages.answer('/a')
    expect(pages.dependants(['article:1'])).toEqual(['/a', '/search?q=a'])
    expect(pages.dependants(['article:2'])).toEqual([])
  })

  describe('when something changes', () => {
    it('drops the pages that read it and no others', async () => {
      const pages = openPages(async (address) =>
        page(address, { reads: [address === '/a' ? 'article:1' : 'article:2', 'site'] }),
      )
      await Promise.all([pages.answer('/a'), pages.answer('/b')])
      expect(pages.addressesReading(['article:1'])).toEqual(['/a'])
      expect(pages.addressesReading(['site']).sort()).toEqual(['/a', '/b'])
      announce(['article:1'])
      expect([text(pages.kept('/a')), text(pages.kept('/b'))]).toEqual([null, '/b'])
      announce(['site'])
      expect(pages.count).toBe(0)
    })

    it('renders again what was rendering meanwhile, before anyone gets it', async () => {
      const room = newsroom()
      const pages = openPages(async () => {
        const captured = await room.render()
        if (room.version === 1) {
          room.version = 2
          announce(['article:1'])
        }
        return captured
      })
      const answers = await Promise.all([pages.answer('/a'), pages.answer('/a')])
      expect(answers.map(text)).toEqual(['version 2', 'version 2'])
      expect([room.renders, text(pages.kept('/a'))]).toEqual([2, 'version 2'])
    })

    it('renders again even when it changed before the page read it', async () => {
      const room = newsroom()
      const pages = openPages(async () => {
        if (room.renders === 0) announce(['article:1'])
        return room.render()
      })
      await pages.answer('/a')
      expect(room.renders).toBe(2)
    })

    it('does not render again for what the page did not read', async () => {
      const room = newsroom()
      const pages = openPages(async () => {
        announce(['article:2', 'latest'])
        return room.render()
      })
      await pages.answer('/a')
      expect(room.renders).toBe(1)
      expect(text(pages.kept('/a'))).toBe('version 1')
    })

    it('does not count what changed before the rendering began', async () => {
      const room = newsroom()
      const desk = held()
      const pages = openPages((address) => (address === '/slow' ? desk.render(address) : room.render()))
      const slow = pages.answer('/slow')
      announce(['article:1'])
      await pages.answer('/a')
      expect(room.renders).toBe(1)
      desk.finish('/slow')
      await slow
    })

    it('looks for what was written elsewhere before it takes a page for current', async () => {
      const room = newsroom()
      const pages = openPages(room.render, {
        catchUp: () => {
          if (room.renders > 1) return
          room.version = 2
          announce(['article:1'])
        },
      })
      expect(text(await pages.answer('/a'))).toBe('version 2')
      expect([room.renders, text(pages.kept('/a'))]).toEqual([2, 'version 2'])
    })

    it('sends without keeping what goes on changing', async () => {
      const room = newsroom()
      const pages = openPages(async () => {
        const captured = await room.render()
        room.version += 1
        announce(['article:1'])
        return captured
      })
      expect(text(await pages.answer('/a'))).toBe('version 5')
      expect([room.renders, pages.kept('/a')]).toEqual([5, null])
    })

    it('hears nothing more once it is closed', async () => {
      const pages = openPages(newsroom().render)
      await pages.answer('/a')
      pages.close()
      announce(['article:1'])
      expect(text(pages.kept('/a'))).toBe('version 1')
    })
  })
})
