import { inviteToChoosePassword } from '@/lib/people/person-commands'
import { ada, castId, PASSWORD, rowOf, somebody, viewerOf } from '../cast'
import { expect, test } from '../fixtures'
import { HOSTILE } from '../hostile-text'

const AS_JSON = { 'content-type': 'application/json', accept: 'application/json' }

/** Every form of an account that takes text, with what else it needs to come that far. */
const FORMS: { to: string; fields: string[]; with?: Record<string, string> }[] = [
  { to: '/sign-in/code', fields: ['email', 'back'] },
  { to: '/sign-in/password', fields: ['email', 'password', 'back'] },
  { to: '/sign-up/begin', fields: ['name', 'email', 'password', 'back'], with: { name: 'Sam', password: '' } },
  { to: '/sign-up/finish', fields: ['request', 'name', 'password'] },
  { to: '/verify/code', fields: ['request', 'code'] },
  { to: '/verify/link', fields: ['token'] },
  { to: '/reset/request', fields: ['email'] },
  { to: '/reset/choose', fields: ['token', 'name', 'password'] },
  { to: '/account/join/accept', fields: ['token', 'name', 'password'] },
  { to: '/account/saved/change', fields: ['article', 'saved'] },
  { to: '/account/profile/save', fields: ['name', 'bio'], with: { name: 'Sam', bio: '' } },
  { to: '/account/mailbox/change', fields: ['email', 'current'], with: { email: 'sam@cast.example' } },
  { to: '/account/password/change', fields: ['current', 'password'], with: { current: PASSWORD } },
  { to: '/account/sessions/end', fields: ['session', 'id'] },
  { to: '/account/delete/ask', fields: ['comments', 'current'] },
  { to: '/account/muted/end', fields: ['person'] },
  { to: '/account/following/change', fields: ['kind', 'topic', 'followed'] },
  { to: '/account/notifications/mail/choose', fields: ['reply', 'followed-topic'] },
  { to: '/account/providers/remove', fields: ['provider'] },
  { to: '/account/security/app', fields: ['code', 'name', 'deed'] },
  { to: '/account/security/passkeys', fields: ['id', 'name', 'deed'] },
  { to: '/sign-in/confirm/code', fields: ['code', 'back'] },
]

for (const { to, fields, with: rest = {} } of FORMS) {
  test(`${to} shows hostile text as text, or refuses it`, async ({ context, signIn, newsroom: _ }) => {
    const person = somebody()
    await signIn(person)
    for (const field of fields) {
      for (const [kind, text] of Object.entries(HOSTILE)) {
        const sent = { ...rest, [field]: text }
        const answer = await (/\p{Cs}/u.test(text)
          ? context.request.post(to, { data: JSON.stringify(sent), headers: AS_JSON, maxRedirects: 0 })
          : context.request.post(to, { form: sent, maxRedirects: 0 }))
        expect(answer.status(), `${field}: ${kind}`).toBeLessThan(500)
        expect(answer.headers()['set-cookie'] ?? '', `${field}: ${kind}`).not.toContain('session=x')
        const body = await answer.text()
        if (answer.status() >= 400) expect(body.length, `${field}: ${kind}`).toBeGreaterThan(10)
        expect(body.length, `${field}: ${kind}`).toBeLessThan(200_000)
      }
    }
  })
}

test('what was taken is shown as text everywhere it stands, and runs nowhere', async ({ page, signIn, complaints }) => {
  const person = somebody()
  await signIn(person)
  for (const [kind, text] of Object.entries(HOSTILE)) {
    // Chromium takes minutes to draw this in the field of whoever typed it.
    if (kind === 'a megabyte of marks') continue
    await page.goto('/account/profile')
    await page.locator('#bio').evaluate((field: HTMLTextAreaElement, value) => {
      field.removeAttribute('maxlength')
      field.value = value
    }, text)
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.locator('.account-notice'), kind).toBeVisible()
    expect(await page.title(), kind).not.toBe('taken')
    const { bio } = (await rowOf(person)) as { bio: string }
    expect(bio, kind).not.toMatch(/\p{Cs}/u)
    expect([...bio].length).toBeLessThanOrEqual(500)
  }
  complaints.length = 0
})

test('a link that sets a password says what is wrong beside the field, and stays good', async ({
  page,
  newsroom: _,
}) => {
  const person = somebody()
  await castId(person)
  const token = await inviteToChoosePassword(await viewerOf(ada), person.email)
  const answer = await page.request.post('/reset/choose', { form: { token, name: 'a\u202Eb', password: 'short' } })
  expect(answer.status()).toBe(422)
  await page.goto(`/reset?token=${token}`)
  await page.getByLabel('Your name').fill('Sam of the Quay')
  await page.getByLabel('Password', { exact: true }).fill('short')
  await page.getByRole('button', { name: 'Set password' }).click()
  await expect(page.locator('.account-notice')).toContainText('use at least 10')
  await expect(page.getByLabel('Your name')).toHaveValue('Sam of the Quay')
  await expect(page).toHaveTitle(/^Error: /)
  await page.getByLabel('Password', { exact: true }).fill('a louder harbour')
  await page.getByRole('button', { name: 'Set password' }).click()
  await expect(page.getByRole('heading', { name: 'Your password is set' })).toBeVisible()
  await page.goto(`/reset?token=${token}`)
  await expect(page.getByRole('heading', { name: 'This link cannot be used' })).toBeVisible()
})
