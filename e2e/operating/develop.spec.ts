import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { BASE_DATA } from '../base-data'
import { type RunningServer, startServer } from '../server'

let folder: string
let server: RunningServer

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-dev-'))
  await cp(BASE_DATA, folder, { recursive: true })
  server = await startServer(folder, {}, 'lib/operating/dev.mjs')
})

test.afterAll(() => rm(folder, { recursive: true, force: true }))

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
