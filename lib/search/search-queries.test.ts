import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createArticle, rewriteArticle } from '../articles/article-commands'
import type { ArticleDraft } from '../articles/article-input'
import { embargo, kill, publish, schedule, unpublish } from '../articles/publishing-commands'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { unsafeOperator } from '../people/viewer'
import { inRenderScope, newRenderScope } from '../serving/render-scope'
import { saveSection } from '../site/site-commands'
import { readSearch, type SearchParameters } from './search-input'
import { getSearchAuthors, searchArticles } from './search-queries'

const operator = unsafeOperator()

let fresh: FreshDatabase
beforeEach(async () => {
  fresh = openFreshDatabase()
  await saveSection(operator, { slug: 'world', name: 'World' })
  await saveSection(operator, { slug: 'sport', name: 'Sport' })
})
afterEach(() => fresh.close())

const paragraph = (text: string) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] })

async function write(draft: Partial<ArticleDraft> & { text?: string }): Promise<number> {
  const { text = 'Nothing much.', ...rest } = draft
  const body = { type: 'doc' as const, content: [paragraph(text)] }
  const { id } = await createArticle(operator, {
    section: 'world',
    language: 'en',
    headline: 'Untitled',
    body,
    ...rest,
  })
  return id
}

async function published(draft: Parameters<typeof write>[0], at = '2026-01-10T12:00:00Z'): Promise<number> {
  const id = await write(draft)
  await publish(operator, id, { at: new Date(at) })
  return id
}

const search = (parameters: SearchParameters) => searchArticles(readSearch(parameters))
const headlines = async (parameters: SearchParameters) =>
  (await search(parameters)).results.map(({ card }) => card.headline)
const find = (q: string) => headlines({ q })

describe('what is found', () => {
  it('has every word, in the headline, standfirst, body, tags or bylines', async () => {
    await published({
      headline: 'Harbour wall',
      standfirst: 'Storm damage',
      text: 'Repairs begin.',
      tags: ['Masonry'],
      bylines: ['Wren Ibsen'],
    })
    for (const q of ['harbour', 'storm', 'repairs', 'masonry', 'ibsen', 'HARBOUR ibsen repairs']) {
      expect(await find(q), q).toEqual(['Harbour wall'])
    }
    expect(await find('harbour submarine')).toEqual([])
  })

  it('has a phrase in its order, where that stands between quotation marks', async () => {
    await published({ headline: 'Fire in the port office' })
    await published({ headline: 'Office fire: port closed' })
    expect(await find('port office')).toHaveLength(2)
    expect(await find('"port office"')).toEqual(['Fire in the port office'])
    expect(await find('“port office”')).toEqual(['Fire in the port office'])
  })

  it('may have more after the beginning of the last word', async () => {
    await published({ headline: 'Referendum announced' })
    expect(await find('refer')).toEqual(['Referendum announced'])
    expect(await find('announced refer')).toEqual(['Referendum announced'])
    expect(await find('"refer"')).toEqual([])
  })

  it('has it in the singular or the plural', async () => {
    await published({ headline: 'One ferry sails' })
    await published({ headline: 'Two ferrys sail' })
    expect(await find('ferry sails ')).toHaveLength(2)
  })
})

describe('the order', () => {
  it('has headlines first', async () => {
    await published({ headline: 'A quiet day', text: 'Somebody mentioned the lighthouse. '.repeat(3) })
    await published({ headline: 'The lighthouse' })
    expect(await find('lighthouse')).toEqual(['The lighthouse', 'A quiet day'])
  })

  it('has the newer of two equals first, and the newest of all when asked', async () => {
    await published({ headline: 'Election day' }, '2020-05-05T12:00:00Z')
    await published({ headline: 'Election day', standfirst: 'New.' }, new Date(Date.now() - 86_400_000).toISOString())
    await published(
      { headline: 'A note', text: 'An election will be held.' },
      new Date(Date.now() - 1000).toISOString(),
    )
    const byRelevance = (await search({ q: 'election' })).results.map(({ card }) => card.standfirst || card.headline)
    expect(byRelevance).toEqual(['New.', 'Election day', 'A note'])
    expect(await headlines({ q: 'election', sort: 'newest' })).toEqual(['A note', 'Election day', 'Election day'])
  })
})

describe('the filters', () => {
  beforeEach(async () => {
    await published({ headline: 'Flood one', bylines: ['Wren Ibsen'] }, '2025-03-09T23:30:00Z')
    await published({ headline: 'Flood two', section: 'sport', bylines: ['Ed Moss'] }, '2025-03-10T23:30:00Z')
    await published({ headline: 'Flood three', section: 'sport' }, '2025-03-11T00:30:00Z')
  })

  it.each([
    [{ section: 'world' }, ['Flood one']],
    [{ author: 'ed-moss' }, ['Flood two']],
    [{ from: '2025-03-10' }, ['Flood three', 'Flood two']],
    [{ to: '2025-03-10' }, ['Flood two', 'Flood one']],
    [{ from: '2025-03-10', to: '2025-03-10' }, ['Flood two']],
    [{ section: 'sport', author: 'wren-ibsen' }, []],
    [{ section: 'nowhere' }, []],
    [{ from: '2025-02-30', section: ['world', 'sport'] }, ['Flood one']],
  ] as [SearchParameters, string[]][])('%j', async (filters, expected) => {
    expect(await headlines({ q: 'flood', sort: 'newest', ...filters })).toEqual(expected)
  })

  it('say so when only they keep something from being found', async () => {
    expect(await search({ q: 'flood', section: 'nowhere' })).toMatchObject({
      total: 0,
      isFilteredOut: true,
      correction: null,
    })
    expect(await search({ q: 'nothingness', section: 'world' })).toMatchObject({ total: 0, isFilteredOut: false })
  })

  it('offer the authors of public articles', async () => {
    await write({ bylines: ['Hidden Hand'] })
    expect((await getSearchAuthors('')).map(({ name }) => name)).toEqual(['Ed Moss', 'Wren Ibsen'])
    expect((await getSearchAuthors('wren-ibsen', 1)).map(({ name }) => name)).toEqual(['Wren Ibsen'])
  })
})

