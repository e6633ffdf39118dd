import { expectForEveryone, overflow } from '../accessibility'
import { expect, test } from '../fixtures'

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  for (const [width, name] of [
    [320, 'Menu'],
    [1280, 'More'],
  ] as const) {
    test(`the menu opens at ${width} pixels and leads on`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 })
      await page.goto('/')
      const menu = page.getByRole('navigation', { name: 'Menu' })
      await expect(menu).toBeHidden()
      await page.getByText(name, { exact: true }).click()
      await expect(menu.getByRole('link', { name: 'Sport' })).toBeVisible()
      expect(await overflow(page)).toBeLessThanOrEqual(0)
      await menu.getByRole('link', { name: 'Corrections' }).click()
      await expect(page).toHaveURL(/\/corrections$/)
    })
  }

  test('the front leads to all of the latest, the foot to everything', async ({ page }) => {
    await page.goto('/')
    await page.getByRole('link', { name: 'All latest' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Latest' })).toBeVisible()
    const foot = page.getByRole('contentinfo')
    for (const name of ['Politics', 'Latest', 'Archive', 'Corrections', 'RSS']) {
      const address = await foot.getByRole('link', { name, exact: true }).getAttribute('href')
      expect((await page.request.get(address as string)).status(), name).toBe(200)
    }
  })
})

test('the open menu is accessible in both themes', async ({ page }) => {
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    await page.goto('/politics')
    await page.locator('.menu summary').press('Enter')
    await expect(page.getByRole('navigation', { name: 'Menu' })).toBeVisible()
    await expectForEveryone(page)
  }
})

test('the row of sections is gone through by keyboard on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 })
  await page.goto('/')
  const sport = page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Sport' })
  await sport.focus()
  await expect(sport).toBeInViewport()
})
