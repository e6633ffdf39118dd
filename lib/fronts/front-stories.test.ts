import { afterEach, beforeEach, expect, it } from 'vitest'
import { createArticle } from '../articles/article-commands'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { unsafeOperator } from '../people/viewer'
import { recordViews } from '../reading/view-commands'
import { saveSection } from '../site/site-commands'
import { findViewsOfHour } from './front-stories-sql'

const operator = unsafeOperator()
const NOW = new Date('2026-11-25T16:30:30Z')

let fresh: FreshDatabase
beforeEach(async () => {
  fresh = openFreshDatabase()
  await saveSection(operator, { slug: 'world', name: 'World' })
})
afterEach(() => fresh.close())

it('draws the last hour of a card by five minutes, and nothing that is older', async () => {
  const write = () => createArticle(operator, { section: 'world', language: 'en', headline: 'One' })
  const [{ id }, { id: unread }] = [await write(), await write()]
  for (const [moment, count] of [
    ['15:30', 40],
    ['15:31', 1],
    ['15:35', 2],
    ['15:36', 3],
    ['16:26', 4],
    ['16:30', 5],
  ] as const)
    await recordViews(new Map([[id, count]]), new Date(`2026-11-25T${moment}:10Z`))
  const found = await findViewsOfHour([id, unread], NOW)
  expect(found.get(id)).toEqual([3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9])
  expect(found.has(unread)).toBe(false)
})
