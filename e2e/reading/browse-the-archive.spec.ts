import { expectWellMadeAt } from '../accessibility'
import { expect, test } from '../fixtures'

const DAY = '/archive/2019/05/04'

test.beforeAll(async ({ newsroom }) => {
  await newsroom.publishArticle({ headline: 'Eels return to the harbour' }, new Date('2019-05-04T10:00:00Z'))
  await newsroom.publishArticle({ headline: 'Eels leave the harbour' }, new Date('2019-05-09T10:00:00Z'))
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a reader goes from the foot of the front to a day, and on to the next', async ({ page }) => {
    await page.goto('/')
    await page.getByRole('contentinfo').getByRole('link', { name: 'Archive' }).click()
    await page.getByRole('link', { name: '2019', exact: true }).click()
    await page.getByRole('link', { name: 'May 2019' }).click()
    await page.getByRole('link', { name: '4 May 2019' }).click()
    await expect(page).toHaveURL(new RegExp(`${DAY}$`))
    await expect(page.getByRole('link', { name: 'Eels return to the harbour' })).toBeVisible()
    const archive = page.getByRole('navigation', { name: 'Archive' })
    await expect(archive.locator('[rel=prev]')).toHaveCount(0)
    await archive.getByRole('link', { name: '9 May 2019' }).click()
    await expect(page.getByRole('link', { name: 'Eels leave the harbour' })).toBeVisible()
  })
})

for (const address of [
  '/archive/2019/13',
  '/archive/2019/02/29',
  '/archive/2019/05/05',
  '/archive/x',
  '/archive/2999',
]) {
  test(`${address} is not found`, async ({ request }) => {
    expect((await request.get(address)).status()).toBe(404)
  })
}

test('pages past the end lead to the first', async ({ request }) => {
  for (const path of ['/latest', '/corrections', DAY]) {
    const answer = await request.get(`${path}?page=999`, { maxRedirects: 0 })
    expect(answer.status(), path).toBe(308)
    expect(answer.headers().location, path).toMatch(new RegExp(`${path}$`))
  }
})

test('the latest go on over numbered pages', async ({ page }) => {
  await page.goto('/latest')
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Page 2' }).click()
  await expect(page).toHaveTitle(/^Latest, page 2 of \d+/)
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', /\/latest\?page=2$/)
})

for (const address of ['/latest', '/archive', '/archive/2019', '/archive/2019/05', DAY, '/corrections']) {
  test(`${address} is accessible in both themes and fits a small phone`, async ({ page }) => {
    await page.goto(address)
    await expectWellMadeAt(page, address, [320])
  })
}
