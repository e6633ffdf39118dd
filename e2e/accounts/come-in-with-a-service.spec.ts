import { cp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { accessibilityProblems } from '../accessibility'
import { BASE_DATA } from '../base-data'
import { expect, test } from '../fixtures'
import { type Mail, mailTo } from '../mailbox'
import { startServer } from '../server'
import { startCounterpart } from './oauth-counterpart'

const codeIn = ({ text }: Mail) => (/\b\d{3} \d{3}\b/.exec(text)?.[0] ?? '').replace(' ', '')

test('people come in with GitHub and Google: confirmed addresses only, one account a mailbox', async ({
  browser,
  complaints,
}) => {
  const counterpart = await startCounterpart()
  const dataDir = join(tmpdir(), `broadsheet-services-${process.pid}`)
  await cp(BASE_DATA, dataDir, { recursive: true })
  const keys = { GITHUB_ID: 'g', GITHUB_SECRET: 's', GOOGLE_ID: 'o', GOOGLE_SECRET: 's' }
  const server = await startServer(dataDir, { ...keys, OAUTH_TEST_COUNTERPART: counterpart.origin, TRUST_PROXY: '1' })
  // Services send people back to the site's own name.
  const site = server.url.replace('127.0.0.1', 'localhost')
  try {
    for (const [service, sub] of [
      ['GitHub', '71'],
      ['Google', '72'],
    ] as const) {
      const email = `${service.toLowerCase()}@cast.example`
      for (const javaScriptEnabled of [true, false]) {
        const context = await browser.newContext({ baseURL: site, javaScriptEnabled })
        const page = await context.newPage()
        counterpart.is({ sub, name: 'Nia Berg', email, isConfirmed: true })
        await page.goto('/sign-in?back=%2Faccount%2Fprofile')
        if (javaScriptEnabled) expect(await accessibilityProblems(page)).toEqual([])
        await page.getByRole('button', { name: service }).click()
        await expect(page).toHaveURL(/\/account\/profile$/)
        await expect(page.getByLabel('Your name')).toHaveValue('Nia Berg')
        const cookies = await context.cookies()
        expect(cookies.find(({ name }) => name === 'session')).toMatchObject({ httpOnly: true })
        expect(cookies.find(({ name }) => name === 'signed-in')?.value).toBe('1')
        await page.goto('/account/sessions')
        await page
          .getByRole('button', { name: /^End the session/ })
          .first()
          .click()
        expect((await context.request.get('/account', { maxRedirects: 0 })).status()).toBe(307)
        await context.close()
      }
    }

    const context = await browser.newContext({ baseURL: site })
    const page = await context.newPage()
    counterpart.is({ sub: '99', name: 'Eve', email: 'victim@cast.example', isConfirmed: false })
    await page.goto('/sign-in')
    await page.getByRole('button', { name: 'GitHub' }).click()
    await expect(page.locator('.account-notice')).toContainText('does not say that your e-mail address is confirmed')

    counterpart.is({ sub: '73', name: 'Nia', email: 'GITHUB@cast.example', isConfirmed: true })
    await page.getByRole('button', { name: 'Google' }).click()
    await expect(page.locator('.account-notice')).toContainText('There is an account with that e-mail address already.')
    await page.goto('/sign-in?back=%2Faccount%2Fproviders')
    await page.getByLabel('E-mail address').fill('github@cast.example')
    await page.getByRole('button', { name: 'Send me a code' }).click()
    await page.getByLabel('Code').fill(codeIn(await mailTo(dataDir, 'github@cast.example')))
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.getByRole('button', { name: 'Connect Google' }).click()
    await expect(page.getByRole('button', { name: 'Disconnect Google' })).toBeVisible()
    await page.getByRole('button', { name: 'Disconnect Google' }).click()
    await expect(page.locator('.account-notice')).toContainText('Success')

    for (const back of ['//evil.example', 'https://evil.example']) {
      const answer = await context.request.get(`/api/auth/signin?callbackUrl=${encodeURIComponent(back)}`)
      expect(new URL(answer.url()).origin).toBe(site)
    }
    const stranger = await browser.newContext({ baseURL: site })
    const forged = await stranger.request.get('/api/auth/callback/github?code=x&state=y')
    expect(new URL(forged.url()).pathname).toBe('/sign-in')
    expect((await stranger.cookies()).filter(({ name }) => name === 'session')).toEqual([])
    const headers = { 'x-forwarded-for': '203.0.113.9' }
    const ask = () => stranger.request.get('/api/auth/callback/github?code=x&state=y', { headers, maxRedirects: 0 })
    const statuses: number[] = []
    while (statuses.at(-1) !== 429 && statuses.length < 60) statuses.push((await ask()).status())
    expect(statuses).toHaveLength(41)
    const refused = await ask()
    expect(Number(refused.headers()['retry-after'])).toBeGreaterThan(0)
    expect(await refused.text()).toMatch(/There were too many attempts\. Wait \d+ (?:seconds?|minutes)/)
    const begun = await stranger.request.post('/sign-in/provider', { form: { provider: 'github' }, headers })
    expect(begun.status()).toBe(429)
    await stranger.close()
    await context.close()
  } finally {
    complaints.length = 0
    await server.stop()
    await counterpart.close()
    await rm(dataDir, { recursive: true, force: true })
  }
})
