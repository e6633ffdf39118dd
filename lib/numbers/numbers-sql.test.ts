import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import { sections } from '@/db/schema/articles'
import { viewMinutes, viewSources, views } from '@/db/schema/reading'
import { createArticle } from '../articles/article-commands'
import { firstHourOf, hourOf, lastDays, minuteOf } from '../days'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { Refused, unsafeOperator, unsafeViewer } from '../people/viewer'
import { rollUpViews } from '../reading/roll-up-commands'
import { recordReading, recordViews } from '../reading/view-commands'
import { emptyTally } from '../reading/view-tally'
import { saveSection } from '../site/site-commands'
import { type NumbersFilter, numbersFilterFrom, numbersQuery, takeaway } from './numbers'
import { numbersCsv } from './numbers-csv'
import { findMeasured, readNumbers } from './numbers-sql'
import { type UsualDay, usualTakeaway } from './usual-day'

const operator = unsafeOperator()
const NOW = new Date('2026-11-25T16:30:00Z')
const WEEK: NumbersFilter = { days: 7, section: '', articleId: null }
const at = (moment: string) => new Date(moment)

let fresh: FreshDatabase
let flood: number
let match: number
beforeEach(async () => {
  fresh = openFreshDatabase()
  for (const [slug, name] of [
    ['world', 'World'],
    ['sport', 'Sport'],
  ] as const)
    await saveSection(operator, { slug, name })
  flood = (await createArticle(operator, { section: 'world', language: 'en', headline: 'Flood' })).id
  match = (await createArticle(operator, { section: 'sport', language: 'en', headline: '=Match' })).id
})
afterEach(() => fresh.close())

const seen = (articleId: number, count: number, moment: string) =>
  recordViews(new Map([[articleId, count]]), at(moment))
const read = (filter: Partial<NumbersFilter> = {}, zone = 'UTC', viewer = operator) =>
  readNumbers(viewer, { ...WEEK, ...filter }, zone, NOW)

async function limitedTo(slug: string) {
  const [section] = await database().select({ id: sections.id }).from(sections).where(eq(sections.slug, slug))
  return unsafeViewer({ id: 1, name: 'Ed', role: 'editor', sections: [section?.id as number] })
}

describe('readNumbers', () => {
  beforeEach(async () => {
    await seen(flood, 5, '2026-11-25T09:10:00Z')
    await seen(flood, 2, '2026-11-25T09:50:00Z')
    await seen(match, 4, '2026-11-20T23:10:00Z')
    await seen(match, 10, '2026-11-18T12:00:00Z')
  })

  it('adds up by day, hour, section and article, and compares with the days before', () => {
    const numbers = read()
    expect(numbers).toMatchObject({ total: 11, before: 10 })
    expect(numbers.days.map(({ day, views: count }) => [day.slice(5), count])).toEqual([
      ['11-19', 0],
      ['11-20', 4],
      ['11-21', 0],
      ['11-22', 0],
      ['11-23', 0],
      ['11-24', 0],
      ['11-25', 7],
    ])
    expect(numbers.hours).toHaveLength(24)
    expect(numbers.hours?.filter(({ views: count }) => count > 0)).toEqual([
      { hour: '09', views: 7 },
      { hour: '23', views: 4 },
    ])
    expect(numbers.sections.map(({ slug, views: count }) => [slug, count])).toEqual([
      ['world', 7],
      ['sport', 4],
    ])
    expect(numbers.stories.map(({ headline }) => headline)).toEqual(['Flood', '=Match'])
    expect(takeaway(numbers, 7)).toBe('11 views in 7 days, 10 % more than in the 7 days before.')
  })

  it('takes the days of the newsroom’s zone', () => {
    expect(read({}, 'Asia/Tokyo').days.find(({ day }) => day === '2026-11-21')?.views).toBe(4)
    expect(read({}, 'Asia/Kolkata').days.at(-1)?.views).toBe(7)
  })

  it('shows of today the hours that have begun, and compares with yesterday up to now', async () => {
    await seen(flood, 3, '2026-11-24T16:10:00Z')
    await seen(flood, 90, '2026-11-24T17:10:00Z')
    const today = read({ days: 1 })
    expect(today).toMatchObject({ total: 7, before: 3 })
    expect(today.hours?.map(({ hour }) => hour).slice(-2)).toEqual(['15', '16'])
  })

  it('is of what is read now, by the minute, with the hour before it', async () => {
    await seen(flood, 3, '2026-11-25T15:31:00Z')
    await seen(flood, 4, '2026-11-25T16:30:10Z')
    await seen(flood, 1, '2026-11-25T15:30:59Z')
    await seen(match, 2, '2026-11-25T14:31:00Z')
    await seen(match, 9, '2026-11-25T14:30:00Z')
    const { lastHour } = read({ days: 1 })
    expect(lastHour).toMatchObject({ total: 7, before: 3 })
    expect(lastHour?.minutes).toHaveLength(60)
    expect([lastHour?.minutes.at(0), lastHour?.minutes.at(-1)]).toEqual([3, 4])
    expect(lastHour?.stories).toMatchObject([{ headline: 'Flood', views: 7, before: 1 }])
    expect(read({ days: 1, section: 'sport' }).lastHour).toMatchObject({ total: 0, before: 2, stories: [] })
    expect(read({ days: 1 }, 'UTC', await limitedTo('sport')).lastHour?.total).toBe(0)
    expect(read().lastHour).toBeNull()
  })

  it('forgets minutes that nothing is compared with any more', async () => {
    const [oldest] = await database().select().from(viewMinutes).orderBy(viewMinutes.minute).limit(1)
    expect(oldest?.minute).toBe(minuteOf(at('2026-11-18T12:00:00Z')))
    await seen(flood, 1, '2026-11-25T09:51:00Z')
    const rows = await database().select().from(viewMinutes).orderBy(viewMinutes.minute)
    expect(rows.map(({ minute, count }) => [minute - minuteOf(at('2026-11-25T09:00:00Z')), count])).toEqual([
      [10, 5],
      [50, 2],
      [51, 1],
    ])
  })

  it('is of a section or an article alone where that is asked', () => {
    expect(read({ section: 'sport' })).toMatchObject({ total: 4, before: 10 })
    expect(read({ articleId: flood }).total).toBe(7)
    expect(read({ section: 'nowhere' }).total).toBe(0)
  })

  it('shows those with limits their own sections, and who is no staff nothing', async () => {
    const sport = await limitedTo('sport')
    expect(read({}, 'UTC', sport)).toMatchObject({ total: 4 })
    expect(read({ section: 'world' }, 'UTC', sport).total).toBe(0)
    expect(read({ articleId: flood }, 'UTC', sport).total).toBe(0)
    expect(findMeasured(sport, flood)).toBeNull()
    expect(findMeasured(sport, match)?.section.slug).toBe('sport')
    const reader = unsafeViewer({ id: 2, name: 'Remy', role: 'commenter' })
    expect(() => read({}, 'UTC', reader)).toThrow(Refused)
    expect(() => findMeasured(reader, flood)).toThrow(Refused)
  })
})

