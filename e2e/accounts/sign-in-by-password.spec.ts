import { expectWellMadeAt } from '../accessibility'
import { bex, castId, PASSWORD, remy, rowOf, sam, somebody } from '../cast'
import { expect, test } from '../fixtures'

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled })

    test('somebody signs in, is brought back to where they were, and signs out', async ({
      page,
      context,
      newsroom: _,
    }) => {
      const person = somebody()
      await castId(person)
      await page.goto('/sign-in?with=password&back=%2Fpolitics%2Fflood-risk-papers%23comments')
      await page.getByLabel('E-mail address').fill(` ${person.email.toUpperCase()} `)
      await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await expect(page).toHaveURL(/\/politics\/flood-risk-papers#comments$/)
      const cookies = await context.cookies()
      expect(cookies.find(({ name }) => name === 'session')).toMatchObject({
        httpOnly: true,
        sameSite: 'Lax',
        path: '/',
      })
      expect(cookies.find(({ name }) => name === 'signed-in')).toMatchObject({ value: '1', httpOnly: false })
      await page.goto('/sign-in')
      await expect(page).toHaveURL(/127\.0\.0\.1:\d+\/$/)
    })

    test('a wrong password is told, and only the address is kept', async ({ page, newsroom: _, complaints }) => {
      await castId(remy)
      await page.goto('/sign-in?with=password&back=%2Fpolitics')
      await page.getByLabel('E-mail address').fill(remy.email)
      await page.getByLabel('Password', { exact: true }).fill('not the harbour')
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await expect(page.locator('.account-notice')).toContainText('There is a problem')
      await expect(page.locator('.account-notice')).toContainText('The e-mail address or the password is not right.')
      await expect(page).toHaveTitle(/^Error: Sign in/)
      await expect(page.getByLabel('E-mail address')).toHaveValue(remy.email)
      await expect(page.getByLabel('Password', { exact: true })).toHaveValue('')
      await expect(page.locator('.account-notice')).toBeFocused()
      complaints.length = 0
      await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await expect(page).toHaveURL(/\/politics$/)
    })
  })
}

test('a refusal is the same for known and unknown addresses', async ({ request, newsroom: _ }) => {
  await castId(remy)
  const answers = []
  for (const email of [remy.email, sam.email]) {
    const answer = await request.post('/sign-in/password', { form: { email, password: 'not the harbour' } })
    const headers = Object.entries(answer.headers()).filter(
      ([name]) => !/^(date|x-request-id|content-security-policy)$/.test(name),
    )
    const text = (await answer.text()).replaceAll(email, 'ADDRESS').replaceAll(/nonce="[^"]*"|"nonce":"[^"]*"/g, '')
    answers.push({ status: answer.status(), headers: headers.map(([name]) => name), length: text.length })
  }
  expect(answers[0]?.status).toBe(422)
  expect(answers[1]).toEqual(answers[0])
})

test('a banned person is told why, once they have shown who they are', async ({ page, newsroom: _, complaints }) => {
  await castId(bex)
  await page.goto('/sign-in?with=password')
  await page.getByLabel('E-mail address').fill(bex.email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.locator('.account-notice')).toContainText(
    'This account was banned. The reason: Spam, again and again.',
  )
  complaints.length = 0
})

test('a form from another site signs nobody in', async ({ request, newsroom: _ }) => {
  await castId(remy)
  const form = { email: remy.email, password: PASSWORD }
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
  ]
  for (const headers of foreign) {
    const answer = await request.post('/sign-in/password', { form, headers })
    expect(answer.status()).toBe(403)
    expect(answer.headers()['set-cookie']).toBeUndefined()
  }
})

test('nobody is sent to another site after it', async ({ request, newsroom: _ }) => {
  const person = somebody()
  await castId(person)
  for (const back of [
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    '/.//evil.example',
    'javascript:alert(1)',
  ]) {
    const form = { email: person.email, password: PASSWORD, back }
    const answer = await request.post('/sign-in/password', { form, maxRedirects: 0 })
    expect(answer.status(), back).toBe(303)
    expect(answer.headers().location, back).toBe('/')
  }
})

test('a program that asks for JSON gets it', async ({ request, newsroom: _ }) => {
  const person = somebody()
  await castId(person)
  const headers = { accept: 'application/json' }
  const wrong = await request.post('/sign-in/password', { data: { email: person.email, password: 'x' }, headers })
  expect(wrong.status()).toBe(422)
  expect(wrong.headers()['content-type']).toBe('application/problem+json')
  expect(await wrong.json()).toMatchObject({ status: 422, problems: [{ field: 'email' }] })
  const right = await request.post('/sign-in/password', { data: { email: person.email, password: PASSWORD }, headers })
  expect(await right.json()).toEqual({ location: '/' })
})

test('who tries too often waits, whatever they say of where they come from', async ({ request, newsroom: _ }) => {
  const person = somebody()
  await castId(person)
  const [name, host] = person.email.split('@')
  let refused = null
  for (let attempt = 0; attempt < 14; attempt += 1) {
    const headers = {
      'x-forwarded-for': `203.0.113.${attempt}`,
      'x-real-ip': '198.51.100.7',
      'x-client-network': `${attempt}`,
    }
    const email = attempt % 2 ? person.email.toUpperCase() : `${name}+${attempt}@${host}`
    const answer = await request.post('/sign-in/password', { form: { email, password: 'guess' }, headers })
    if (answer.status() === 429) refused = answer
  }
  expect(Number(refused?.headers()['retry-after'])).toBeGreaterThan(0)
  expect(await refused?.text()).toContain('There were too many attempts. Wait ')
  const machine = await request.post('/sign-in/password', {
    data: { email: person.email, password: PASSWORD },
    headers: { accept: 'application/json' },
  })
  expect(machine.status()).toBe(429)
  expect(machine.headers()['retry-after']).toBeTruthy()
  expect(await machine.json()).toMatchObject({ status: 429, title: 'Too Many Requests' })
})

test('a session that is ended is gone with the next request, wherever its cookie was copied', async ({
  signIn,
  context,
  playwright,
  server,
}) => {
  const person = somebody()
  const secret = await signIn(person)
  const copy = await playwright.request.newContext({
    baseURL: server.url,
    extraHTTPHeaders: { cookie: `session=${secret}` },
  })
  expect((await copy.get('/sign-in', { maxRedirects: 0 })).status()).toBe(307)
  await context.request.post('/sign-out')
  expect((await copy.get('/sign-in', { maxRedirects: 0 })).status()).toBe(200)
  expect((await context.cookies()).filter(({ name }) => name === 'session' || name === 'signed-in')).toEqual([])
  expect(await rowOf(person)).not.toBeNull()
  await copy.dispose()
})

test('the page is well made, in both themes and at both widths', async ({ page }) => {
  await page.goto('/sign-in?with=password')
  await expectWellMadeAt(page, 'the page', [390, 1280])
})
