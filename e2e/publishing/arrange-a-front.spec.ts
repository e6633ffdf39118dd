import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { launchFront, type Placement } from '@/lib/fronts/front-commands'
import { unsafeOperator } from '@/lib/people/viewer'
import { accessibilityProblems } from '../accessibility'
import { ed, mo, remy, somebody, wren } from '../cast'
import { expect, test } from '../fixtures'

const DESK = '/dashboard/fronts/home'

const { fronts } = JSON.parse(readFileSync(new URL('../../db/seed/newsroom.json', import.meta.url), 'utf8')) as {
  fronts: { home: Placement[] }
}

test.afterEach(async ({ newsroom: _ }) => {
  for (const [front, placements] of [
    ['home', fronts.home],
    ['culture', []],
  ] as [string, Placement[]][]) {
    await launchFront(unsafeOperator(), front, placements)
  }
})

const container = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true })
const cardsIn = (page: Page, title: string) => container(page, title).getByRole('heading', { level: 3 })
const finder = (page: Page) => page.getByRole('region', { name: 'Stories', exact: true })

async function find(page: Page, headline: string): Promise<void> {
  await page.getByLabel('Find by headline').fill(headline)
  await page.getByRole('button', { name: 'Find', exact: true }).click()
  await expect(finder(page).getByRole('paragraph').filter({ hasText: headline }).first()).toBeVisible()
}

async function add(page: Page, headline: string, to: string): Promise<void> {
  await find(page, headline)
  await page.getByLabel(`Where to put “${headline}”`).first().selectOption({ label: to })
  await page
    .getByRole('button', { name: `Add ${headline}` })
    .first()
    .click()
  await expect(page.getByText('The story is on the draft.')).toBeVisible()
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a story goes on the draft, is moved, and is before readers when the draft is made live', async ({
      page,
      newsroom,
      signIn,
      request,
    }) => {
      const story = await newsroom.publishArticle()
      await signIn(ed)
      await page.goto(DESK)
      await add(page, story.headline, 'Top news')
      const before = await cardsIn(page, 'Top news').allTextContents()
      expect(before[0]).toBe(story.headline)
      expect(await (await request.get('/')).text()).not.toMatch(
        new RegExp(`top news[^]*${story.headline}[^]*lead story`, 'i'),
      )

      await page.getByRole('button', { name: `Move down ${story.headline}` }).click()
      await expect(cardsIn(page, 'Top news').nth(1)).toHaveText(story.headline)
      await page.getByText(`Move to, replace ${story.headline}`).click()
      const card = page.getByRole('listitem', { name: story.headline, exact: true })
      await card.getByLabel('Move to', { exact: true }).selectOption({ label: 'Lead story' })
      await card.getByRole('button', { name: 'Move', exact: true }).click()
      await expect(cardsIn(page, 'Lead story')).toHaveText([story.headline])
      await expect(container(page, 'Lead story').getByText('No picture in a place for one.')).toBeVisible()

      await page.getByText(`Words and picture ${story.headline}`).click()
      await container(page, 'Lead story').getByLabel('Headline on this front').fill('The front says it shorter')
      await container(page, 'Lead story').getByRole('button', { name: 'Change the draft' }).click()
      await expect(cardsIn(page, 'Lead story')).toHaveText(['The front says it shorter'])

      await page.getByRole('link', { name: 'Preview' }).click()
      await expect(page.getByText('Preview of the draft.')).toBeVisible()
      await expect(page.getByRole('region', { name: 'Lead story' }).getByRole('heading')).toHaveText(
        'The front says it shorter',
      )
      expect(await (await request.get('/')).text()).not.toContain('The front says it shorter')

      await page.goto(DESK)
      await page.getByRole('button', { name: 'Make live' }).click()
      await expect(page.getByText('The front is live.')).toBeVisible()
      expect(await (await request.get('/')).text()).toContain('The front says it shorter')
    })

    test('a draft is thrown away; what was taken off and what was live before can be had again', async ({
      page,
      newsroom,
      signIn,
    }) => {
      const story = await newsroom.publishArticle()
      await signIn(ed)
      await page.goto(DESK)
      const [lead = ''] = await cardsIn(page, 'Lead story').allTextContents()
      await page.getByRole('button', { name: `Remove ${lead}` }).click()
      await expect(container(page, 'Lead story').getByText('Nothing placed')).toBeVisible()
      await page.getByRole('button', { name: 'Discard' }).click()
      await expect(page.getByText('The draft is gone.')).toBeVisible()
      await expect(cardsIn(page, 'Lead story')).toHaveText([lead])

      await add(page, story.headline, 'Lead story')
      await page.getByRole('button', { name: 'Make live' }).click()
      await expect(page.getByText('The front is live.')).toBeVisible()
      const removed = page.getByRole('region', { name: 'Taken off of late' })
      await expect(removed.getByRole('paragraph').first()).toHaveText(lead)
      await page
        .getByRole('button', { name: /^Take as draft/ })
        .first()
        .click()
      await expect(page.getByText('The earlier version is the draft now.')).toBeVisible()
      await expect(cardsIn(page, 'Lead story')).toHaveText([lead])
    })
  })
}

