import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FreshDatabase } from '../operating/fresh-database'
import { find, openPaper, published, search } from './test-searches'

let fresh: FreshDatabase
beforeEach(async () => {
  fresh = await openPaper()
})
afterEach(() => fresh.close())

const ANYTHING = [
  '',
  ' ',
  '"',
  '""',
  '"""',
  '*',
  'a*',
  '-',
  '--',
  '-word',
  'AND',
  'OR',
  'NOT',
  'a AND',
  'NEAR(a b)',
  'headline:storm',
  '{headline body}: x',
  '^storm',
  'storm + day',
  "storm'; drop table articles; --",
  '%',
  '_',
  '\\',
  '\0',
  'a\0b',
  '\ud800',
  'storm \udfff',
  '(',
  ')',
  '(((((',
  '<script>alert(1)</script>',
  '\u202estorm',
  '😀',
  '🏳️‍🌈',
  'é'.repeat(500),
  'word '.repeat(2000),
  'x'.repeat(10_000),
  '中'.repeat(10_000),
  '"'.repeat(10_000),
  'ﷺ',
  'ß',
  'İ',
  '１２３',
  '\u0301',
  'ก',
  '가',
  'な',
]

describe('whatever is typed is a search', () => {
  it('and is answered, never refused', async () => {
    await published({ headline: 'Storm day' })
    for (const q of ANYTHING) expect((await search({ q })).total, JSON.stringify(q)).toBeLessThanOrEqual(1)
  })

  it('and operators are words', async () => {
    await published({ headline: 'Near and not or' })
    await published({ headline: 'Storm day' })
    expect(await find('NEAR AND NOT')).toEqual(['Near and not or'])
    expect(await find('storm OR near ')).toEqual([])
    expect(await find("storm'; drop table articles")).toEqual([])
  })
})
