import { afterAll, beforeAll, expect, it } from 'vitest'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { write } from '../write'
import { markCommon } from './common-words-sql'
import { putIntoIndex } from './search-sql'
import { telling, unitsOf } from './search-units'

const ARTICLES = 240
/** So many of them have “war”, which is a word like “the” in German. */
const OF_WAR = 20

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = openFreshDatabase()
  const empty = { standfirst: '', tags: '', bylines: '' }
  await write(async (tx) => {
    for (let id = 1; id <= ARTICLES; id += 1)
      await putIntoIndex(tx, id, {
        ...empty,
        headline: id <= OF_WAR ? 'war' : 'peace',
        body: 'the harbour of the town',
      })
  })
})
afterAll(() => fresh.close())

const tellingOf = (query: string) => telling(markCommon(unitsOf(query))).map(({ typed }) => typed)

it('leaves out words that carry a sentence and that nearly every article has', () => {
  expect(tellingOf('the war of the harbour ')).toEqual(['war', 'harbour'])
})

it('keeps what carries a sentence elsewhere, what is no such word however many have it, and what was quoted', () => {
  expect(tellingOf('civil war ')).toEqual(['civil', 'war'])
  expect(tellingOf('town "the"')).toEqual(['town', 'the'])
})

it('keeps everything where there is nothing else', () => {
  expect(tellingOf('of the ')).toEqual(['of', 'the'])
  expect(tellingOf('the')).toEqual(['the'])
})