test('a story that stands there already is refused in words, and a container is filled from a section', async ({
  page,
  signIn,
  newsroom,
}) => {
  const story = await newsroom.publishArticle({ section: 'culture' })
  await signIn(ed)
  await page.goto('/dashboard/fronts/culture')
  await add(page, story.headline, 'Top stories')
  await page.getByRole('button', { name: `Add ${story.headline}` }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'already' })).toHaveText(
    'The article is in Top stories already.',
  )
  await page.getByRole('button', { name: 'Make live' }).click()
  await expect(page.getByText('The front is live.')).toBeVisible()
  await page.goto('/culture')
  await expect(page.getByRole('region', { name: 'Top stories' }).getByRole('heading')).toHaveText([story.headline])

  await page.goto(DESK)
  await page.getByText('Filled up from everything that is new').last().click()
  await container(page, 'Voices').getByLabel('Section').selectOption({ label: 'Sport' })
  await container(page, 'Voices').getByRole('button', { name: 'Fill up from this' }).click()
  await expect(page.getByText('Filled up from section sport')).toBeVisible()
})

test('a card is dragged to another place', async ({ page, signIn }) => {
  await page.setViewportSize({ width: 1280, height: 1500 })
  await signIn(ed)
  await page.goto(DESK)
  const before = await cardsIn(page, 'Top news').allTextContents()
  const cards = container(page, 'Top news').getByRole('listitem')
  await expect(cards.nth(1)).toHaveAttribute('draggable', 'true')
  const { height = 0 } = (await cards.nth(1).boundingBox()) ?? {}
  const targetPosition = { x: 150, y: height - 5 }
  await cards.nth(0).dragTo(cards.nth(1), { sourcePosition: { x: 150, y: 60 }, targetPosition })
  await expect(cardsIn(page, 'Top news')).toHaveText([before[1] as string, before[0] as string, ...before.slice(2)])
})

test('the draft that somebody changed meanwhile is not made live unseen', async ({
  page,
  browser,
  signIn,
  baseURL,
}) => {
  await signIn(ed)
  await page.goto(DESK)
  const [, second = ''] = await cardsIn(page, 'Top news').allTextContents()
  await page.getByRole('button', { name: `Move up ${second}` }).click()
  await expect(page.getByRole('button', { name: 'Make live' })).toBeVisible()
  const other = await browser.newContext({ baseURL })
  await signIn(somebody({ role: 'admin' }), other)
  const theirs = await other.newPage()
  await theirs.goto(DESK)
  await theirs.getByRole('button', { name: `Remove ${second}` }).click()
  await expect(theirs.getByText('The card was taken off.')).toBeVisible()
  await page.getByRole('button', { name: 'Make live' }).click()
  await expect(page.getByText('changed the draft after you opened it')).toBeVisible()
  await other.close()
})

test('breaking news stands above every page until it is taken down', async ({ page, signIn, request, newsroom }) => {
  const story = await newsroom.publishArticle()
  expect(await (await request.get('/latest')).text()).not.toContain('Breaking')
  await signIn(ed)
  await page.goto('/dashboard/fronts')
  await page.getByLabel('What is breaking').fill('The Skerry bridge is closed')
  await page.getByLabel('Leads to').selectOption({ label: story.headline })
  await page.getByRole('button', { name: 'Put up the strip' }).click()
  await expect(page.getByText('The strip is above every page.')).toBeVisible()
  await page.goto('/latest')
  await page.getByRole('link', { name: 'The Skerry bridge is closed' }).click()
  await expect(page).toHaveURL(story.address)
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    expect(await accessibilityProblems(page)).toEqual([])
  }
  await newsroom.unpublish(story.id)
  const strip = await (await request.get('/latest')).text()
  expect(strip).toContain('The Skerry bridge is closed')
  expect(strip).not.toContain(story.slug)
  await page.goto('/dashboard/fronts')
  await page.getByRole('button', { name: 'Take it down now' }).click()
  await expect(page.getByText('The strip is down.')).toBeVisible()
  expect(await (await request.get('/latest')).text()).not.toContain('The Skerry bridge is closed')
})

test('whoever may not arrange fronts finds nothing here', async ({ page, browser, baseURL, signIn }) => {
  for (const address of ['/dashboard/fronts', DESK, '/dashboard/preview/fronts/home']) {
    await page.goto(address)
    await expect(page, address).toHaveURL(/\/sign-in/)
  }
  for (const person of [wren, mo, remy]) {
    const context = await browser.newContext({ baseURL })
    await signIn(person, context)
    for (const address of ['/dashboard/fronts', DESK, '/dashboard/preview/fronts/home', '/dashboard/fronts/nowhere']) {
      expect((await context.request.get(address)).status(), `${person.name} ${address}`).toBe(404)
    }
    await context.close()
  }
})

for (const width of [390, 1280]) {
  test(`the desk of a front is accessible in both themes at ${width} pixels`, async ({ page, signIn }) => {
    await page.setViewportSize({ width, height: 900 })
    await signIn(ed)
    for (const address of ['/dashboard/fronts', DESK]) {
      await page.goto(address)
      for (const theme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
        expect(await accessibilityProblems(page), `${address} ${theme}`).toEqual([])
      }
      const isWide = await page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      )
      expect(isWide, address).toBe(false)
    }
  })
}
