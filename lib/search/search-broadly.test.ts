import { afterAll, beforeAll, expect, it } from 'vitest'
import { createArticle } from '../articles/article-commands'
import { isPublic } from '../articles/article-policy'
import { publish, unpublish } from '../articles/publishing-commands'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { unsafeOperator } from '../people/viewer'
import { saveSection } from '../site/site-commands'
import { findBroadly } from './search-broadly-sql'
import { unitsOf } from './search-units'

const operator = unsafeOperator()
/** By the day of their publication, which is another order than that of their ids. */
const DAYS = [5, 1, 9, 3, 8, 2, 7, 4, 6]
/** These say it in their headlines. */
const IN_HEADLINES = [2, 7, 4]

const ids = new Map<number, number>()
let fresh: FreshDatabase
beforeAll(async () => {
  fresh = openFreshDatabase()
  await saveSection(operator, { slug: 'world', name: 'World' })
  for (const day of DAYS) await write(day, IN_HEADLINES.includes(day) ? `Harbour ${day}` : `Day ${day}`)
  const other = await write(20, 'Another harbour', '')
  await unpublish(operator, other)
})
afterAll(() => fresh.close())

async function write(day: number, headline: string, text = 'The harbour was quiet.'): Promise<number> {
  const content = [{ type: 'paragraph' as const, content: text ? [{ type: 'text' as const, text }] : [] }]
  const body = { type: 'doc' as const, content }
  const { id } = await createArticle(operator, { section: 'world', language: 'en', headline, body })
  await publish(operator, id, { at: new Date(Date.UTC(2026, 0, day)) })
  ids.set(id, day)
  return id
}

function days(query: string, sort: 'relevance' | 'newest', limit = 20, offset = 0): (number | undefined)[] {
  const now = new Date()
  return findBroadly(unitsOf(query), isPublic(now), { sort, now, limit, offset }).map((id) => ids.get(id))
}

it('has those first whose headline has it, and of both the newest first', () => {
  expect(days('harbour', 'relevance')).toEqual([7, 4, 2, 9, 8, 6, 5, 3, 1])
})

it('has the newest first when asked', () => {
  expect(days('harbour', 'newest')).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1])
})

it('has the same order in pages of any size', () => {
  for (const sort of ['relevance', 'newest'] as const) {
    for (const size of [1, 2, 4, 5]) {
      const pages = Array.from({ length: Math.ceil(9 / size) }, (_, page) => days('harbour', sort, size, page * size))
      expect(pages.flat(), `${sort} ${size}`).toEqual(days('harbour', sort))
    }
  }
})

it('ends where nobody counts any further', () => {
  expect(days('harbour', 'newest', 20, 1_999)).toEqual([])
  expect(days('harbour', 'relevance', 20, 2_000)).toEqual([])
})

it('finds what only old articles have', () => {
  expect(days('"day 1"', 'newest')).toEqual([1])
  expect(days('"day 1"', 'relevance')).toEqual([1])
})
