import { expect, test } from '../fixtures'

const DAY = 86_400_000

test.beforeAll(async ({ newsroom }) => {
  for (let count = 1; count <= 22; count += 1) {
    const draft = {
      headline: `Barge ${count} is towed`,
      tags: ['Barges'],
      bylines: ['Barge Watcher'],
      section: 'world',
    }
    await newsroom.publishArticle(draft, new Date(Date.now() - (40 + count) * DAY))
  }
})

for (const [path, title] of [
  ['/world', 'World'],
  ['/tag/barges', '#Barges'],
  ['/author/barge-watcher', 'Barge Watcher'],
] as const) {
  test(`${path} goes on over numbered pages, each its own, with feeds beside it`, async ({ page }) => {
    await page.goto(path)
    const link = (rel: string) => page.locator(`head link[rel=${rel}]`).getAttribute('href')
    await expect(page.locator('head link[rel=prev]')).toHaveCount(0)
    expect(await link('next')).toMatch(/\?page=2$/)
    await expect(page.getByRole('main').getByText(/^\d+ articles$/)).toBeVisible()
    const feed = await page.getByRole('main').getByRole('link', { name: 'RSS feed' }).getAttribute('href')
    expect((await page.request.get(feed as string)).status()).toBe(200)
    await expect(page.locator('head link[type="application/rss+xml"]')).toHaveAttribute('href', new RegExp(`${feed}$`))
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Next' }).click()
    await expect(page).toHaveTitle(new RegExp(`^${title}, page 2 of \\d+`))
    await expect(page.getByRole('main').getByText(/^\d+ articles, page 2 of \d+$/)).toBeVisible()
    expect(await link('canonical')).toMatch(new RegExp(`${path}\\?page=2$`))
    expect(await link('prev')).toMatch(new RegExp(`${path}$`))
  })
}

test('days lead to their archive, an author’s months to theirs', async ({ page }) => {
  await page.goto('/tag/barges')
  const day = page.getByRole('main').getByRole('heading', { level: 2 }).first().getByRole('link')
  await expect(day).toHaveAttribute('href', /^\/archive\/\d{4}\/\d\d\/\d\d$/)
  await day.click()
  await expect(page.getByRole('link', { name: 'Barge 1 is towed' }).first()).toBeVisible()
  await page.goto('/author/barge-watcher')
  const month = page.getByRole('main').getByRole('heading', { level: 2 }).first().getByRole('link')
  await expect(month).toHaveAttribute('href', /^\/archive\/\d{4}\/\d\d$/)
})

test('a withdrawal is on the list of corrections', async ({ request, newsroom }) => {
  const article = await newsroom.publishArticle()
  await newsroom.kill(article.id, 'The barge was never towed.')
  const list = await (await request.get('/corrections')).text()
  expect(list).toContain('The barge was never towed.')
  expect(list).toContain(article.headline)
})
