import { bodyOf, paragraph, text } from '../bodies'
import { expect, test } from '../fixtures'

test.use({ colorScheme: 'dark' })

test('on paper stands the article and where it came from', async ({ page }) => {
  await page.goto('/politics/flood-risk-papers')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText(/Published .* UTC/)).toBeVisible()
  await expect(page.locator('[rel="bookmark"]').last()).toBeVisible()
  for (const name of ['Sections', 'Topics']) await expect(page.locator(`[aria-label="${name}"]`)).toBeHidden()
  await expect(page.locator('#comments')).toBeHidden()
  await expect(page.getByText('You may also like')).toBeHidden()
  await expect(page.locator('.actions').getByText('Email').first()).toBeHidden()
})

test('it is black on white, whatever the theme', async ({ page }) => {
  await page.goto('/politics/flood-risk-papers')
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
    'rgb(255, 255, 255)',
  )
})

test('a theme chosen on the device does not darken the paper', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('theme', 'dark'))
  await page.goto('/politics/flood-risk-papers')
  await page.emulateMedia({ media: 'print' })
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
    'rgb(255, 255, 255)',
  )
})

test('what only repeats the text is left out; a link shows where it leads', async ({ page, newsroom }) => {
  const words = 'Nobody could say they had not been told.'
  const link = { type: 'link' as const, attrs: { href: 'https://papers.example/1' } }
  const { address } = await newsroom.publishArticle({
    body: bodyOf(
      paragraph(`She said: “${words}”`),
      { type: 'pullQuote', attrs: { attribution: 'Ruth Calloway' }, content: text(words) },
      { type: 'paragraph', content: [{ type: 'text', text: 'The papers', marks: [link] }] },
    ),
  })
  await page.goto(address)
  await expect(page.locator('.pull-quote')).toHaveAttribute('aria-hidden', 'true')
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.pull-quote')).toBeHidden()
  const after = await page
    .getByRole('link', { name: 'The papers' })
    .evaluate((element) => getComputedStyle(element, '::after').content)
  expect(after).toContain('https://papers.example/1')
})
