import { describe, expect, it } from 'vitest'
import { BadParameter, readArticleQuestion, readNameQuestion, readSearchQuestion } from './parameters'

const ask = (query: string) => readArticleQuestion(new URLSearchParams(query))

describe('readArticleQuestion', () => {
  it('asks for the newest twenty where nothing is said', () => {
    expect(ask('')).toMatchObject({ limit: 20, after: undefined })
    expect(ask('limit=&since=&cursor=')).toMatchObject({ limit: 20, after: undefined })
  })

  it('takes a day, and a moment of any distance from UTC', () => {
    const { filter } = ask('since=2026-11-24&until=2026-11-24T06:30:00%2B05:30')
    expect(filter.since).toEqual(new Date('2026-11-24T00:00:00Z'))
    expect(filter.until).toEqual(new Date('2026-11-24T01:00:00Z'))
  })

  it('takes names and languages as they are', () => {
    expect(ask('section=world&tag=floods&author=ada&language=pt-BR&limit=100')).toMatchObject({
      filter: { section: 'world', tag: 'floods', author: 'ada', language: 'pt-BR' },
      limit: 100,
    })
  })

  it.each([
    ['limit', '0'],
    ['limit', '101'],
    ['limit', '1.5'],
    ['limit', '-1'],
    ['limit', 'ten'],
    ['since', 'yesterday'],
    ['since', '2026-02-30'],
    ['until', '2026-11-24T06:00:00'],
    ['until', '1790000000'],
    ['language', 'e'],
    ['language', "en' or 1=1"],
    ['language', 'en_%'],
    ['section', 'x'.repeat(201)],
    ['cursor', 'nonsense'],
  ])('says what is wrong with %s=%s', (parameter, value) => {
    try {
      ask(new URLSearchParams({ [parameter]: value }).toString())
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(BadParameter)
      expect(error).toMatchObject({ parameter, value })
      expect((error as BadParameter).expected).not.toBe('')
    }
  })
})

it('refuses a cursor of another list', () => {
  const cursor = Buffer.from('12.3').toString('base64url')
  expect(ask(`cursor=${cursor}`).after).toEqual({ publishedAt: new Date(12), id: 3 })
  expect(() => readNameQuestion(new URLSearchParams({ cursor }))).toThrow(BadParameter)
})

describe('readSearchQuestion', () => {
  const search = (query: string) => readSearchQuestion(new URLSearchParams(query))

  it('takes any text for a search', () => {
    for (const q of ['', 'rain', '"', 'a AND (b', '\0', '😀'.repeat(10_000)]) {
      expect(search(new URLSearchParams({ q }).toString()).limit).toBe(20)
    }
    expect(search('q=%20Floods++today&section=world&from=2026-02-28&sort=newest').search).toMatchObject({
      ...{ query: 'Floods today', section: 'world', from: '2026-02-28', sort: 'newest', page: 1 },
    })
  })

  it.each(['from=yesterday', 'to=2026-02-30', 'sort=oldest', 'limit=101', 'cursor=MTIuMw'])('refuses %s', (query) => {
    expect(() => search(`q=rain&${query}`)).toThrow(BadParameter)
  })
})
