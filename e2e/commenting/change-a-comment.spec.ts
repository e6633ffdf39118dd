import { castId, remy, somebody } from '../cast'
import { commentRow, reject, say } from '../conversation'
import { expect, test } from '../fixtures'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('its author edits a comment, and deletes it', async ({ page, newsroom, signIn }) => {
      const author = somebody()
      await signIn(author)
      const { id: article, address } = await newsroom.publishArticle()
      const id = await say(author, article, 'Frist')
      if (javaScriptEnabled) {
        await page.goto(`${address}#comments`)
        await page.getByRole('link', { name: /^Edit \(1[45] min left\)$/ }).click()
      } else {
        await page.goto('/account/comments')
        await page.getByRole('link', { name: /^Edit \(until/ }).click()
      }
      // The article's composer bears the same label: only the next page's is meant.
      await page.waitForURL(/\/comments\/change\//)
      await page.getByLabel('Your comment').fill('First')
      await page.getByRole('button', { name: 'Save changes' }).click()
      await expect.poll(() => commentRow(id)).toMatchObject({ body: 'First', revision: 2 })
      await page.goto('/account/comments')
      await page.getByRole('button', { name: 'Delete' }).click()
      await expect(page.getByText('You have not said anything yet.')).toBeVisible()
      expect((await commentRow(id))?.deletedAt).toBeInstanceOf(Date)
    })

    test('what was not published can be appealed once', async ({ page, newsroom, signIn }) => {
      const author = somebody()
      await signIn(author)
      const { id: article } = await newsroom.publishArticle()
      const id = await say(author, article, 'Words')
      await reject(id, 'Off topic')
      await page.goto('/account/comments')
      await expect(page.getByText('Not published: Off topic')).toBeVisible()
      await page.getByRole('link', { name: 'Appeal' }).click()
      await page.getByLabel('Why the decision is wrong').fill('It is the topic.')
      await page.getByRole('button', { name: 'Send appeal' }).click()
      await expect(page.getByText('You have appealed.')).toBeVisible()
      expect(await commentRow(id)).toMatchObject({ appeal: 'It is the topic.' })
    })
  })
}

test('nobody changes what is somebody else’s', async ({ newsroom, server, signIn }) => {
  const { id: article } = await newsroom.publishArticle()
  const id = await say(remy, article, 'Mine')
  const secret = await signIn(somebody())
  for (const deed of ['edit', 'delete', 'appeal', 'pick', 'hide']) {
    const answer = await fetch(`${server.url}/comments/${id}/${deed}`, {
      method: 'POST',
      headers: { cookie: `session=${secret}`, accept: 'application/json' },
      body: new URLSearchParams({ body: 'Yours', text: 'x', reason: 'x', on: '1' }),
    })
    expect(answer.status, deed).toBe(403)
  }
  expect(await commentRow(id)).toMatchObject({ body: 'Mine', deletedAt: null, state: 'approved', pickedAt: null })
  await castId(remy)
})

test('a deleted comment leaves a tombstone over its replies alone', async ({ page, newsroom, signIn }) => {
  const author = somebody()
  const { id: article, address } = await newsroom.publishArticle()
  const id = await say(author, article, 'A question?')
  await say(remy, article, 'An answer.', id)
  await signIn(author)
  await page.request.post(`/comments/${id}/delete`, { form: { sure: '1' } })
  await page.goto(address)
  await expect(page.getByText('Deleted by its author.')).toBeVisible()
  await expect(page.getByText('An answer.')).toBeVisible()
  await expect(page.getByText('A question?')).toHaveCount(0)
})
