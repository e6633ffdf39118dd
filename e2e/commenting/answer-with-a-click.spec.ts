import { castId, mo, remy, somebody } from '../cast'
import { commentRow, reportsOf, say } from '../conversation'
import { expect, test } from '../fixtures'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a comment is recommended, and no longer', async ({ page, newsroom, signIn }) => {
      const { id: article, address } = await newsroom.publishArticle()
      const id = await say(remy, article, 'Quite right')
      await signIn(somebody())
      await page.goto(`${address}#comments`)
      if (javaScriptEnabled) await expect(page.getByRole('button', { name: 'Follow', exact: true })).toBeVisible()
      const button = page.getByRole('button', { name: /^Recommend/ })
      await button.click()
      await expect(page.getByRole('button', { name: 'Recommend 1' })).toBeVisible()
      await expect.poll(async () => (await commentRow(id))?.likes).toBe(1)
      await button.click()
      await expect(page.getByRole('button', { name: 'Recommend', exact: true })).toBeVisible()
      await expect.poll(async () => (await commentRow(id))?.likes).toBe(0)
    })

    test('a comment is reported with a reason', async ({ page, newsroom, signIn }) => {
      const { id: article, address } = await newsroom.publishArticle()
      const id = await say(remy, article, 'Buy my boats')
      await signIn(somebody())
      await page.goto(address)
      await page.getByRole('link', { name: 'Report', exact: true }).click()
      await page.getByLabel('Spam').check()
      await page.getByLabel('Anything that helps the moderators').fill('Four times today')
      await page.getByRole('button', { name: 'Send report' }).click()
      await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible()
      expect(await reportsOf(id)).toMatchObject([{ reason: 'spam', details: 'Four times today', isIllegal: false }])
      await page.goto(`/comments/report/${id}?illegal=1`)
      await page.getByLabel(/What is illegal about it/).fill('A threat, section 4')
      await page.getByRole('button', { name: 'Send report' }).click()
      await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible()
      expect(await reportsOf(id)).toHaveLength(2)
    })
  })
}

test('a report without a reason is asked for one', async ({ newsroom, server, signIn }) => {
  const { id: article } = await newsroom.publishArticle()
  const id = await say(remy, article, 'Words')
  const secret = await signIn(somebody())
  const answer = await fetch(`${server.url}/comments/${id}/report`, {
    method: 'POST',
    headers: { cookie: `session=${secret}` },
    body: new URLSearchParams({ details: 'Kept words' }),
  })
  expect(answer.status).toBe(422)
  const html = await answer.text()
  expect(html).toContain('Choose what is wrong with the comment.')
  expect(html).toContain('Kept words')
})

test('a person is muted on the device, and by the account', async ({ page, newsroom, signIn }) => {
  const { id: article, address } = await newsroom.publishArticle()
  await say(remy, article, 'Not again')
  await page.goto(`${address}#comments`)
  await page.getByRole('button', { name: 'Mute' }).click()
  await expect(page.getByText('Not again')).toBeHidden()
  await page.reload()
  await expect(page.getByText(`You have muted ${remy.name}.`)).toBeVisible()
  await page.getByRole('button', { name: 'Unmute' }).click()
  await expect(page.getByText('Not again')).toBeVisible()
  await signIn(somebody())
  await page.reload()
  await expect(page.getByRole('button', { name: 'Follow', exact: true })).toBeVisible()
  const sent = page.waitForResponse(/\/mute$/)
  await page.getByRole('button', { name: 'Mute' }).click()
  expect((await sent).status()).toBe(200)
  await page.evaluate(() => localStorage.clear())
  await page.reload()
  await expect(page.getByText('Not again')).toBeHidden()
})

test('a moderator picks and hides from the article', async ({ page, newsroom, signIn }) => {
  const author = somebody()
  const { id: article, address } = await newsroom.publishArticle()
  const id = await say(author, article, 'Well said, or not')
  await signIn(mo)
  await page.goto(`${address}#comments`)
  await page.getByRole('button', { name: 'Pick' }).click()
  await expect(page.getByRole('button', { name: 'Unpick' })).toBeVisible()
  await page.goto(address)
  await expect(page.getByText('Editors’ pick', { exact: true })).toBeVisible()
  await page.goto(`${address}#comments`)
  await page.getByRole('link', { name: 'Hide' }).click()
  await page.getByLabel('Which rule it breaks').fill('Off topic')
  await page.getByRole('button', { name: 'Hide it' }).click()
  const decided = { state: 'rejected', decidedReason: 'Off topic', decidedBy: await castId(mo) }
  await expect.poll(() => commentRow(id)).toMatchObject(decided)
  await expect(page.getByText('Well said, or not')).toHaveCount(0)
})

test('new comments are announced, and put in by nobody', async ({ page, newsroom }) => {
  const { id: article, address } = await newsroom.publishArticle()
  await say(remy, article, 'The first')
  await page.goto(`${address}#comments`)
  await expect(page.getByRole('button', { name: 'Mute' })).toBeVisible()
  await say(somebody(), article, 'The second')
  await say(somebody(), article, 'The third')
  const news = page.getByRole('link', { name: '2 new comments — show' })
  await expect(news).toBeVisible()
  await expect(page.getByText('The third')).toHaveCount(0)
  await news.click()
  await expect(page.getByText('The third')).toBeVisible()
})

test('the page of an article that was taken down is sent away from its news, and complains of nothing', async ({
  page,
  newsroom,
}) => {
  const { id: article, address } = await newsroom.publishArticle()
  const heard = () => page.waitForResponse(/\/comments\/live/)
  const first = heard()
  await page.goto(`${address}#comments`)
  expect((await first).status()).toBe(200)
  // Its stream ends, and the browser comes back once, seconds later.
  const again = heard()
  await newsroom.unpublish(article)
  expect((await again).status()).toBe(204)
})
