import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { Refused, unsafeOperator, unsafeViewer } from '../people/viewer'
import { moveAddress } from '../site/redirect-commands'
import { write } from '../write'
import { forgetMissing, recordMissing } from './missing-commands'
import { searchMissing } from './missing-queries'
import type { MissingTally } from './missing-tally'

const operator = unsafeOperator()
const DAY = 86_400_000
const now = new Date('2026-11-25T12:00:00Z')
const tally = (counts: Record<string, number>, source = 'elsewhere.example'): MissingTally =>
  new Map(Object.entries(counts).map(([path, count]) => [path, { count, source }]))
const listed = async (text = '') =>
  (await searchMissing(operator, text, 1)).cards.map(({ path, count }) => [path, count])

let fresh: FreshDatabase
beforeEach(() => {
  fresh = openFreshDatabase()
})
afterEach(() => fresh.close())

describe('missing addresses', () => {
  it('add up, and come with the most asked for first', async () => {
    await recordMissing(tally({ '/once': 1, '/often': 3 }), now)
    await recordMissing(tally({ '/often': 2 }, 'Www.Other.example:8080'), new Date(now.getTime() + DAY))
    const { cards, total } = await searchMissing(operator, '', 1)
    expect(total).toBe(2)
    expect(cards[0]).toMatchObject({ path: '/often', count: 5, source: 'other.example', firstAt: now })
    expect(cards[1]).toMatchObject({ path: '/once', count: 1 })
  })

  it('are found by a part of them, in which nothing has a meaning', async () => {
    await recordMissing(tally({ '/100%25_sure': 1, '/100x25xsure': 1, "/'; drop table people; --": 1 }), now)
    expect(await listed('%25_')).toEqual([['/100%25_sure', 1]])
    expect(await listed("'; drop")).toEqual([["/'; drop table people; --", 1]])
    expect(await listed('_')).toEqual([['/100%25_sure', 1]])
  })

  it('are left out as soon as they lead on', async () => {
    await recordMissing(tally({ '/old': 1, '/older': 1 }), now)
    await write((tx) => moveAddress(tx, '/old', '/news/new'))
    expect(await listed()).toEqual([['/older', 1]])
  })

  it('keep no source that is no site', async () => {
    await recordMissing(tally({ '/old': 1 }, '<script>alert(1)</script>'), now)
    expect((await searchMissing(operator, '', 1)).cards[0]?.source).toBe('other')
  })

  it('are no more than two thousand: what was asked for the least goes', async () => {
    await recordMissing(tally({ '/linked-in-print': 7 }), now)
    for (let round = 0; round < 5; round += 1) {
      const madeUp = Array.from({ length: 500 }, (_, number) => [`/made-up-${round}-${number}`, 1])
      await recordMissing(tally(Object.fromEntries(madeUp)), new Date(now.getTime() + round * 1_000))
    }
    const { total, cards } = await searchMissing(operator, '', 1)
    expect(total).toBe(2_000)
    expect(cards[0]?.path).toBe('/linked-in-print')
    expect(await listed('/made-up-0-')).toEqual([])
  })

  it('are forgotten after ninety days without anybody who asks', async () => {
    await recordMissing(tally({ '/old': 9 }), now)
    await recordMissing(tally({ '/new': 1 }), new Date(now.getTime() + 91 * DAY))
    expect(await listed()).toEqual([['/new', 1]])
  })

  it('are forgotten one by one, and come back when asked for again', async () => {
    await recordMissing(tally({ '/old': 9 }), now)
    await forgetMissing(operator, '/old')
    await forgetMissing(operator, '/old')
    expect(await listed()).toEqual([])
    await recordMissing(tally({ '/old': 1 }), now)
    expect(await listed()).toEqual([['/old', 1]])
  })

  it.each([
    ['author', null],
    ['moderator', null],
    ['commenter', null],
    ['editor', ['politics']],
  ] as const)('are kept from a %s (sections: %s)', async (role, sections) => {
    const viewer = { ...unsafeViewer({ id: 1, name: 'Somebody', role }), sections: sections && [...sections] }
    await expect(searchMissing(viewer as never, '', 1)).rejects.toThrow(Refused)
    await expect(forgetMissing(viewer as never, '/old')).rejects.toThrow(Refused)
  })
})
