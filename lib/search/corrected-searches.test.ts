import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { unpublish } from '../articles/publishing-commands'
import type { FreshDatabase } from '../operating/fresh-database'
import { openPaper, operator, published, search } from './test-searches'

let fresh: FreshDatabase
beforeEach(async () => {
  fresh = await openPaper()
})
afterEach(() => fresh.close())

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
