import type { Page } from '@playwright/test'
import { expectForEveryone, expectToFit, overflow } from '../accessibility'
import { expect, test } from '../fixtures'
import { htmlProblems } from '../valid-html'

/** Each kind of page that readers see. */
const TEMPLATES = {
  front: '/',
  section: '/politics',
  'opinion section': '/opinion',
  article: '/politics/flood-risk-papers',
  explainer: '/politics/dam-timeline',
  'article with a table': '/sport/rovers-hold-carrick',
  tag: '/tag/floods',
  author: '/author/priya-natarajan',
  'guest author': '/author/ruth-calloway',
  latest: '/latest',
  archive: '/archive',
  'archive of a year': '/archive/2026',
  corrections: '/corrections',
  'article with a gallery': '/culture/year-in-ten-drawings',
  'article with contents': '/culture/library-all-night',
  'article from right to left': '/business/dukkan-al-azrar',
  saved: '/saved',
  offline: '/offline',
  'empty search': '/search',
  search: '/search?q=flood&section=politics',
  'search that finds nothing': '/search?q=zzyzx',
  'not found': '/politics/nowhere',
}

/** Words of which a part can neither be seen nor be scrolled to. */
function cutOff(): string[] {
  const holders = [...document.body.querySelectorAll<HTMLElement>('*')].filter((element) => {
    if (!element.checkVisibility() || element.closest('.unseen, .skip, svg, [hidden]')) return false
    const { overflowX, overflowY, clipPath } = getComputedStyle(element)
    if (clipPath !== 'none' || element.textContent?.trim() === '') return false
    const isClipped = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
    return (
      (isClipped(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
      (isClipped(overflowY) && element.scrollHeight > element.clientHeight + 1)
    )
  })
  return holders.map(
    ({ localName, className, textContent: innerText }) => `${localName}.${className} “${innerText.slice(0, 40)}”`,
  )
}

/** That nothing sticks out or is cut off with letters twice as large, at the width that the page has. */
async function expectLargeLettersToFit(page: Page): Promise<void> {
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
  expect(await overflow(page), 'large letters').toBeLessThanOrEqual(0)
  expect(await page.evaluate(cutOff), 'large letters').toEqual([])
}

/** How far the page has moved since it began to load. */
const shifts = (page: Page) => page.evaluate(() => (window as unknown as { shifts: { sum: number } }).shifts.sum)

for (const [name, address] of Object.entries(TEMPLATES)) {
  test(`the HTML of ${name} is valid`, async ({ request }) => {
    expect(await htmlProblems(await (await request.get(address)).text())).toEqual([])
  })

  test(`${name} does not move while it loads, is for everyone in both themes, and fits a wide screen`, async ({
    page,
  }) => {
    await page.addInitScript(() => {
      const shifts = { sum: 0 }
      Object.assign(window, { shifts })
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.sum += (entry as unknown as { value: number }).value
      }).observe({ type: 'layout-shift', buffered: true })
    })
    await page.goto(address, { waitUntil: 'networkidle' })
    expect(await shifts(page)).toBeLessThanOrEqual(0.01)
    await expectForEveryone(page)
    await expectToFit(page, name, [1024, 2560, 1280])
    await expectLargeLettersToFit(page)
  })

  test(`${name} fits a phone and a tablet, and with letters twice as large`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 })
    await page.goto(address)
    await expectToFit(page, name, [320, 390, 768, 320])
    await expectLargeLettersToFit(page)
  })
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the paper is read from the front to the foot', async ({ page }) => {
    await page.goto('/')
    await expect(page.getByRole('link', { name: /Ministers knew of flood risk/ })).toBeVisible()
    await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Sport' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Sport' })).toBeVisible()
    await page.getByRole('link', { name: /Rovers hold Carrick/ }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Rovers hold Carrick/)
    await page.getByRole('navigation', { name: 'Topics' }).getByRole('link', { name: '#Football' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '#Football' })).toBeVisible()
  })
})

test('a keyboard reaches everything, and shows where it is', async ({ page }) => {
  await page.goto('/politics/flood-risk-papers')
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to main content' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#main$/)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('main').getByRole('link').first()).toBeFocused()
})
