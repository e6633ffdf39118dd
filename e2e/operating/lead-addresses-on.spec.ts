import { expectForEveryone, expectToFit } from '../accessibility'
import { ed, wren } from '../cast'
import { expect, test } from '../fixtures'

const REDIRECTS = '/dashboard/redirects'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with a script' : 'without a script', () => {
    test.use({ javaScriptEnabled })

    test('an old address leads on from the next request, and nowhere again', async ({
      page,
      request,
      signIn,
      newsroom,
    }) => {
      await signIn(ed)
      const { address } = await newsroom.publishArticle()
      const old = `/2019/05/${javaScriptEnabled ? 'script' : 'form'}-${Date.now()}`
      expect((await request.get(old)).status()).toBe(404)
      await page.goto(REDIRECTS)
      await page.getByLabel('Old address').fill(old)
      await page.getByLabel('Leads to').fill('/news/nothing-there')
      await page.getByRole('button', { name: 'Add' }).click()
      await expect(page.getByText('There is no page at /news/nothing-there.').first()).toBeVisible()
      await expect(page.getByLabel('Old address')).toHaveValue(old)
      await page.getByLabel('Leads to').fill(address)
      await page.getByRole('button', { name: 'Add' }).click()
      await expect(page.getByText('The address leads on from now on.')).toBeVisible()
      const answer = await request.get(old, { maxRedirects: 0 })
      expect([answer.status(), answer.headers().location]).toEqual([308, address])
      await page.getByLabel('Part of an address').fill(old)
      await page.getByRole('button', { name: 'Find' }).click()
      await page.getByRole('button', { name: `Remove ${old}` }).click()
      await expect(page.getByText('The address leads nowhere now.')).toBeVisible()
      expect((await request.get(old)).status()).toBe(404)
    })
  })
}

test('redirects are kept by editors, and the page is for everyone of them', async ({ page, signIn, newsroom: _ }) => {
  await signIn(wren)
  expect((await page.goto(REDIRECTS))?.status()).toBe(404)
  await signIn(ed)
  await page.goto(REDIRECTS)
  await expectForEveryone(page)
  await expectToFit(page, REDIRECTS)
})