describe('whether today is as usual', () => {
  const usual = (filter: Partial<NumbersFilter> = {}) => read({ days: 1, ...filter }).usual as UsualDay
  const ofHour = (hour: string, filter = {}) => usual(filter).hours.find((one) => one.hour === hour)

  it('puts every hour between the least and the most of the last four days of its name', async () => {
    for (const [weeks, count] of [
      [1, 10],
      [2, 30],
      [3, 20],
      [4, 25],
      [5, 900],
    ] as const)
      await seen(flood, count, new Date(NOW.getTime() - weeks * 7 * 86_400_000 - 2 * 3_600_000).toISOString())
    await seen(flood, 500, '2026-11-24T14:30:00Z')
    await seen(flood, 12, '2026-11-25T14:30:00Z')
    await seen(flood, 7, '2026-11-25T16:10:00Z')
    expect(usual()).toMatchObject({
      ...{ weekday: 'Wednesday', compared: 4, running: '16' },
      soFar: { today: 12, lowest: 10, highest: 30 },
    })
    expect(ofHour('14')).toEqual({ hour: '14', today: 12, lowest: 10, highest: 30 })
    expect(ofHour('16')).toEqual({ hour: '16', today: 7, lowest: 0, highest: 0 })
    expect(ofHour('17')?.today).toBeNull()
    expect(usualTakeaway(usual())).toBe('As usual: 12 by 16:00, where the last 4 Wednesdays had 10 to 30.')
    await seen(flood, 19, '2026-11-25T00:30:00Z')
    expect(usualTakeaway(usual())).toContain('More than usual: 31 by 16:00')
  })

  it('takes days on which nothing was read for none, of what is looked at', async () => {
    await seen(flood, 10, '2026-11-18T14:30:00Z')
    await seen(match, 3, '2026-11-25T14:30:00Z')
    expect(usualTakeaway(usual())).toBe('Fewer than usual: 3 by 16:00, where last Wednesday had 10.')
    expect(usual({ articleId: match })).toMatchObject({ compared: 0, soFar: { today: 3 } })
    expect(usualTakeaway(usual({ articleId: match }))).toContain('Nothing was read on an earlier Wednesday')
    expect(read().usual).toBeNull()
  })

  it('has nothing to say in the first hour of a day', () => {
    const midnight = readNumbers(operator, { ...WEEK, days: 1 }, 'UTC', at('2026-11-25T00:10:00Z')).usual as UsualDay
    expect(usualTakeaway({ ...midnight, compared: 2 })).toContain('first hour of the day')
  })
})

