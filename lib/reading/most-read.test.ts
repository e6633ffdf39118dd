import { afterEach, beforeEach, expect, it } from 'vitest'
import { database } from '@/db/client'
import { views } from '@/db/schema/reading'
import { createArticle } from '../articles/article-commands'
import { publish, unpublish } from '../articles/publishing-commands'
import { hourOf } from '../days'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { unsafeOperator } from '../people/viewer'
import { saveSection } from '../site/site-commands'
import { type ChangeKey, onChange } from '../write'
import { rankMostRead } from './most-read-commands'
import { getMostRead } from './most-read-queries'
import { forgetOldViews, recordViews } from './view-commands'

const operator = unsafeOperator()
const HOUR = 3_600_000
const NOW = new Date('2026-11-24T12:30:00Z')
const ago = (hours: number) => new Date(NOW.getTime() - hours * HOUR)

let fresh: FreshDatabase
let heard: ChangeKey[]
let stopListening: () => void
beforeEach(async () => {
  fresh = openFreshDatabase()
  await saveSection(operator, { slug: 'world', name: 'World' })
  heard = []
  stopListening = onChange((keys) => void heard.push(...keys))
})
afterEach(() => {
  stopListening()
  return fresh.close()
})

async function publishOne(headline: string): Promise<number> {
  const { id } = await createArticle(operator, { section: 'world', language: 'en', headline })
  await publish(operator, id, { at: ago(100) })
  return id
}

const headlines = async () => (await getMostRead()).map(({ headline }) => headline)
const timesRanked = () => heard.filter((key) => key === 'most-read').length

it('is empty where nobody read anything', async () => {
  await publishOne('Unread')
  await rankMostRead(NOW)
  expect(await headlines()).toEqual([])
  expect(timesRanked()).toBe(0)
})

it('ranks by the views of a day, added up over its hours', async () => {
  const [some, most] = [await publishOne('Some'), await publishOne('Most')]
  await recordViews(
    new Map([
      [some, 5],
      [most, 3],
    ]),
    ago(3),
  )
  await recordViews(
    new Map([
      [most, 3],
      [99_999, 50],
    ]),
    ago(1),
  )
  await rankMostRead(NOW)
  expect(await headlines()).toEqual(['Most', 'Some'])
})

it('looks back two days where one does not fill the list, and no further', async () => {
  const [old, older] = [await publishOne('Of yesterday'), await publishOne('Of last week')]
  await recordViews(new Map([[old, 1]]), ago(30))
  await recordViews(new Map([[older, 90]]), ago(49))
  await rankMostRead(NOW)
  expect(await headlines()).toEqual(['Of yesterday'])
})

it('counts one day alone where that fills the list', async () => {
  const yesterday = await publishOne('Of yesterday')
  await recordViews(new Map([[yesterday, 900]]), ago(30))
  for (let number = 1; number <= 11; number += 1) {
    await recordViews(new Map([[await publishOne(`Number ${number}`), number]]), ago(1))
  }
  await rankMostRead(NOW)
  expect(await headlines()).toEqual(Array.from({ length: 10 }, (_, index) => `Number ${11 - index}`))
})

it('tells pages only of another order', async () => {
  const [one, other] = [await publishOne('One'), await publishOne('Other')]
  await recordViews(
    new Map([
      [one, 2],
      [other, 1],
    ]),
    ago(1),
  )
  await rankMostRead(NOW)
  await recordViews(new Map([[one, 2]]), NOW)
  await rankMostRead(NOW)
  expect(timesRanked()).toBe(1)
  await recordViews(new Map([[other, 9]]), NOW)
  await rankMostRead(NOW)
  expect(timesRanked()).toBe(2)
  expect(await headlines()).toEqual(['Other', 'One'])
})

it('shows nothing that is no longer public, before it is ranked again and after', async () => {
  const id = await publishOne('Taken back')
  await recordViews(new Map([[id, 2]]), NOW)
  await rankMostRead(NOW)
  await unpublish(operator, id)
  expect(await headlines()).toEqual([])
  await rankMostRead(NOW)
  await publish(operator, id)
  expect(await headlines()).toEqual([])
})

it('forgets what is older than a year and a month', async () => {
  const id = await publishOne('Read for long')
  for (const hours of [24 * 401, 24 * 399]) await recordViews(new Map([[id, 1]]), ago(hours))
  await forgetOldViews(NOW)
  expect(await database().select().from(views)).toEqual([{ articleId: id, hour: hourOf(ago(24 * 399)), count: 1 }])
})
