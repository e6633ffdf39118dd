import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { BASE_DATA } from '../base-data'
import { type RunningServer, startServer } from '../server'

// The framework runs one development server in a folder: all of these share it, one after the other.
test.describe.configure({ mode: 'default' })

let folder: string
let server: RunningServer

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-dev-'))
  await cp(BASE_DATA, folder, { recursive: true })
  server = await startServer(folder, {}, 'lib/operating/dev.mjs')
})

test.afterAll(async () => {
  await server?.stop()
  await rm(folder, { recursive: true, force: true })
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a form that is refused is shown again with what was typed', async ({ page }) => {
      await page.goto(`${server.url}/sign-in?with=password`)
      await page.getByLabel('E-mail address').fill('nobody@cast.example')
      await page.getByLabel('Password', { exact: true }).fill('wrong')
      const answer = page.waitForResponse((response) => response.url().endsWith('/sign-in/password'))
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      expect((await answer).status()).toBe(422)
      await expect(page.getByRole('alert').filter({ hasText: 'There is a problem' })).toBeVisible()
      await expect(page.getByLabel('E-mail address')).toHaveValue('nobody@cast.example')
    })
  })
}

test('whoever develops sees every page as it stands, pictures and health too, and can stop it', async ({ page }) => {
  await page.goto(server.url)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The Harbour Record, front page')
  const picture = page.locator('main img').first()
  await expect(picture).toHaveJSProperty('complete', true)
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)

  await expect(page.getByRole('combobox', { name: 'Theme' })).toBeVisible()

  const missing = await page.request.get(`${server.url}/politics/nowhere`)
  expect([missing.status(), await missing.text()]).toEqual([404, expect.stringContaining('Page not found')])
  const ready = await page.request.get(`${server.url}/readyz`)
  expect([ready.status(), await ready.json()]).toEqual([200, expect.objectContaining({ scheduler: 'ok' })])

  // The open page holds a connection for changes, which must not hold the server.
  expect(await server.stop()).toBe(0)
})