describe('a day on which the clocks change', () => {
  it('has its 25 hours, each counted once', async () => {
    for (const hour of ['2026-10-24T23:00', '2026-10-25T00:30', '2026-10-25T01:30', '2026-10-25T23:59'])
      await seen(flood, 1, `${hour}:00Z`)
    const numbers = readNumbers(operator, WEEK, 'Europe/London', at('2026-10-26T12:00:00Z'))
    expect(numbers.days.find(({ day }) => day === '2026-10-25')?.views).toBe(4)
    // One in the morning came twice.
    expect(numbers.hours?.find(({ hour }) => hour === '01')?.views).toBe(2)
  })
})

describe('recordReading', () => {
  const tally = () => ({
    ...emptyTally(),
    views: new Map([[flood, 3]]),
    sources: new Map([
      ['www.News.example:8080', new Map([[flood, 2]])],
      ['<script>', new Map([[flood, 1]])],
    ]),
    depths: new Map([[flood, [3, 2, 1, 1, 1]]]),
    readers: 2,
  })

  it('keeps sources by name, depths by step and readers by day, and says when the day ends', async () => {
    expect(await recordReading(tally(), NOW)).toBe(at('2026-11-26T00:00:00Z').getTime())
    await recordReading(tally(), NOW)
    const numbers = read()
    expect(numbers.sources).toEqual([
      { source: 'news.example', views: 4 },
      { source: 'other', views: 2 },
    ])
    expect(numbers.depth).toEqual({ opened: 6, quarter: 4, half: 2, threeQuarters: 2, whole: 2 })
    expect(numbers.days.at(-1)).toEqual({ day: '2026-11-25', views: 6, readers: 4 })
    expect(numbers.stories[0]).toMatchObject({ opened: 6, whole: 2 })
    expect(read({ section: 'world' }).days.at(-1)?.readers).toBeNull()
  })

  it('tells a bounded number of sources of an article apart', async () => {
    for (let batch = 0; batch < 5; batch += 1) {
      const sources = new Map<string, Map<number, number>>()
      for (let site = 0; site < 20; site += 1) sources.set(`s${batch}-${site}.example`, new Map([[flood, 1]]))
      await recordReading({ ...emptyTally(), views: new Map([[flood, 20]]), sources }, NOW)
    }
    const rows = await database().select().from(viewSources)
    expect(rows).toHaveLength(41)
    expect(rows.find(({ source }) => source === 'other')?.count).toBe(60)
  })

  it('passes over what is no article', async () => {
    const unknown = new Map([[99_999, 1]])
    await recordReading(
      { ...emptyTally(), views: unknown, sources: new Map([['a.example', unknown]]), depths: new Map([[99_999, [1]]]) },
      NOW,
    )
    expect(read().total).toBe(0)
  })
})

describe('rollUpViews', () => {
  it('leaves sums by day as they were, in one row a day, and touches nothing that is newer', async () => {
    for (const hour of ['00', '07', '23']) await seen(flood, 2, `2026-10-15T${hour}:00:00Z`)
    for (const hour of ['07', '23']) await seen(flood, 2, `2026-11-01T${hour}:00:00Z`)
    await rollUpViews(NOW)
    await rollUpViews(NOW)
    const rows = await database().select().from(views).orderBy(views.hour)
    const [day] = lastDays(1, at('2026-10-15T12:00:00Z'), 'UTC')
    expect(rows.map(({ hour, count }) => [hour, count])).toEqual([
      [firstHourOf(day as NonNullable<typeof day>), 6],
      [hourOf(at('2026-11-01T07:00:00Z')), 2],
      [hourOf(at('2026-11-01T23:00:00Z')), 2],
    ])
    const quarter = read({ days: 90 })
    expect(quarter.days.find(({ day: name }) => name === '2026-10-15')?.views).toBe(6)
    expect(quarter.hours).toBeNull()
  })
})

it('goes along as files that no spreadsheet takes for formulas', async () => {
  await seen(match, 4, '2026-11-25T09:10:00Z')
  const numbers = read()
  expect(numbersCsv(numbers, 'stories', 'https://paper.example')).toContain(
    '"\'=Match","Sport","https://paper.example/sport/',
  )
  for (const table of ['days', 'sections', 'sources'] as const)
    expect(numbersCsv(numbers, table, 'https://paper.example')).toMatch(/^\uFEFF"/)
})

it('reads and writes its address', () => {
  expect(numbersFilterFrom({ days: '30', section: 'sport' })).toEqual({ days: 30, section: 'sport', articleId: null })
  expect(numbersFilterFrom({ days: '31', section: ['a', 'b'] })).toEqual(WEEK)
  expect(numbersQuery({ days: 30, section: 'sport' })).toBe('days=30&section=sport')
  expect(numbersQuery(WEEK)).toBe('')
})
