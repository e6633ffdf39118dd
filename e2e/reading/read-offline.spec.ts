import type { Page } from '@playwright/test'
import { expectForEveryone } from '../accessibility'
import { expect, test } from '../fixtures'

const ARTICLE = '/politics/flood-risk-papers'

// A worker is not let in by an address that a browser would not trust; the machine's own name is.
const visit = async (page: Page, path: string) => {
  await page.goto(path)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)
}
const isKept = (page: Page, path: string) =>
  page.evaluate((address) => caches.match(address, { ignoreVary: true }).then(Boolean), path)

test('what was read can be read again without a connection', async ({ page, context, complaints }) => {
  await visit(page, '/')
  await page.goto(ARTICLE)
  await expect.poll(() => isKept(page, ARTICLE)).toBe(true)
  await context.setOffline(true)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Ministers knew of flood risk/)
  await expect(page.getByRole('status').first()).toHaveText(/You are offline/)
  await page.goto('/')
  await expect(page.getByRole('link', { name: /Ministers knew of flood risk/ }).first()).toBeVisible()
  complaints.length = 0
})

test('the page that brought the worker is kept too', async ({ page, context, complaints }) => {
  await visit(page, ARTICLE)
  await expect.poll(() => isKept(page, ARTICLE)).toBe(true)
  await context.setOffline(true)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Ministers knew of flood risk/)
  complaints.length = 0
})

test('what was not kept is said not to be', async ({ page, context, complaints }) => {
  await visit(page, '/')
  await context.setOffline(true)
  await page.goto('/sport')
  await expect(page.getByRole('heading', { level: 1, name: 'You are offline' })).toBeVisible()
  await page.getByRole('link', { name: /What you have saved/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Saved' })).toBeVisible()
  complaints.length = 0
})

test('an article is saved with its pictures, listed, and removed', async ({ page, context, complaints }) => {
  await visit(page, ARTICLE)
  const save = page.getByRole('button', { name: 'Save' }).first()
  await save.focus()
  await page.keyboard.press('Enter')
  await expect(save).toHaveAttribute('aria-pressed', 'true')
  await context.setOffline(true)
  await page.goto('/saved')
  const kept = page.locator('#kept')
  await kept
    .getByRole('link', { name: /Ministers knew of flood risk/ })
    .first()
    .click()
  const picture = page.getByRole('img', { name: /pale concrete dam/ })
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
  await context.setOffline(false)
  await page.goto('/saved')
  await kept.getByRole('button', { name: /^Remove “Ministers knew/ }).click()
  await expect(kept).toContainText('Nothing is saved on this device yet.')
  complaints.length = 0
})

test('who is online sees what is new, never what was kept', async ({ page, newsroom }) => {
  await visit(page, '/latest')
  await page.goto('/latest')
  const { headline } = await newsroom.publishArticle({ headline: 'The last lantern is lit at noon' })
  await page.goto('/latest')
  await expect(page.getByRole('link', { name: headline })).toBeVisible()
})

test('what was withdrawn is forgotten by the device as well', async ({ page, newsroom, complaints }) => {
  const { address, id } = await newsroom.publishArticle({ headline: 'A lantern that never was' })
  await visit(page, address)
  await page.getByRole('button', { name: 'Save' }).first().click()
  await expect(page.getByRole('button', { name: 'Save' }).first()).toHaveAttribute('aria-pressed', 'true')
  await newsroom.kill(id, 'It was not so.')
  await page.goto(address)
  await expect.poll(() => isKept(page, address)).toBe(false)
  complaints.length = 0
})

test('pages of one person are never kept', async ({ page }) => {
  await visit(page, '/')
  await page.goto('/reset?done')
  await page.goto('/latest')
  await expect.poll(() => isKept(page, '/latest')).toBe(true)
  expect(await isKept(page, '/reset?done')).toBe(false)
})

test('all of it can be forgotten, and stays so', async ({ page }) => {
  await visit(page, ARTICLE)
  await expect.poll(() => isKept(page, ARTICLE)).toBe(true)
  await page.goto('/saved')
  await page.getByRole('button', { name: 'Forget all of it' }).click()
  await expect(page.getByRole('status')).toHaveText(/keeps nothing/)
  await page.goto('/')
  const left = await page.evaluate(async () => {
    const workers = await navigator.serviceWorker.getRegistrations()
    return [...(await caches.keys()), ...workers.map(({ scope }) => scope)]
  })
  expect(left).toEqual([])
})

test('the worker is asked for anew each time', async ({ request }) => {
  const worker = await request.get('/sw.js')
  expect(worker.headers()['cache-control']).toBe('no-cache')
  expect(worker.headers()['content-security-policy']).toContain("connect-src 'self'")
})

for (const path of ['/saved', '/offline']) {
  test(`axe finds nothing on ${path} in either theme`, async ({ page }) => {
    await page.goto(path)
    await expectForEveryone(page)
  })
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the list says what it needs, and an article is saved in an account', async ({ page }) => {
    await page.goto('/saved')
    // By its place: text inside of noscript is not looked at by words.
    await expect(page.locator('#kept p')).toBeVisible()
    await page.goto(ARTICLE)
    await page.getByRole('button', { name: 'Save' }).first().click()
    await expect(page).toHaveURL(/\/sign-in\?back=/)
  })
})
