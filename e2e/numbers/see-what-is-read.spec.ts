import { recordReading } from '@/lib/reading/view-commands'
import { emptyTally } from '@/lib/reading/view-tally'
import { expectWellMadeAt } from '../accessibility'
import { ada, ed, mo, remy, wren } from '../cast'
import { expect, test } from '../fixtures'

const NUMBERS = '/dashboard/numbers'
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const HOUR = 3_600_000

/** As the counter tells it, so many hours ago. */
function readBy(id: number, count: number, hoursAgo = 0) {
  const tally = {
    ...emptyTally(),
    views: new Map([[id, count]]),
    sources: new Map([
      ['direct', new Map([[id, Math.ceil(count / 2)]])],
      ['own', new Map([[id, Math.ceil(count / 5)]])],
      ['www.google.com', new Map([[id, Math.ceil(count / 6)]])],
      ['bsky.app', new Map([[id, Math.ceil(count / 9)]])],
    ]),
    depths: new Map([[id, [count, count * 0.8, count * 0.5, count * 0.4, count * 0.3].map(Math.round)]]),
    readers: Math.ceil(count * 0.7),
  }
  return recordReading(tally, new Date(Date.now() - hoursAgo * HOUR))
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('an editor sees what is read, when, from where and how far, and takes it along', async ({
      page,
      newsroom,
      signIn,
    }) => {
      const story = await newsroom.publishArticle()
      await readBy(story.id, 4_000)
      await readBy(story.id, 3_000, 50)
      await signIn(ed)
      await page.goto('/dashboard')
      await page.getByRole('link', { name: 'Readers in numbers' }).first().click()
      await expect(page.getByRole('heading', { level: 1, name: 'Readers in numbers' })).toBeVisible()
      for (const name of ['Views by day', 'Views by hour', 'Where readers came from', 'How far it was read'])
        await expect(page.getByRole('img', { name, exact: false })).toBeVisible()
      const row = page.getByRole('region', { name: 'Most read' }).getByRole('row', { name: story.headline })
      await expect(row.getByRole('cell', { name: '7,000' })).toBeVisible()
      await expect(row.getByRole('cell', { name: '30 %' })).toBeVisible()
      const file = await page.request.get(
        (await page.getByRole('link', { name: 'Export stories' }).getAttribute('href')) as string,
      )
      expect(file.headers()['content-disposition']).toMatch(/attachment; filename="stories-/)
      expect(await file.text()).toContain(`"${story.headline}"`)

      await page.getByRole('link', { name: story.headline }).click()
      await expect(page.getByRole('heading', { level: 1, name: story.headline })).toBeVisible()
      await expect(page.getByText('7,000 views in 7 days')).toBeVisible()
      await page.getByRole('link', { name: 'Today' }).click()
      await expect(page.getByText('4,000 views today')).toBeVisible()
      await expect(
        page.getByText('4,000 views in the last 60 minutes, ▲ 4,000 more than in the 60 minutes before.', {
          exact: true,
        }),
      ).toBeVisible()
      await expect(page.getByRole('img', { name: 'Views by minute' })).toBeVisible()
      await expect(page.getByRole('img', { name: 'Views by hour' })).toBeVisible()
      await page.getByText('Figures of each step').click()
      await expect(
        page.getByRole('region', { name: 'How far' }).getByRole('row', { name: 'To the end' }),
      ).toContainText('30 %')
    })

    test('an editor sees what is read right now, and whether the day is like others', async ({
      page,
      newsroom,
      signIn,
    }) => {
      const story = await newsroom.publishArticle({ section: 'sport' })
      await readBy(story.id, 60_000)
      await readBy(story.id, 40_000, 1.5)
      for (const weeks of [1, 2, 3]) await readBy(story.id, weeks * 10, weeks * 7 * 24)
      await signIn(ed)
      await page.goto(`${NUMBERS}?days=1&section=sport`)
      const row = page.getByRole('region', { name: 'Read in the last 60 minutes' }).getByRole('row', {
        name: story.headline,
      })
      await expect(row).toContainText('▲ 20,000 more than in the hour before')
      await page.getByText('Figures of each minute').click()
      const minutes = page.getByRole('region', { name: 'Views by minute' }).getByRole('row')
      await expect(minutes).toHaveCount(61)
      await row.getByRole('link', { name: story.headline }).click()
      await expect(page.getByRole('heading', { level: 1, name: story.headline })).toBeVisible()
      await page.getByText('Figures of each hour').click()
      const hours = page.getByRole('region', { name: 'Views by hour' })
      await expect(hours.getByRole('row')).toHaveCount(25)
      await expect(hours.getByRole('columnheader', { name: /^Last 3 [A-Z][a-z]+days$/ })).toBeVisible()
      await expect(hours.getByRole('cell', { name: '10 to 30' })).toHaveCount(1)
    })

    test('a section is looked at alone', async ({ page, newsroom, signIn }) => {
      const [one, other] = [await newsroom.publishArticle(), await newsroom.publishArticle({ section: 'politics' })]
      await readBy(one.id, 30)
      await readBy(other.id, 40)
      await signIn(ed)
      await page.goto(NUMBERS)
      await page.getByRole('combobox', { name: 'Section' }).selectOption('politics')
      await page.getByRole('button', { name: 'Show' }).click()
      await expect(page).toHaveURL(/section=politics/)
      const list = page.getByRole('region', { name: 'Most read' })
      await expect(list.getByRole('row', { name: other.headline })).toBeVisible()
      await expect(list.getByRole('row', { name: one.headline })).toHaveCount(0)
    })
  })
}

