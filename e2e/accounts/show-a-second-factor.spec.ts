import type { Page } from '@playwright/test'
import { codeAt } from '@/lib/people/one-time-code'
import { expectForEveryone, overflow } from '../accessibility'
import { castId, PASSWORD, type Person, rowOf, somebody } from '../cast'
import { expect, test } from '../fixtures'

const HALF_A_MINUTE = 30_000

async function signInByForm(page: Page, { email }: Person, back = ''): Promise<void> {
  await page.goto(`/sign-in?with=password${back && `&back=${encodeURIComponent(back)}`}`)
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** Sets an app up on the page that is open. @returns its key */
async function setUpApp(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Set up an app' }).click()
  await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible()
  const key = ((await page.locator('.account-key').textContent()) ?? '').replaceAll(' ', '')
  await page.getByLabel('Code that the app shows').fill(codeAt(key, Date.now()))
  await page.getByRole('button', { name: 'Set up' }).click()
  await expect(page.getByRole('heading', { name: 'Keep these codes' })).toBeVisible()
  return key
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('staff are led to set up an app, and show its code from then on', async ({ page, newsroom: _ }) => {
      const wren = somebody({ role: 'author' })
      await castId(wren)
      await signInByForm(page, wren)
      await expect(page.getByRole('heading', { name: 'The newsroom needs a second factor' })).toBeVisible()
      const key = await setUpApp(page)
      const codes = await page.locator('.account-codes code').allTextContents()
      expect(codes).toHaveLength(10)
      await page.getByRole('link', { name: 'I have kept them' }).click()
      await page.getByRole('link', { name: 'Go on to the newsroom' }).click()
      await expect(page).toHaveURL(/\/dashboard$/)

      await page.context().clearCookies()
      await signInByForm(page, wren, '/dashboard')
      await expect(page.getByRole('heading', { name: 'Confirm that it is you' })).toBeVisible()
      // Halfway in, nothing is open.
      for (const address of ['/dashboard', '/account', '/account/security']) {
        await page.goto(address)
        await expect(page.getByRole('heading', { name: 'Confirm that it is you' })).toBeVisible()
      }
      await page.getByLabel('Code that the app shows').fill('000000')
      await page.getByRole('button', { name: 'Confirm' }).click()
      await expect(page.getByRole('alert').filter({ hasText: 'There is a problem' })).toContainText('not right')
      await page.getByLabel('Code that the app shows').fill(codeAt(key, Date.now() + HALF_A_MINUTE))
      await page.getByRole('button', { name: 'Confirm' }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'Sign-in and security' })).toBeVisible()

      await page.context().clearCookies()
      await signInByForm(page, wren, '/dashboard')
      await page.getByLabel('Code that the app shows').fill(codes[0] as string)
      await page.getByRole('button', { name: 'Confirm' }).click()
      await expect(page).toHaveURL(/\/dashboard$/)
    })

    test('the last second factor of staff stays', async ({ page, signIn }) => {
      await signIn(somebody({ role: 'editor' }))
      await page.goto('/account/security')
      await setUpApp(page)
      await page.getByRole('link', { name: 'I have kept them' }).click()
      await page.getByLabel('I want to do without a second factor').check()
      await page.getByRole('button', { name: 'Remove the app' }).click()
      await expect(page.getByRole('alert').filter({ hasText: 'There is a problem' })).toContainText(
        'set up another first',
      )
    })
  })
}

test('a reader may have one, and do without again when they say so', async ({ page, signIn }) => {
  await signIn(somebody())
  await page.goto('/account/security')
  await setUpApp(page)
  await page.getByRole('link', { name: 'I have kept them' }).click()
  await page.getByRole('button', { name: 'Remove the app' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'There is a problem' })).toContainText('the last one')
  await page.getByLabel('I want to do without a second factor').check()
  await page.getByRole('button', { name: 'Remove the app' }).click()
  await expect(page.getByText('It is removed.')).toBeVisible()
})

test.describe('a passkey', () => {
  // A passkey belongs to a name, and an address of numbers is none.
  test.use({ baseURL: async ({ server }, use) => use(server.url.replace('127.0.0.1', 'localhost')) })

  test('is made, renamed, and opens the newsroom', async ({ page, newsroom: _ }) => {
    const wren = somebody({ role: 'author' })
    await castId(wren)
    const devices = await page.context().newCDPSession(page)
    await devices.send('WebAuthn.enable')
    const { authenticatorId } = await devices.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
        ...{ isUserVerified: true, automaticPresenceSimulation: true },
      } as never,
    })
    await signInByForm(page, wren)
    await page.getByLabel('Name of the passkey').fill('My telephone')
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByRole('link', { name: 'I have kept them' }).click()
    await page.getByLabel('New name of My telephone').fill('Red telephone')
    await page.getByRole('button', { name: 'Rename' }).click()
    await expect(page.getByRole('heading', { name: 'Red telephone' })).toBeVisible()

    await page.context().clearCookies()
    await signInByForm(page, wren)
    await page.getByRole('button', { name: 'Use a passkey' }).click()
    await expect(page).toHaveURL(/\/dashboard$/)

    // Another device has none of its keys.
    await page.context().clearCookies()
    await devices.send('WebAuthn.clearCredentials', { authenticatorId })
    await signInByForm(page, wren)
    await page.getByRole('button', { name: 'Use a passkey' }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'No passkey was shown' })).toBeVisible()
    expect(await rowOf(wren)).toMatchObject({ role: 'author' })
  })
})

test('an answer that no browser asked for opens nothing', async ({ request, signIn, context, server }) => {
  await signIn(somebody({ role: 'author' }))
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const origin = server.url.replace('127.0.0.1', 'localhost')
  for (const sent of [{}, { response: '{}' }, { response: '[]' }, { response: 'x'.repeat(100_000) }]) {
    const answer = await request.post('/account/security/passkeys/add', {
      headers: { cookie, origin, accept: 'application/json' },
      data: sent,
    })
    expect(answer.status()).toBe(409)
  }
  const nobody = await request.post('/account/security/passkeys/begin', {
    headers: { origin, accept: 'application/json', cookie: '' },
    data: {},
  })
  expect(nobody.status()).toBe(401)
})

test('the pages of second factors are for everyone, in both themes', async ({ page, newsroom: _ }) => {
  const wren = somebody({ role: 'author' })
  await castId(wren)
  await signInByForm(page, wren)
  await page.getByRole('link', { name: 'Set up an app' }).click()
  await expect(page.locator('.account-key')).toBeVisible()
  await expectForEveryone(page)
  await page.goto('/account/security')
  const key = ((await page.locator('.account-key').textContent()) ?? '').replaceAll(' ', '')
  await page.getByLabel('Code that the app shows').fill(codeAt(key, Date.now()))
  await page.getByRole('button', { name: 'Set up' }).click()
  await expect(page.getByRole('heading', { name: 'Keep these codes' })).toBeVisible()
  await expectForEveryone(page)
  await page.setViewportSize({ width: 320, height: 800 })
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await page.context().clearCookies()
  await signInByForm(page, wren)
  await expect(page.getByRole('heading', { name: 'Confirm that it is you' })).toBeVisible()
  await expectForEveryone(page)
})
