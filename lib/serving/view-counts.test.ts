import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ViewCounts } from './view-counts'

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const reader = { method: 'GET', headers: { 'user-agent': FIREFOX } }

let told: Map<number, number>[]
let views: ViewCounts
beforeEach(() => {
  told = []
  views = new ViewCounts(async (counts) => void told.push(counts))
})
afterEach(() => views.close())

describe('ViewCounts', () => {
  it('counts by article, and tells each view once', async () => {
    views.note(reader, 1)
    views.note(reader, 1)
    views.note(reader, 2)
    await views.flush()
    await views.flush()
    expect(told).toEqual([
      new Map([
        [1, 2],
        [2, 1],
      ]),
    ])
  })

  it.each([
    ['a HEAD', { ...reader, method: 'HEAD' }],
    ['a page fetched in case it is wanted', { ...reader, headers: { ...reader.headers, 'sec-purpose': 'prefetch' } }],
    [
      'one fetched to be shown later',
      { ...reader, headers: { ...reader.headers, 'sec-purpose': 'prefetch;prerender' } },
    ],
    ['a search engine', { ...reader, headers: { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)' } }],
    ['a script', { ...reader, headers: { 'user-agent': 'curl/8.5.0' } }],
    ['a test of this kind', { ...reader, headers: { 'user-agent': 'Playwright/1.65.1 (x64) node/20.20' } }],
    ['who does not say', { ...reader, headers: {} }],
  ])('passes over %s', async (_, request) => {
    views.note(request, 1)
    await views.flush()
    expect(told).toEqual([])
  })

  it('keeps what could not be told', async () => {
    const handOn = vi.fn().mockRejectedValueOnce(new Error('The disk is full.')).mockResolvedValue(null)
    const stubborn = new ViewCounts(handOn)
    stubborn.note(reader, 7)
    await stubborn.flush()
    stubborn.note(reader, 7)
    await stubborn.close()
    expect(handOn).toHaveBeenLastCalledWith(new Map([[7, 2]]))
  })
})
