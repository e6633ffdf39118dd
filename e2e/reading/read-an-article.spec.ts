import { expectForEveryone, overflow } from '../accessibility'
import { inWords } from '../bodies'
import { expect, test } from '../fixtures'

const ARTICLE = '/politics/flood-risk-papers'

test('an article has all its parts, in order', async ({ page }) => {
  await page.goto(ARTICLE)
  await expect(page).toHaveTitle(/Ministers knew of flood risk/)
  const article = page.getByRole('main').getByRole('article').first()
  await expect(article.getByRole('heading', { level: 1 })).toHaveText(/Ministers knew of flood risk for years/)
  await expect(article.getByText('Internal warnings sent to three departments').first()).toBeVisible()
  await expect(article.getByRole('link', { name: 'Priya Natarajan' })).toHaveAttribute(
    'href',
    '/author/priya-natarajan',
  )
  await expect(article.getByText(/Published .* UTC · Updated .* UTC · \d+ min read/)).toBeVisible()
  await expect(article.getByRole('img', { name: /pale concrete dam/ })).toBeVisible()
  await expect(article.getByRole('heading', { name: 'Key points' })).toBeVisible()
  await expect(article.getByRole('heading', { level: 2, name: 'What the papers say' })).toBeVisible()
  // It repeats the text, so that it is there for the eye alone.
  await expect(article.locator('blockquote')).toContainText('We wrote it down')
  await expect(article.getByRole('blockquote')).toHaveCount(0)
  await expect(article.getByRole('navigation', { name: 'Topics' }).getByRole('link')).toHaveText([
    ...['#Floods', '#Marram Dam', '#Parliament', '#Investigation'],
  ])
  await expect(page.getByRole('region', { name: 'You may also like' }).getByRole('article')).toHaveCount(4)
  await expect(page.getByRole('region', { name: /Comments/ })).toBeVisible()
})

test('its picture comes in the size and format that suit', async ({ page }) => {
  await page.goto(ARTICLE)
  const picture = page.getByRole('img', { name: /pale concrete dam/ })
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
  expect(await picture.evaluate((image: HTMLImageElement) => image.currentSrc)).toMatch(/dam-morning-\d+\.avif$/)
})

test('an article that names no standfirst of its own says its first paragraph once', async ({ page, newsroom }) => {
  const text = 'The harbour froze in the night.'
  const { address } = await newsroom.publishArticle({ standfirst: text, body: inWords(text) })
  await page.goto(address)
  await expect(page.getByRole('main').getByText(text)).toHaveCount(1)
})

test('a correction stands above the text and at its foot', async ({ page }) => {
  await page.goto('/business/ferry-strike-called-off')
  await expect(page.getByRole('note', { name: 'Correction' })).toHaveCount(2)
})

test('a table can be scrolled by keyboard', async ({ page }) => {
  await page.goto('/politics/budget-arithmetic')
  await expect(page.getByRole('region', { name: 'Table' })).toHaveAttribute('tabindex', '0')
  await expect(page.getByRole('columnheader', { name: 'Next year' })).toBeVisible()
})

test('an old article says how old it is', async ({ page, newsroom }) => {
  const { address } = await newsroom.publishArticle({}, new Date(Date.now() - 70 * 86_400_000))
  await page.goto(address)
  await expect(page.getByText('This article is more than 2 months old')).toBeVisible()
})

test('it reads from right to left when it is written so', async ({ page, newsroom }) => {
  const { address } = await newsroom.publishArticle({ headline: 'أخبار الميناء', language: 'ar', direction: 'rtl' })
  await page.goto(address)
  const article = page.getByRole('main').getByRole('article').first()
  await expect(article).toHaveAttribute('dir', 'rtl')
  await expect(article).toHaveAttribute('lang', 'ar')
})

test('markup in a text is text', async ({ page, newsroom }) => {
  const hostile = '<script>document.title="stolen"</script><img src=x onerror=alert(1)>'
  const { address } = await newsroom.publishArticle({
    headline: `“Quoted” ${hostile}`,
    standfirst: hostile,
    tags: ['<b>tag'],
    body: inWords(hostile),
  })
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`“Quoted” ${hostile}`)
  expect(await page.title()).not.toBe('stolen')
})

test('axe finds nothing in either theme', async ({ page }) => {
  await page.goto(ARTICLE)
  await expectForEveryone(page)
})

test('at 320 px nothing sticks out', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 })
  for (const address of [ARTICLE, '/politics/budget-arithmetic', '/sport/rovers-hold-carrick']) {
    await page.goto(address)
    expect(await overflow(page), address).toBeLessThanOrEqual(0)
  }
})
