import { expectWellMadeAt } from '../accessibility'
import { expect, test } from '../fixtures'

test.beforeAll(async ({ newsroom }) => {
  for (let number = 1; number <= 21; number += 1) {
    await newsroom.publishArticle({ headline: `Cormorant census, part ${number}` })
  }
  await newsroom.publishArticle({ headline: 'Quartermaster of the observatory retires', bylines: ['Tova Lind'] })
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a reader searches, narrows, and goes on to the next page', async ({ page }) => {
    await page.goto('/search')
    await expect(page).toHaveTitle(/^Search/)
    const field = page.getByRole('searchbox', { name: 'Search' })
    await field.fill('cormorant census')
    await field.press('Enter')
    await expect(page).toHaveTitle(/^cormorant census: search/)
    await expect(field).toHaveValue('cormorant census')
    await expect(page.getByText('21 results')).toBeVisible()
    await expect(page.locator('mark').first()).toHaveText('Cormorant')
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Page 2' }).click()
    await expect(page).toHaveTitle(/^cormorant census: search, page 2 of 2/)
    await expect(page.getByRole('main').getByRole('article')).toHaveCount(1)

    await page.getByText('Narrow and sort').click()
    await page.getByLabel('From').fill('2031-01-01')
    await page.getByLabel('Order').selectOption('newest')
    await page.getByRole('button', { name: 'Search' }).click()
    await expect(page.getByRole('heading', { name: 'Nothing was found for' })).toBeVisible()
    await expect(page.getByLabel('From')).toHaveValue('2031-01-01')
    await expect(page.getByLabel('Order')).toHaveValue('newest')
    await page.getByRole('link', { name: 'search everything' }).click()
    await expect(page.getByText('21 results')).toBeVisible()
  })

  test('a slip of the finger is put right and said, and what was typed can be insisted on', async ({ page }) => {
    await page.goto('/search?q=quatermaster')
    const first = page.getByRole('main').getByRole('article').first()
    await expect(first.getByRole('link')).toHaveText('Quartermaster of the observatory retires')
    await expect(page.getByText('These are results for quartermaster')).toBeVisible()
    await page.getByRole('link', { name: /Search only for/ }).click()
    await expect(page.getByRole('heading', { name: 'Nothing was found for' })).toBeVisible()
  })

  test('an author is chosen by name', async ({ page }) => {
    await page.goto('/search?q=observatory')
    await page.getByText('Narrow and sort').click()
    await page.getByLabel('Author').selectOption('Tova Lind')
    await page.getByRole('button', { name: 'Search' }).click()
    await expect(page).toHaveURL(/author=tova-lind/)
    await expect(page.getByText('1 result', { exact: true })).toBeVisible()
  })
})

const HOSTILE = [
  '"',
  '""',
  'a"b OR c',
  'NEAR(',
  '-',
  '*',
  "'; drop table articles; --",
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'headline:flood',
  '%00',
  '\u202eflood',
  '\ud800',
  '😀',
  'x'.repeat(10_000),
  '洪'.repeat(10_000),
  'flood '.repeat(1_600),
]

test('whatever is typed is a search', async ({ page, request }) => {
  for (const typed of HOSTILE) {
    const query = new URLSearchParams({ q: typed }).toString()
    const answer = await request.get(`/search?${query}`)
    expect(answer.status(), typed.slice(0, 40)).toBe(200)
    expect(await answer.text()).not.toMatch(/<script>alert|<img src=x/)
  }
  for (const query of [
    'q=%00',
    'q=%ff%fe',
    'q=%',
    'q=%ED%A0%80',
    'q&q=&q=flood',
    'q=flood&page=x&from=1&to=z&sort=;',
  ]) {
    expect((await request.get(`/search?${query}`)).status(), query).toBe(200)
  }
  await page.goto('/search')
  await page.getByRole('searchbox').fill('flood '.repeat(1_600))
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page.getByText('Only the first 200 characters of your search were used.')).toBeVisible()
})

test('pages past the end lead to the first', async ({ request }) => {
  const answer = await request.get('/search?q=cormorant&page=99', { maxRedirects: 0 })
  expect(answer.status()).toBe(307)
  expect(answer.headers().location).toMatch(/\/search\?q=cormorant$/)
})

test('search engines leave searches alone, and what changed is found at once', async ({ page, newsroom }) => {
  await page.goto('/search?q=wyvern')
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/)
  const article = await newsroom.publishArticle({ headline: 'A wyvern over the harbour' })
  await page.goto('/search?q=wyvern')
  await expect(page.getByRole('link', { name: article.headline })).toBeVisible()
  await newsroom.unpublish(article.id)
  await page.goto('/search?q=wyvern')
  await expect(page.getByRole('link', { name: article.headline })).toHaveCount(0)
})

for (const address of ['/search', '/search?q=cormorant&sort=newest', '/search?q=quatermaster', '/search?q=zzyzx']) {
  test(`${address} is accessible in both themes and fits a small phone`, async ({ page }) => {
    await page.goto(address)
    await expectWellMadeAt(page, address, [320])
  })
}
