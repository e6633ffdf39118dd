import { describe, expect, it } from 'vitest'
import { canonicalSearch, isDay, LONGEST_QUERY, oneLine, readSearch, searchQuery } from './search-input'

describe('readSearch', () => {
  it('takes what is there and leaves the rest at its default', () => {
    expect(readSearch({})).toEqual({
      ...{ query: '', isCut: false, section: '', author: '', from: '', to: '', sort: 'relevance', page: 1 },
    })
    expect(
      readSearch({ q: ' Floods  today ', section: 'world', from: '2026-02-28', sort: 'newest', page: '3' }),
    ).toEqual({
      ...{ query: 'Floods today', isCut: false, section: 'world', author: '', from: '2026-02-28', to: '' },
      ...{ sort: 'newest', page: 3 },
    })
  })

  it.each([
    { from: '2026-02-30', to: '26-1-1' },
    { sort: 'best', page: '0' },
    { page: '-1', section: 'x'.repeat(300) },
    { page: '1e9', from: '' },
  ])('takes %j for nothing', (parameters) => {
    expect(searchQuery(readSearch({ q: 'a', ...parameters }))).toBe('q=a')
  })

  it('takes the first of several', () => {
    expect(readSearch({ q: ['one', 'two'], page: ['2', '3'] })).toMatchObject({ query: 'one', page: 2 })
  })

  it('cuts what is too long between whole signs, and says so', () => {
    const { query, isCut } = readSearch({ q: '😀'.repeat(LONGEST_QUERY + 1) })
    expect({ query, isCut }).toEqual({ query: '😀'.repeat(LONGEST_QUERY), isCut: true })
    expect(readSearch({ q: 'x'.repeat(LONGEST_QUERY) }).isCut).toBe(false)
  })
})

describe('oneLine', () => {
  it.each([
    ['a\0b', 'a b'],
    ['a\r\n\tb', 'a b'],
    ['\ud800a\udfff', 'a'],
    ['😀', '😀'],
    ['\u202egnp.exe\u2066', 'gnp.exe'],
    ['e\u0301', 'é'],
    ['\ufeff\ufffd', ''],
  ])('makes %j into %j', (typed, line) => {
    expect(oneLine(typed)).toBe(line)
  })
})

it('knows the days of the calendar', () => {
  expect(['2024-02-29', '2025-02-29', '2026-13-01', '2026-1-1', '0000-00-00', 'today'].map(isDay)).toEqual([
    ...[true, false, false, false, false, false],
  ])
})

describe('canonicalSearch', () => {
  const canonical = (query: string) => {
    const given = new URLSearchParams(query)
    return canonicalSearch((name) => given.get(name))
  }

  it.each([
    ['section=&author=&from=&to=&sort=&q=floods', 'q=floods'],
    ['page=1&sort=relevance&q=a+b', 'q=a+b'],
    ['page=2&q=a&utm_source=x', 'q=a&page=2'],
    ['q=%00%ff', ''],
    ['q=a&from=2026-02-30&sort=newest', 'q=a&sort=newest'],
  ])('makes %s into %s', (query, expected) => {
    expect(canonical(query)).toBe(expected)
  })

  it('is its own canonical form, and keeps what tells that a query was cut', () => {
    for (const typed of ['x'.repeat(10_000), `${'ab '.repeat(5_000)}`, '洪'.repeat(10_000), '😀 '.repeat(3_000)]) {
      const once = canonical(new URLSearchParams({ q: typed }).toString())
      expect(canonical(once)).toBe(once)
      expect(once.length).toBeLessThan(3_000)
      expect(readSearch(Object.fromEntries(new URLSearchParams(once))).isCut).toBe(true)
    }
  })
})