test('readers are counted with where they came from and how far they read, kept page or not', async ({
  server,
  newsroom,
  page,
  signIn,
}) => {
  const { id, address } = await newsroom.publishArticle()
  const headers = { 'user-agent': FIREFOX, referer: 'https://www.bing.com/search' }
  for (let reader = 1; reader <= 3; reader += 1) await fetch(`${server.url}${address}`, { headers })
  const say = (query: string, more: Record<string, string> = {}) =>
    fetch(`${server.url}/api/depth?${query}`, { method: 'POST', headers: more })
  expect((await say(`article=${id}&from=-1&to=2`)).status).toBe(204)
  expect((await say(`article=${id}&from=-1&to=2`, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect((await say('article=x')).status).toBe(400)
  await expect.poll(() => newsroom.readersOf(id), { timeout: 30_000 }).toBe(3)
  await signIn(ada)
  await page.goto(`${NUMBERS}/${id}`)
  await page.getByText('Figures of each source').click()
  await expect(page.getByRole('region', { name: 'Sources' }).getByRole('row', { name: 'bing.com' })).toContainText('3')
  await page.getByText('Figures of each step').click()
  await expect(page.getByRole('region', { name: 'How far' }).getByRole('row', { name: 'Half' })).toContainText('100 %')
})

test.describe('a reader’s own browser', () => {
  test.use({ userAgent: FIREFOX })

  test('says how far an article was read when it is left, and nothing else', async ({ page, newsroom }) => {
    const paragraph = {
      type: 'paragraph' as const,
      content: [{ type: 'text' as const, text: 'A long story. '.repeat(60) }],
    }
    const content = Array.from({ length: 20 }, () => paragraph)
    const { address, id } = await newsroom.publishArticle({ body: { type: 'doc', content } })
    await page.goto(address)
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
    await page.waitForFunction(() => scrollY > 1000)
    const told = page.waitForRequest((request) => request.url().includes('/api/depth'))
    // Leaving the page does this, and ends it before a test can look.
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden' })
      document.dispatchEvent(new Event('visibilitychange'))
    })
    const request = await told
    expect(new URL(request.url()).search).toBe(`?article=${id}&from=-1&to=4`)
    expect(request.postData()).toBeNull()
  })
})

test('axe finds nothing in either theme, and it fits a phone', async ({ page, newsroom, signIn }) => {
  const story = await newsroom.publishArticle()
  for (const hoursAgo of [0, 2, 30, 60, 90]) await readBy(story.id, 50 + hoursAgo, hoursAgo)
  await signIn(mo)
  for (const address of [NUMBERS, `${NUMBERS}?days=1`, `${NUMBERS}?days=90`, `${NUMBERS}/${story.id}?days=1`]) {
    await page.goto(address)
    for (const summary of await page.locator('summary:visible').filter({ hasText: 'Figures' }).all())
      await summary.click()
    await expectWellMadeAt(page, address, [390, 1280])
  }
})

test('only the newsroom sees it', async ({ page, signIn, context }) => {
  await page.goto(NUMBERS)
  await expect(page).toHaveURL(/\/sign-in/)
  for (const [person, status] of [
    [remy, 404],
    [wren, 200],
    [ed, 200],
  ] as const) {
    await context.clearCookies()
    await signIn(person)
    expect((await page.goto(NUMBERS))?.status(), person.name).toBe(status)
  }
  expect((await page.goto(`${NUMBERS}/999999`))?.status()).toBe(404)
})
