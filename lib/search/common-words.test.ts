import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Transaction } from '@/db/client'
import { articles } from '@/db/schema/articles'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { unsafeOperator } from '../people/viewer'
import { saveSection } from '../site/site-commands'
import { getSections } from '../site/site-queries'
import { write } from '../write'
import { markCommon } from './common-words-sql'
import { indexArticle } from './search-index'
import { telling, unitsOf } from './search-units'

const ARTICLES = 240
/** So many of them have “war”, which is a word like “the” in German. */
const OF_WAR = 20

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = openFreshDatabase()
  await saveSection(unsafeOperator(), { slug: 'world', name: 'World' })
  const [section] = await getSections()
  await write(async (tx) => {
    for (let number = 1; number <= ARTICLES; number += 1) await publishWithin(tx, section?.id as number, number)
  })
})
afterAll(() => fresh.close())

async function publishWithin(tx: Transaction, sectionId: number, number: number): Promise<void> {
  const headline = number <= OF_WAR ? 'War' : 'Peace'
  const at = new Date(2026, 0, 1)
  const body = { type: 'doc' as const, content: [{ type: 'paragraph', content: [{ type: 'text', text: 'The town' }] }] }
  const row = { sectionId, number, headline, slug: `said-${number}`, language: 'en', body, words: 2 }
  const values = {
    ...row,
    standfirst: 'The harbour of the town',
    state: 'published' as const,
    publishedAt: at,
    savedAt: at,
  }
  const [made] = await tx.insert(articles).values(values).returning({ id: articles.id })
  await indexArticle(tx, made?.id as number)
}

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
