import { expectForEveryone, overflow } from '../accessibility'
import { castId, PASSWORD, rowOf, sessionSecretOf, somebody } from '../cast'
import { expect, test } from '../fixtures'
import { type Mail, mailTo } from '../mailbox'

const codeIn = ({ text }: Mail) => (/\b\d{3} \d{3}\b/.exec(text)?.[0] ?? '').replace(' ', '')

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled })

    test('a profile is saved, and what cannot be is shown again', async ({ page, signIn, complaints }) => {
      const person = somebody()
      await signIn(person)
      await page.goto('/account/profile')
      await page.getByLabel('About you').fill('<b>Harbour</b> pilot.')
      await page.getByLabel('Your name').fill('!!!')
      await page.getByRole('button', { name: 'Save' }).click()
      await expect(page.locator('.account-notice')).toContainText('There is a problem')
      await expect(page.getByLabel('About you')).toHaveValue('<b>Harbour</b> pilot.')
      complaints.length = 0
      await page.getByLabel('Your name').fill('Remy of the Quay')
      await page.getByRole('button', { name: 'Save' }).click()
      await expect(page.locator('.account-notice')).toContainText('Success')
      await expect(page).toHaveURL(/\/account\/profile\?done=saved$/)
      expect(await rowOf(person)).toMatchObject({ name: 'Remy of the Quay', bio: '<b>Harbour</b> pilot.' })
    })

    test('another password ends every other session', async ({ page, signIn, playwright, server }) => {
      const person = somebody()
      await signIn(person)
      const cookie = `session=${await sessionSecretOf(person)}`
      const elsewhere = await playwright.request.newContext({ baseURL: server.url, extraHTTPHeaders: { cookie } })
      expect((await elsewhere.get('/account/profile', { maxRedirects: 0 })).status()).toBe(200)
      await page.goto('/account/password')
      await page.getByLabel('The password that you have now').fill(PASSWORD)
      await page.getByLabel('New password', { exact: true }).fill('a louder harbour')
      await page.getByRole('button', { name: 'Set password' }).click()
      await expect(page.locator('.account-notice')).toContainText('Success')
      expect((await elsewhere.get('/account/profile', { maxRedirects: 0 })).status()).toBe(307)
      await elsewhere.dispose()
      expect((await mailTo(server.dataDir, person.email)).subject).toContain('Your password was changed')
    })

    test('another address is confirmed at the new one and told to the old', async ({ page, signIn, server }) => {
      const [person, later] = [somebody(), somebody()]
      await signIn(person)
      await page.goto('/account/mailbox')
      await page.getByLabel('New e-mail address').fill(later.email)
      await page.getByLabel('The password that you have now').fill(PASSWORD)
      await page.getByRole('button', { name: 'Send me a code' }).click()
      expect((await mailTo(server.dataDir, person.email)).text).toContain(later.email)
      await page.getByLabel('Code').fill(codeIn(await mailTo(server.dataDir, later.email)))
      await page.getByRole('button', { name: 'Go on' }).click()
      await expect(page.locator('.account-notice')).toContainText(`Your e-mail address is now ${later.email}.`)
      expect(await rowOf(person)).toBeNull()
      expect(await rowOf(later)).toMatchObject({ name: person.name })
    })

    test('sessions are listed and ended, one and all others', async ({ page, signIn, newsroom: _ }) => {
      const person = somebody()
      await signIn(person)
      await sessionSecretOf(person, 'Firefox on Android')
      await sessionSecretOf(person, 'Safari on iPhone')
      await page.goto('/account/sessions')
      await expect(page.getByText('This browser')).toHaveCount(1)
      await page.getByRole('button', { name: 'End the session of Firefox on Android' }).click()
      await expect(page.getByRole('heading', { name: 'Firefox on Android' })).toHaveCount(0)
      await page.getByRole('button', { name: 'Sign out everywhere else' }).click()
      await expect(page.getByRole('heading', { name: 'Safari on iPhone' })).toHaveCount(0)
      await expect(page.getByText('This browser')).toHaveCount(1)
    })

    test('a forgotten password is chosen anew by mail', async ({ page, server, newsroom: _ }) => {
      const person = somebody()
      await castId(person)
      await page.goto('/reset')
      await page.getByLabel('E-mail address').fill(person.email)
      await page.getByRole('button', { name: 'Send me a link' }).click()
      await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible()
      await page.goto((await mailTo(server.dataDir, person.email)).link('/reset'))
      await page.getByLabel('Password', { exact: true }).fill('a louder harbour')
      await page.getByRole('button', { name: 'Set password' }).click()
      await expect(page.getByRole('heading', { name: 'Your password is set' })).toBeVisible()
    })
  })
}

test('somebody else’s session is not theirs to end', async ({ context, signIn, playwright, server }) => {
  const [one, two] = [somebody(), somebody()]
  await signIn(one)
  const cookie = `session=${await sessionSecretOf(two)}`
  const other = await playwright.request.newContext({ baseURL: server.url, extraHTTPHeaders: { cookie } })
  const id = /name="session" value="([^"]+)"/.exec(await (await other.get('/account/sessions')).text())?.[1] ?? ''
  expect(id).not.toBe('')
  await context.request.post('/account/sessions/end', { form: { session: id } })
  expect((await other.get('/account/sessions', { maxRedirects: 0 })).status()).toBe(200)
  await other.dispose()
})

test('whoever is not signed in is sent to do so, or told as JSON', async ({ request }) => {
  const doors = ['profile/save', 'mailbox/change', 'password/change', 'sessions/end', 'sessions/end-others']
  for (const door of doors) {
    const sent = await request.post(`/account/${door}`, { form: { name: 'Sam' }, maxRedirects: 0 })
    expect(sent.status(), door).toBe(303)
    expect(sent.headers().location).toMatch(/^\/sign-in\?back=/)
    const told = await request.post(`/account/${door}`, { data: {}, headers: { accept: 'application/json' } })
    expect(told.status(), door).toBe(401)
  }
  for (const page of ['', '/profile', '/mailbox', '/password', '/sessions'])
    expect((await request.get(`/account${page}`, { maxRedirects: 0 })).headers().location).toMatch(/^\/sign-in\?back=/)
})

test('the pages are well made, in both themes', async ({ page, signIn }) => {
  await signIn(somebody())
  for (const address of [
    '/account',
    '/account/profile',
    '/account/mailbox',
    '/account/password',
    '/account/sessions',
  ]) {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(address)
    await expectForEveryone(page, address)
    expect(await overflow(page), address).toBe(0)
  }
})
