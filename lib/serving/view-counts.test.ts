import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ViewTally } from '../reading/view-tally'
import { ViewCounts } from './view-counts'

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const TOMORROW = Date.now() + 86_400_000

type Asked = Parameters<ViewCounts['note']>[0]
const asked = (headers: Record<string, string> = {}, { method = 'GET', remoteAddress = '192.0.2.1' } = {}) =>
  ({ method, headers: { 'user-agent': FIREFOX, ...headers }, socket: { remoteAddress } }) as unknown as Asked
const reader = asked()

let told: ViewTally[]
let views: ViewCounts
const counting = (handOn: (tally: ViewTally) => Promise<number>, proxies = 0) =>
  new ViewCounts(handOn, { host: 'paper.example', proxies })
beforeEach(() => {
  told = []
  views = counting(async (tally) => {
    told.push(tally)
    return TOMORROW
  })
})
afterEach(() => views.close())

describe('ViewCounts', () => {
  it('counts by article, and tells each view once', async () => {
    views.note(reader, 1)
    views.note(reader, 1)
    views.note(reader, 2)
    await views.flush()
    await views.flush()
    expect(told.map((tally) => [...tally.views])).toEqual([
      [
        [1, 2],
        [2, 1],
      ],
    ])
  })

  it.each([
    ['a HEAD', asked({}, { method: 'HEAD' })],
    ['a page fetched in case it is wanted', asked({ 'sec-purpose': 'prefetch' })],
    ['one fetched to be shown later', asked({ 'sec-purpose': 'prefetch;prerender' })],
    ['a search engine', asked({ 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)' })],
    ['a script', asked({ 'user-agent': 'curl/8.5.0' })],
    ['a test of this kind', asked({ 'user-agent': 'Playwright/1.65.1 (x64) node/20.20' })],
    ['who does not say', asked({ 'user-agent': '' })],
  ])('passes over %s', async (_, request) => {
    views.note(request, 1)
    await views.flush()
    expect(told).toEqual([])
  })

  it('keeps what could not be told', async () => {
    const handOn = vi.fn().mockRejectedValueOnce(new Error('The disk is full.')).mockResolvedValue(TOMORROW)
    const stubborn = counting(handOn)
    stubborn.note(reader, 7)
    await stubborn.flush()
    stubborn.note(reader, 7)
    await stubborn.close()
    const [tally] = handOn.mock.lastCall as [ViewTally]
    expect(tally.views).toEqual(new Map([[7, 2]]))
    expect(tally.readers).toBe(1)
  })

  it('tells from where readers came, the paper itself being one source', async () => {
    for (const referer of ['https://news.example/a?b', 'https://paper.example/politics', 'https://paper.example', ''])
      views.note(asked({ referer }), 1)
    await views.flush()
    expect(told[0]?.sources).toEqual(
      new Map([
        ['news.example', new Map([[1, 1]])],
        ['own', new Map([[1, 2]])],
        ['direct', new Map([[1, 1]])],
      ]),
    )
  })

  it('tells a bounded number of sources apart, whatever is made up', async () => {
    for (let site = 0; site < 5_000; site += 1) views.note(asked({ referer: `https://site-${site}.example/` }), 1)
    await views.flush()
    expect(told[0]?.sources.size).toBe(201)
    expect(told[0]?.sources.get('other')?.get(1)).toBe(4_800)
  })

  it('knows about how many readers came, each once a day, and nobody again the day after', async () => {
    const ends = [TOMORROW, Date.now() - 1, TOMORROW]
    const counts: number[] = []
    const daily = counting(async (tally) => {
      counts.push(tally.readers)
      return ends.shift() as number
    })
    const visit = () => {
      for (let one = 0; one < 50; one += 1) daily.note(asked({}, { remoteAddress: `192.0.2.${one}` }), 1)
      return daily.flush()
    }
    // The third time ends the day, which the second learned of.
    for (let time = 0; time < 4; time += 1) await visit()
    await daily.close()
    const [first = 0, second, third, fourth = 0] = counts
    expect(Math.abs(first - 50)).toBeLessThanOrEqual(2)
    expect([second, third]).toEqual([0, 0])
    expect(Math.abs(fourth - 50)).toBeLessThanOrEqual(2)
  })

  it('believes as many proxies as there are, and nobody before them', async () => {
    const behind = counting(async (tally) => {
      told.push(tally)
      return TOMORROW
    }, 2)
    for (const said of ['1.1.1.1, 192.0.2.7, 10.0.0.1', '9.9.9.9, 192.0.2.7, 10.0.0.1', '192.0.2.8, 10.0.0.1'])
      behind.note(asked({ 'x-forwarded-for': said }), 1)
    await behind.close()
    expect(told[0]?.readers).toBe(2)
  })

  it('adds how far an article was read, by what is new of it, for articles that were shown', async () => {
    views.note(reader, 1)
    views.noteDepth(1, -1, 2)
    views.noteDepth(1, 2, 4)
    views.noteDepth(2, -1, 4)
    await views.flush()
    expect(told[0]?.depths).toEqual(new Map([[1, [1, 1, 1, 1, 1]]]))
  })
})
