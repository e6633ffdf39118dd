import { expectWellMadeAt } from '../accessibility'
import { expect, test } from '../fixtures'

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

test('whoever reads is counted, kept page or not; whoever asks, looks ahead or crawls is not', async ({
  server,
  newsroom,
}) => {
  const { id, address } = await newsroom.publishArticle()
  const get = (headers: Record<string, string>, method = 'GET') =>
    fetch(`${server.url}${address}`, { method, headers: { 'user-agent': FIREFOX, ...headers } })
  await get({}, 'HEAD')
  await get({ 'sec-purpose': 'prefetch' })
  await get({ 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' })
  for (let reader = 1; reader <= 3; reader += 1) await get({})
  await expect.poll(() => newsroom.readersOf(id), { timeout: 30_000 }).toBe(3)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the front and every article list what is read the most, in order', async ({ page, newsroom }) => {
    const [second, first] = [await newsroom.publishArticle(), await newsroom.publishArticle()]
    await newsroom.readBy(second.id, 500_000)
    await newsroom.readBy(first.id, 900_000)
    await newsroom.rankMostRead()
    for (const address of ['/', '/politics/flood-risk-papers']) {
      await page.goto(address)
      const links = page.getByRole('region', { name: 'Most read' }).getByRole('link')
      await expect(links.nth(0)).toHaveText(first.headline)
      await expect(links.nth(1)).toHaveText(second.headline)
    }
    await page.getByRole('region', { name: 'Most read' }).getByRole('link', { name: first.headline }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(first.headline)
    for (const { id } of [first, second]) await newsroom.unpublish(id)
  })
})

test('what is taken back is listed no longer, at once', async ({ request, newsroom }) => {
  const article = await newsroom.publishArticle()
  await newsroom.readBy(article.id, 2_000_000)
  await newsroom.rankMostRead()
  const read = async () => (await request.get('/politics/flood-risk-papers')).text()
  expect(await read()).toContain(article.headline)
  await newsroom.unpublish(article.id)
  expect(await read()).not.toContain(article.headline)
})

test('the list is accessible in both themes and fits a small phone', async ({ page, newsroom }) => {
  await newsroom.readBy((await newsroom.publishArticle()).id, 1_000)
  await newsroom.rankMostRead()
  await page.goto('/')
  await expect(page.getByRole('region', { name: 'Most read' })).toBeVisible()
  await expectWellMadeAt(page, 'the front', [320, 1280])
})
