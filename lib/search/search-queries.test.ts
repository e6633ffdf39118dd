import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rewriteArticle } from '../articles/article-commands'
import { embargo, kill, publish, schedule, unpublish } from '../articles/publishing-commands'
import type { FreshDatabase } from '../operating/fresh-database'
import { inRenderScope, newRenderScope } from '../serving/render-scope'
import type { SearchParameters } from './search-input'
import { getSearchAuthors } from './search-queries'
import { find, headlines, openPaper, operator, published, search, write } from './test-searches'

let fresh: FreshDatabase
beforeEach(async () => {
  fresh = await openPaper()
})
afterEach(() => fresh.close())

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

describe('the pages', () => {
  it('hold twenty, and tell how many there are', async () => {
    for (let number = 1; number <= 21; number += 1) await published({ headline: `Goose number ${number}` })
    expect(await search({ q: 'goose' })).toMatchObject({ page: 1, pages: 2, total: 21 })
    expect((await search({ q: 'goose', page: '2' })).results).toHaveLength(1)
    expect(await search({ q: 'goose', page: '9' })).toMatchObject({ results: [], page: 9, pages: 2, total: 21 })
  })
})
