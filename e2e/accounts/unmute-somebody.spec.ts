import { expectWellMadeAt } from '../accessibility'
import { castId, remy, somebody } from '../cast'
import { say } from '../conversation'
import { expect, test } from '../fixtures'

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled })

    test('whom one muted is listed, and seen again', async ({ page, signIn, newsroom }) => {
      const { id: article, address } = await newsroom.publishArticle()
      const said = await say(remy, article, 'Nobody has the key.')
      await signIn(somebody())
      if (javaScriptEnabled) {
        await page.goto(address)
        const answered = page.waitForResponse((response) => response.url().endsWith('/mute'))
        await page.locator(`#comment-${said}`).getByRole('button', { name: 'Mute' }).click()
        expect((await answered).status()).toBe(200)
      } else await page.request.post(`/comments/${said}/mute`, { form: { on: '1' } })
      await page.goto('/account/muted')
      await page.getByRole('button', { name: `Unmute ${remy.name}` }).click()
      await expect(page.locator('.account-notice')).toContainText('You see their comments again.')
      await expect(page.getByText('You have muted nobody.')).toBeVisible()
      await page.goto(address)
      await page.waitForLoadState('networkidle')
      await expect(page.getByText('Nobody has the key.')).toBeVisible()
    })
  })
}

test('only one’s own list is changed', async ({ page, request, signIn, browser, server, newsroom }) => {
  const { id: article } = await newsroom.publishArticle()
  const said = await say(remy, article, 'Nobody has the key.')
  await signIn(somebody())
  await page.request.post(`/comments/${said}/mute`, { form: { on: '1' } })
  const other = await browser.newContext({ baseURL: server.url })
  await signIn(somebody(), other)
  const person = String(await castId(remy))
  expect((await other.request.post('/account/muted/end', { form: { person } })).status()).toBe(200)
  for (const wrong of ['', '0', '-1', 'x', '1e9', '9'.repeat(40)]) {
    const answer = await page.request.post('/account/muted/end', { form: { person: wrong } })
    expect(answer.status(), wrong).toBe(422)
    expect(await answer.text()).toContain('There is a problem')
  }
  const headers = { accept: 'application/json' }
  expect((await request.post('/account/muted/end', { form: { person }, headers })).status()).toBe(401)
  await page.goto('/account/muted')
  await expect(page.getByRole('heading', { name: remy.name })).toBeVisible()
  await other.close()
  await expectWellMadeAt(page, 'the list', [390])
})
