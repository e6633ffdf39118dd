import { afterEach, beforeEach, expect, it } from 'vitest'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { unsafeOperator } from '../people/viewer'
import { inRenderScope, newRenderScope } from '../serving/render-scope'
import { saveSection } from '../site/site-commands'
import { type Period, readPeriod } from './archive-period'
import { getDayPage, getDays, getMonths, getNeighbours } from './archive-queries'
import { createArticle } from './article-commands'
import { getCorrectionsPage } from './correction-queries'
import { correct, embargo, kill, publish, unpublish } from './publishing-commands'
import { wholeArticles } from './whole-articles'

const operator = unsafeOperator()
const ZONE = 'Europe/London'
const period = (name: string) => readPeriod(name, ZONE) as Period

let fresh: FreshDatabase
beforeEach(async () => {
  fresh = openFreshDatabase()
  await saveSection(operator, { slug: 'world', name: 'World' })
})
afterEach(() => fresh.close())

async function publishAt(at: string): Promise<number> {
  const { id } = await createArticle(operator, { section: 'world', language: 'en', headline: `Article of ${at}` })
  await publish(operator, id, { at: new Date(at) })
  return id
}

it('puts an article under the day of the newsroom, not of the machine', async () => {
  await publishAt('2025-06-30T23:30:00Z')
  expect(await getMonths(ZONE)).toEqual([{ name: '2025-07', count: 1 }])
  expect(await getDays(ZONE, period('2025-07'))).toEqual([{ name: '2025-07-01', count: 1 }])
  expect((await getDayPage(period('2025-07-01'), 1)).total).toBe(1)
  expect((await getDayPage(period('2025-06-30'), 1)).total).toBe(0)
})

it('leads from a day to the nearest ones that hold something', async () => {
  for (const day of ['2025-03-01', '2025-03-29', '2025-03-30', '2025-05-02']) await publishAt(`${day}T12:00:00Z`)
  expect(await getNeighbours(period('2025-03-29'), ZONE)).toEqual({ previous: '2025-03-01', next: '2025-03-30' })
  expect(await getNeighbours(period('2025-03-30'), ZONE)).toEqual({ previous: '2025-03-29', next: '2025-05-02' })
  expect(await getNeighbours(period('2025-03'), ZONE)).toEqual({ previous: null, next: '2025-05' })
  expect(await getNeighbours(period('2025'), ZONE)).toEqual({ previous: null, next: null })
})

it('neither counts nor leads to what is hidden', async () => {
  await publishAt('2025-03-10T12:00:00Z')
  const withdrawn = await publishAt('2025-03-09T12:00:00Z')
  const taken = await publishAt('2025-03-11T12:00:00Z')
  const embargoed = await publishAt('2025-03-12T12:00:00Z')
  await correct(operator, taken, { kind: 'correction', text: 'A year was wrong.' })
  expect((await getCorrectionsPage(1)).cards).toMatchObject([{ text: 'A year was wrong.' }])
  await kill(operator, withdrawn, 'Withdrawn.')
  await unpublish(operator, taken)
  await embargo(operator, embargoed, new Date(Date.now() + 86_400_000))
  await createArticle(operator, { section: 'world', language: 'en', headline: 'A draft' })
  expect(await getDays(ZONE, period('2025-03'))).toEqual([{ name: '2025-03-10', count: 1 }])
  expect(await getNeighbours(period('2025-03-10'), ZONE)).toEqual({ previous: null, next: null })
  expect((await getCorrectionsPage(1)).cards).toMatchObject([{ kind: 'withdrawal', text: 'Withdrawn.' }])
})

it('lists corrections and withdrawals by their time, and says until when that holds', async () => {
  const withdrawn = await publishAt('2025-03-09T12:00:00Z')
  const corrected = await publishAt('2025-03-10T12:00:00Z')
  await kill(operator, withdrawn, 'It was not so.')
  const soon = new Date(Date.now() + 60_000)
  await correct(operator, corrected, {
    kind: 'correction',
    text: 'Of last year.',
    at: new Date('2025-04-01T12:00:00Z'),
  })
  await correct(operator, corrected, { kind: 'note', text: 'To come.', at: soon })
  const scope = newRenderScope()
  const { cards, total } = await inRenderScope(scope, () => getCorrectionsPage(1))
  expect(cards.map(({ text }) => text)).toEqual(['It was not so.', 'Of last year.'])
  expect(total).toBe(2)
  expect(cards[0]?.publishedAt).toBeInstanceOf(Date)
  expect(scope.expiresAt).toBe(soon.getTime())
  // As it is found, and as it is remembered.
  for (const articleScope of [newRenderScope(), newRenderScope()]) {
    const [article] = await inRenderScope(articleScope, () => wholeArticles([corrected]))
    expect(article?.corrections.map(({ text }) => text)).toEqual(['Of last year.'])
    expect(articleScope.expiresAt).toBe(soon.getTime())
  }
})
