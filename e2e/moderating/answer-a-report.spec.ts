import { expectWellMadeAt } from '../accessibility'
import { mo, somebody, wren } from '../cast'
import { commentRow, reportsOf, say } from '../conversation'
import { expect, test } from '../fixtures'
import { mailTo } from '../mailbox'

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled })

    test('what is reported as illegal is taken down, and answered in words of one’s own', async ({
      page,
      newsroom,
      server,
      signIn,
    }) => {
      const reporter = somebody()
      const id = await say(somebody(), (await newsroom.publishArticle()).id, 'I know where you live.')
      await signIn(reporter)
      await page.goto(`/comments/report/${id}?illegal=1`)
      await page.getByLabel(/What is illegal about it/).fill('A threat, section 4 <b>')
      await page.getByRole('button', { name: 'Send report' }).click()
      await page.goto('/account/reports')
      await expect(page.getByText('A moderator has not decided on it yet.')).toBeVisible()
      await expect(page.getByText('I know where you live.')).toBeVisible()

      await page.context().clearCookies()
      await signIn(mo)
      const [report] = await reportsOf(id)
      await page.goto(`/dashboard/moderation/reports/${report?.id}`)
      await expect(page.getByText('A threat, section 4 <b>')).toBeVisible()
      await page.getByRole('button', { name: 'Take down and answer' }).click()
      await expect(page.getByRole('alert').filter({ hasText: 'There is a problem' })).toBeVisible()
      await expect(page.getByText('Finish the answer')).toHaveCount(2)
      await page.locator('#upheld-answer').fill('We have taken it down, because it is a threat. Thank you.')
      await page.getByRole('button', { name: 'Take down and answer' }).click()
      await expect(page.getByText('Decided. Whoever reported it has your answer.')).toBeVisible()
      await expect(page.getByRole('button', { name: 'Leave up and answer' })).toHaveCount(0)
      expect((await commentRow(id))?.state).toBe('rejected')

      const mail = await mailTo(server.dataDir, reporter.email, 'Your report')
      expect(mail.text).toContain('because it is a threat. Thank you.')
      await page.context().clearCookies()
      await signIn(reporter)
      await page.goto(mail.link('/account/reports'))
      await expect(page.getByText('because it is a threat. Thank you.')).toBeVisible()
      await expect(page.getByText('The comment is no longer published.')).toBeVisible()
    })
  })
}

test('axe finds nothing on its pages in both themes, and nothing sticks out', async ({ page, newsroom, signIn }) => {
  const reporter = somebody({ role: 'moderator' })
  const id = await say(somebody(), (await newsroom.publishArticle()).id, 'I know where you live.')
  await signIn(reporter)
  await page.request.post(`/comments/${id}/report`, { form: { reason: 'legal', illegal: '1', details: 'A threat.' } })
  const [report] = await reportsOf(id)
  for (const address of ['', `/${report?.id}`].map((end) => `/dashboard/moderation/reports${end}`)) {
    await page.goto(address)
    await expectWellMadeAt(page, address, [390, 1280])
  }
  await page.goto('/account/reports')
  await expect(page.getByText('A threat.')).toBeVisible()
  await expectWellMadeAt(page, 'their reports', [390, 1280])
})

test('nobody else sees a report or its answer', async ({ page, newsroom, signIn }) => {
  const id = await say(somebody(), (await newsroom.publishArticle()).id, 'I know where you live.')
  await signIn(somebody())
  await page.request.post(`/comments/${id}/report`, { form: { reason: 'legal', illegal: '1', details: 'A canary.' } })
  const [report] = await reportsOf(id)
  await page.context().clearCookies()
  await page.goto('/account/reports')
  await expect(page).toHaveURL(/\/sign-in/)
  for (const person of [somebody(), wren]) {
    await page.context().clearCookies()
    await signIn(person)
    await page.goto('/account/reports')
    await expect(page.getByText('A canary.')).toHaveCount(0)
    expect((await page.goto(`/dashboard/moderation/reports/${report?.id}`))?.status()).toBe(404)
  }
  await page.context().clearCookies()
  await signIn(mo)
  for (const nothing of ['0', 'x', '999999999']) {
    expect((await page.goto(`/dashboard/moderation/reports/${nothing}`))?.status(), nothing).toBe(404)
  }
})
