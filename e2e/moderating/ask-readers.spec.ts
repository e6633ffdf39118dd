import { expectWellMadeAt } from '../accessibility'
import { mo } from '../cast'
import { expect, test } from '../fixtures'

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled })

    test('a question stands above the composer until it is taken away', async ({ page, newsroom, signIn }) => {
      const { id, address } = await newsroom.publishArticle()
      const question = page.locator('#comments .question')
      await page.goto(address)
      await expect(question).toHaveCount(0)
      await signIn(mo)
      await page.goto(`/dashboard/moderation/questions/${id}`)
      await page.getByLabel('Question').fill('Would you <b>cross</b> it?')
      await page.getByRole('button', { name: 'Save' }).click()
      await expect(page.getByText('The question stands above the composer.')).toBeVisible()
      await page.goto(address)
      await expect(question).toHaveText('Would you <b>cross</b> it?')
      await page.goto(`/dashboard/moderation/questions/${id}`)
      await page.getByLabel('Question').fill('')
      await page.getByRole('button', { name: 'Save' }).click()
      await expect(page.getByText('No question is asked any more.')).toBeVisible()
      await page.goto(address)
      await expect(question).toHaveCount(0)
    })
  })
}

test('axe finds nothing on its pages in both themes', async ({ page, newsroom, signIn }) => {
  const { id } = await newsroom.publishArticle()
  await signIn(mo)
  for (const end of ['', '?asked=1', `/${id}`]) {
    await page.goto(`/dashboard/moderation/questions${end}`)
    await expectWellMadeAt(page, `questions${end}`, [390, 1280])
  }
  expect((await page.goto('/dashboard/moderation/questions/999999999'))?.status()).toBe(404)
})
