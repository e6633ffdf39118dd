import type { Page } from '@playwright/test'
import { expectForEveryone, overflow } from '../accessibility'
import { expect, test } from '../fixtures'

const sizeOfText = (page: Page) =>
  page
    .locator('.story p')
    .last()
    .evaluate((text) => Number.parseFloat(getComputedStyle(text).fontSize))

test('the text of articles is set in one of four sizes, kept on the device', async ({ page }) => {
  await page.goto('/politics/flood-risk-papers')
  const sizes = page.getByRole('group', { name: 'Text size' }).getByRole('button')
  await expect(sizes).toHaveCount(4)
  await expect(sizes.nth(1)).toHaveAttribute('aria-pressed', 'true')
  const seen: number[] = []
  for (const index of [0, 1, 2, 3]) {
    await sizes.nth(index).click()
    await expect(sizes.nth(index)).toHaveAttribute('aria-pressed', 'true')
    seen.push(await sizeOfText(page))
  }
  expect(seen).toEqual([...seen].sort((one, other) => one - other))
  expect(new Set(seen).size).toBe(4)
  await page.goto('/politics/dam-timeline')
  expect(await sizeOfText(page)).toBe(seen[3])
  await expect(sizes.nth(3)).toHaveAttribute('aria-pressed', 'true')
})

test('a keyboard chooses too, and the largest fits a small phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 })
  await page.goto('/politics/flood-risk-papers')
  await page.getByRole('button', { name: 'Very large text' }).focus()
  await page.keyboard.press('Enter')
  await expectForEveryone(page)
  expect(await overflow(page)).toBeLessThanOrEqual(0)
})

test('however long the line of dates is, it ends before the sizes', async ({ page }) => {
  for (const width of [640, 1280]) {
    await page.setViewportSize({ width, height: 700 })
    await page.goto('/politics/flood-risk-papers')
    const sizes = await page.getByRole('group', { name: 'Text size' }).boundingBox()
    const lines = await page
      .locator('.byline p')
      .last()
      .evaluate((dates) => {
        dates.append(' · Updated 26 Nov 2026, 06:52 UTC · What changed'.repeat(2))
        const range = document.createRange()
        range.selectNodeContents(dates)
        return Array.from(range.getClientRects(), ({ right }) => right)
      })
    expect(lines.length).toBeGreaterThan(1)
    for (const right of lines) expect(right).toBeLessThanOrEqual(sizes?.x ?? 0)
  }
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('there is no choice that would do nothing', async ({ page }) => {
    await page.goto('/politics/flood-risk-papers')
    await expect(page.getByRole('group', { name: 'Text size' })).toBeHidden()
  })
})
