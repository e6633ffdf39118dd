import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FreshDatabase } from '../../operating/fresh-database'
import { Refused } from '../../people/viewer'
import { createArticle } from '../article-commands'
import { publish, unpublish } from '../publishing-commands'
import { draft, openNewsroom, operator, person } from '../test-newsroom'
import { findAuthorNames, findTagNames } from './desk-lookups'

let fresh: FreshDatabase

const write = (more: object) => createArticle(operator, { ...draft(), ...more })

beforeAll(async () => {
  fresh = await openNewsroom()
  const { id } = await write({
    tags: ['Marram Dam', 'Dams of the north', 'Ålesund', '100% rain'],
    bylines: ['Zoë Hale'],
  })
  await publish(operator, id)
  const gone = await write({ tags: ['Dam breach'], bylines: ['Owen Hale'] })
  await publish(operator, gone.id)
  await unpublish(operator, gone.id)
  await write({ tags: ['Dam secret'] })
})
afterAll(() => fresh.close())

describe('tags that are offered', () => {
  it.each([
    ['dam', ['Marram Dam', 'Dams of the north']],
    ['Marram d', ['Marram Dam']],
    ['ales', ['Ålesund']],
    ['%', []],
    ['100%', ['100% rain']],
    ['_', []],
    ['ram', []],
    ['', []],
  ])('for “%s” are those of what readers can read', async (words, names) => {
    expect(await findTagNames(await person('author'), words)).toEqual(names)
  })
})

describe('authors that are offered', () => {
  it.each([
    ['hale', ['Owen Hale', 'Zoë Hale']],
    ['zoe', ['Zoë Hale']],
    ['Owen H', ['Owen Hale']],
    ['e', []],
  ])('for “%s” are those with such a name', async (words, names) => {
    expect(await findAuthorNames(operator, words)).toEqual(names)
  })
})

it('nobody else is offered anything', async () => {
  for (const role of ['commenter', 'moderator'] as const) {
    const viewer = await person(role)
    await expect(findTagNames(viewer, 'dam')).rejects.toThrow(Refused)
    await expect(findAuthorNames(viewer, 'hale')).rejects.toThrow(Refused)
  }
})
