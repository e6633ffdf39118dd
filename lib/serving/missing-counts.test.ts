import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type MissingTally, MOST_TOLD } from '../reading/missing-tally'
import { MissingCounts } from './missing-counts'

type Asked = Parameters<MissingCounts['note']>[0]
const asked = (headers: Record<string, string> = {}, method = 'GET') => ({ method, headers }) as unknown as Asked

let told: MissingTally[]
let fails: boolean
let missing: MissingCounts
beforeEach(() => {
  told = []
  fails = false
  missing = new MissingCounts(async (tally) => {
    if (fails) throw new Error('The database is busy.')
    told.push(tally)
  }, 'paper.example')
})
afterEach(() => missing.close())

describe('MissingCounts', () => {
  it('counts by path, without the query, and tells each once', async () => {
    missing.note(asked({ referer: 'https://elsewhere.example/a?token=1' }), '/old?page=2')
    missing.note(asked({ referer: 'https://paper.example/news' }), '/old')
    await missing.flush()
    await missing.flush()
    expect(told.map((tally) => [...tally])).toEqual([[['/old', { count: 2, source: 'own' }]]])
  })

  it('keeps of a link no more than its site', async () => {
    missing.note(asked({ referer: 'https://elsewhere.example/someone/inbox?token=1' }), '/old')
    await missing.flush()
    expect(told[0]?.get('/old')?.source).toBe('elsewhere.example')
  })

  it.each([
    ['is only asked about', asked({}, 'HEAD'), '/old'],
    ['is fetched in case it is wanted', asked({ 'sec-purpose': 'prefetch' }), '/old'],
    ['holds a mailbox', asked(), '/unsubscribe/remy@cast.example'],
    ['holds a mailbox that is encoded', asked(), '/unsubscribe/remy%40cast.example'],
    ['is longer than any link', asked(), `/${'x'.repeat(300)}`],
  ])('passes over what %s', async (_, request, address) => {
    missing.note(request, address)
    await missing.flush()
    expect(told).toEqual([])
  })

  it('holds no more than it may, whatever is made up', async () => {
    for (let number = 0; number < MOST_TOLD * 3; number += 1) missing.note(asked(), `/made-up-${number}`)
    missing.note(asked(), '/made-up-0')
    await missing.flush()
    expect(told[0]?.size).toBe(MOST_TOLD)
    expect(told[0]?.get('/made-up-0')?.count).toBe(2)
  })

  it('tells again what could not be told', async () => {
    fails = true
    missing.note(asked(), '/old')
    await missing.flush()
    fails = false
    missing.note(asked(), '/old')
    await missing.flush()
    expect(told.map((tally) => tally.get('/old')?.count)).toEqual([2])
  })
})
