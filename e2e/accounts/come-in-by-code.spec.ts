import { expectForEveryone, overflow } from '../accessibility'
import { castId, rowOf, somebody } from '../cast'
import { expect, test } from '../fixtures'
import { type Mail, mailTo } from '../mailbox'

const codeIn = ({ text }: Mail) => (/\b\d{3} \d{3}\b/.exec(text)?.[0] ?? '').replace(' ', '')

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled })

    test('somebody with an account comes in by a code', async ({ page, server, newsroom: _, complaints }) => {
      const person = somebody()
      await castId(person)
      await page.goto('/sign-in?back=%2Fsport')
      await page.getByLabel('E-mail address').fill(person.email)
      await page.getByRole('button', { name: 'Send me a code' }).click()
      await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible()
      await expect(page.locator('main')).toContainText(person.email)
      const code = codeIn(await mailTo(server.dataDir, person.email))
      await page.getByLabel('Code').fill(code === '000000' ? '111111' : '000000')
      await page.getByRole('button', { name: 'Go on' }).click()
      await expect(page.locator('.account-notice')).toContainText('You can try 4 more times.')
      await expect(page).toHaveTitle(/^Error: /)
      complaints.length = 0
      await page.getByLabel('Code').fill(`${code.slice(0, 3)} ${code.slice(3)}`)
      await page.getByRole('button', { name: 'Go on' }).click()
      await expect(page).toHaveURL(/\/sport$/)
    })

    test('somebody joins, and is asked for nothing twice', async ({ page, server, newsroom: _, complaints }) => {
      const person = somebody()
      await page.goto('/sign-up?back=%2Fsport')
      await page.getByLabel('Your name').fill(person.name)
      await page.getByLabel('E-mail address').fill(person.email)
      await page.getByLabel('Password (optional)', { exact: true }).fill('short')
      await page.getByRole('button', { name: 'Create an account' }).click()
      await expect(page.locator('.account-notice')).toContainText('use at least 10')
      await expect(page.getByLabel('Your name')).toHaveValue(person.name)
      complaints.length = 0
      await page.getByLabel('Password (optional)', { exact: true }).fill('a quiet harbour')
      await page.getByRole('button', { name: 'Create an account' }).click()
      await page.getByLabel('Code').fill(codeIn(await mailTo(server.dataDir, person.email)))
      await page.getByRole('button', { name: 'Go on' }).click()
      await expect(page).toHaveURL(/\/sport$/)
      expect(await rowOf(person)).toMatchObject({ name: person.name, role: 'commenter', verifiedAt: expect.any(Date) })
    })

    test('somebody without an account who comes by code or link says what they are called', async ({
      page,
      server,
      newsroom: _,
    }) => {
      const person = somebody()
      await page.goto('/sign-in')
      await page.getByLabel('E-mail address').fill(person.email)
      await page.getByRole('button', { name: 'Send me a code' }).click()
      await page.goto((await mailTo(server.dataDir, person.email)).link('/verify'))
      expect(await rowOf(person)).toBeNull()
      await page.getByRole('button', { name: 'Come in' }).click()
      await page.getByLabel('Your name').fill(person.name)
      await page.getByRole('button', { name: 'Create an account' }).click()
      await expect(page).toHaveURL(/:\d+\/$/)
      expect(await rowOf(person)).toMatchObject({ name: person.name, passwordHash: null })
    })
  })
}

test('known and unknown addresses get the same answer, mail and all', async ({ request, server, newsroom: _ }) => {
  const [known, unknown] = [somebody(), somebody()]
  await castId(known)
  const pages = []
  for (const { email } of [known, unknown]) {
    const answer = await request.post('/sign-in/code', { form: { email }, maxRedirects: 0 })
    expect(answer.status()).toBe(303)
    const mail = await mailTo(server.dataDir, email)
    const page = await (await request.get(answer.headers().location as string)).text()
    pages.push({
      headers: Object.keys(answer.headers()).sort(),
      address: answer.headers().location?.replace(/=.*/, ''),
      subject: mail.subject,
      text: mail.text.replaceAll(/\d{3} \d{3}|token=\S+/g, ''),
      length: page.replaceAll(email, '').replaceAll(/nonce="[^"]*"/g, '').length,
    })
  }
  expect(pages[1]).toEqual(pages[0])
})

test('a code asked for too often is waited for', async ({ request, newsroom: _ }) => {
  const { email } = somebody()
  let last = await request.post('/sign-in/code', { form: { email }, maxRedirects: 0 })
  for (let time = 0; time < 6; time += 1) {
    const headers = { 'x-forwarded-for': `203.0.113.${time}`, accept: 'application/json' }
    last = await request.post('/sign-in/code', { data: { email }, maxRedirects: 0, headers })
  }
  expect(last.status()).toBe(429)
  expect(Number(last.headers()['retry-after'])).toBeGreaterThan(0)
  expect((await last.json()).detail).toMatch(/too many attempts. Wait /)
})

test('addresses that are none get no mail and no error of ours', async ({ request, newsroom: _ }) => {
  for (const email of [
    'a@x.example,b@y.example',
    'a＠x.example',
    'a@x.example\r\nBcc: b@y.example',
    '\uD800@x.example',
    '',
  ]) {
    for (const door of ['/sign-in/code', '/sign-up/begin', '/reset/request'])
      expect(
        (await request.post(door, { form: { email, name: 'Sam', password: '' } })).status(),
        `${door} ${email}`,
      ).toBe(422)
  }
})

test('the pages are well made, in both themes', async ({ page, request, newsroom: _ }) => {
  const asked = await request.post('/sign-in/code', { form: { email: somebody().email }, maxRedirects: 0 })
  for (const address of [
    '/sign-in',
    '/sign-up',
    asked.headers().location as string,
    '/reset',
    '/reset?sent',
    '/verify',
  ]) {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(address)
    await expectForEveryone(page, address)
    expect(await overflow(page), address).toBe(0)
  }
})
