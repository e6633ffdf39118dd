import { expect, test } from '../fixtures'

const WORDS = 'the wrong year for the lantern'

test('a correction is on the list at once, leads to its article, and goes with it', async ({
  page,
  newsroom,
  request,
}) => {
  const article = await newsroom.publishArticle()
  const list = async () => (await request.get('/corrections')).text()
  expect(await list()).not.toContain(WORDS)
  await newsroom.correct(article.id, `An earlier version gave ${WORDS}.`)
  await expect.poll(list).toContain(WORDS)
  await page.goto('/corrections')
  await page.getByRole('link', { name: article.headline }).click()
  await expect(page).toHaveURL(new RegExp(`${article.address}$`))
  await expect(page.locator('h1')).toHaveText(article.headline)
  // Whoever still reads an article that goes asks in vain for new comments on it.
  await page.goto('/corrections')
  await newsroom.unpublish(article.id)
  await expect.poll(list).not.toContain(WORDS)
})
