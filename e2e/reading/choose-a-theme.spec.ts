import { accessibilityProblems } from '../accessibility'
import { expect, test } from '../fixtures'

const paper = () => getComputedStyle(document.documentElement).backgroundColor

test('a theme is chosen at the foot and kept on the device', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/')
  const light = await page.evaluate(paper)
  const choice = page.getByRole('combobox', { name: 'Theme' })
  await choice.selectOption('Dark')
  const dark = await page.evaluate(paper)
  expect(dark).not.toBe(light)
  expect(await accessibilityProblems(page)).toEqual([])
  await page.goto('/politics/flood-risk-papers')
  await expect(choice).toHaveValue('dark')
  expect(await page.evaluate(paper)).toBe(dark)
  await choice.selectOption('System')
  await page.reload()
  expect(await page.evaluate(paper)).toBe(light)
})

test('a page of one person follows the device, by a script that its policy names', async ({ request }) => {
  const html = await (await request.get('/reset?done')).text()
  expect(html).toMatch(/<script src="\/reader\/theme-[0-9A-Z]{8}\.js" nonce="[^"]+">/)
  expect(html).not.toContain('/reader/plain')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a theme is chosen with a form, and every page has it', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' })
    await page.goto('/politics')
    const light = await page.evaluate(paper)
    await page.getByRole('button', { name: 'Dark' }).click()
    // The form leads back to the page that it was on: only the paper tells that it has been sent.
    await expect.poll(() => page.evaluate(paper)).not.toBe(light)
    await expect(page).toHaveURL(/\/politics$/)
    const dark = await page.evaluate(paper)
    await page.goto('/')
    expect(await page.evaluate(paper)).toBe(dark)
    await page.getByRole('button', { name: 'System' }).click()
    await expect.poll(() => page.evaluate(paper)).toBe(light)
  })

  test('the page follows the system and offers no choice that would do nothing', async ({ page }) => {
    await page.goto('/')
    await expect(page.getByRole('combobox')).toHaveCount(0)
  })
})