describe('what is hidden', () => {
  it('is neither found, nor counted, nor proposed', async () => {
    const moment = new Date(Date.now() + 3_600_000)
    await write({ headline: 'Draft zeppelin' })
    await schedule(operator, await write({ headline: 'Scheduled zeppelin' }), moment)
    const embargoed = await write({ headline: 'Embargoed zeppelin' })
    await embargo(operator, embargoed, moment)
    await publish(operator, embargoed)
    await unpublish(operator, await published({ headline: 'Unpublished zeppelin' }))
    await kill(operator, await published({ headline: 'Killed zeppelin' }), 'It was not so.')
    expect(await search({ q: 'zeppelin' })).toMatchObject({ results: [], total: 0, correction: null })
    expect(await search({ q: 'zepelin' })).toMatchObject({ results: [], total: 0, correction: null })
    await embargo(operator, embargoed, null)
    expect(await find('zeppelin')).toEqual(['Embargoed zeppelin'])
  })
})

describe('a change', () => {
  it('is found at once, and what was there before is not', async () => {
    const id = await published({ headline: 'Old words' })
    await rewriteArticle(operator, id, {
      section: 'world',
      language: 'en',
      headline: 'Fresh speech',
      tags: ['Rhetoric'],
    })
    expect(await find('words')).toEqual([])
    expect(await find('fresh')).toEqual(['Fresh speech'])
    expect(await find('rhetoric')).toEqual(['Fresh speech'])
    await unpublish(operator, id)
    expect(await find('fresh')).toEqual([])
    await publish(operator, id)
    expect(await find('fresh')).toEqual(['Fresh speech'])
  })

  it('reaches the pages that searched', async () => {
    const scope = newRenderScope()
    await inRenderScope(scope, () => search({ q: 'anything' }))
    expect([...scope.reads]).toEqual(expect.arrayContaining(['search', 'latest']))
  })
})

describe('a slip of the finger', () => {
  beforeEach(() => published({ headline: 'Parliament debates the harbour bridge', text: 'The vote is on Tuesday.' }))

  it.each([
    'parlament',
    'parliamment',
    'parliamemt',
    'paliament',
    'prliament',
    'parlaiment',
    'harbuor bridge',
    'parliament brigde',
  ])('is put right, and said: %s', async (q) => {
    const { results, correction } = await search({ q })
    expect(results.map(({ card }) => card.headline)).toEqual(['Parliament debates the harbour bridge'])
    expect(correction).toMatchObject({ is: 'instead' })
    expect(await search({ q: correction?.exactly })).toMatchObject({ total: 0, correction: null })
  })

  it('that is a word of few articles still finds the one that was meant, among the first three', async () => {
    await published({ headline: 'A harbor in Maine' })
    const { results, correction } = await search({ q: 'harbor' })
    expect(results.map(({ card }) => card.headline)).toContain('Parliament debates the harbour bridge')
    expect(correction).toMatchObject({ is: 'besides', words: 'harbour', exactly: '"harbor"' })
  })

  it('that makes another word of one in a headline finds the headline, and says what it looked for', async () => {
    await published({ headline: 'A year on the coast' })
    await published({ headline: 'Budget day', text: 'A year on the cost of the year.' })
    const { results, correction } = await search({ q: 'a year on the cost' })
    expect(results.map(({ card }) => card.headline)).toContain('A year on the coast')
    expect(correction).toMatchObject({ is: 'besides', words: 'a year on the coast' })
  })

  it('proposes no headline that nobody may read', async () => {
    const hidden = await published({ headline: 'A year on the coast' })
    await unpublish(operator, hidden)
    await published({ headline: 'Budget day', text: 'A year on the cost, and on a roast.' })
    const { correction } = await search({ q: 'a year on the cost' })
    expect(correction).toBeNull()
  })

  it('is not looked for between quotation marks', async () => {
    expect(await search({ q: '"parlament"' })).toMatchObject({ total: 0, correction: null })
  })
})

describe('the pages', () => {
  it('hold twenty, and tell how many there are', async () => {
    for (let number = 1; number <= 21; number += 1) await published({ headline: `Goose number ${number}` })
    expect(await search({ q: 'goose' })).toMatchObject({ page: 1, pages: 2, total: 21 })
    expect((await search({ q: 'goose', page: '2' })).results).toHaveLength(1)
    expect(await search({ q: 'goose', page: '9' })).toMatchObject({ results: [], page: 9, pages: 2, total: 21 })
  })
})

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
