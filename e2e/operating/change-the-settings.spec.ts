import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { unsafeOperator } from '@/lib/people/viewer'
import type { Site } from '@/lib/site/site'
import { changeSite } from '@/lib/site/site-commands'
import { getSite } from '@/lib/site/site-queries'
import { expectWellMade } from '../accessibility'
import { ada, ed, mo, wren } from '../cast'
import { expect, test } from '../fixtures'

const TOPICS = ['', '/look', '/menu', '/comments', '/mail', '/security'].map((topic) => `/dashboard/settings${topic}`)

let before: Site
test.beforeEach(async ({ newsroom: _ }) => {
  before = await getSite()
})
test.afterEach(() => changeSite(unsafeOperator(), before))

const isSaved = (page: Page) => expect(page.getByText('Saved. Every page shows it from now on.')).toBeVisible()
const problem = (page: Page) => page.getByRole('alert').filter({ hasText: 'There is a problem' })

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })
    test.beforeEach(({ signIn }) => signIn(ada).then(() => undefined))

    test('the paper is called anew, and every page says so', async ({ page }) => {
      await page.goto('/dashboard/settings')
      await page.getByLabel('Name', { exact: true }).fill('The Quiet Record')
      await page.getByLabel('Time zone').selectOption('Europe/Lisbon')
      await page.getByLabel('Language').fill('english please')
      await page.getByRole('button', { name: 'Save' }).click()
      await expect(problem(page)).toContainText('A language is written as its code')
      await expect(page.getByLabel('Name', { exact: true })).toHaveValue('The Quiet Record')
      await expect(page.getByLabel('Time zone')).toHaveValue('Europe/Lisbon')
      await page.getByLabel('Language').fill('en')
      await page.getByRole('button', { name: 'Save' }).click()
      await isSaved(page)
      await page.goto('/')
      await expect(page).toHaveTitle(/The Quiet Record/)
      expect(await getSite()).toMatchObject({ name: 'The Quiet Record', zone: 'Europe/Lisbon' })
    })

    test('the menu takes links, and none that would run', async ({ page }) => {
      await page.goto('/dashboard/settings/menu')
      await page.getByLabel('Links').fill('Latest | /latest\nRun | javascript:alert(1)')
      await page.getByRole('button', { name: 'Save' }).click()
      await expect(problem(page)).toContainText('“javascript:alert(1)” is no address')
      await expect(page.getByLabel('Links')).toHaveValue(/javascript:alert/)
      await page.getByLabel('Links').fill('Newest first | /latest\nOur choir | https://choir.example/')
      await page.getByRole('button', { name: 'Save' }).click()
      await isSaved(page)
      await page.goto('/corrections')
      await expect(page.getByRole('contentinfo').getByRole('link', { name: 'Our choir' })).toHaveAttribute(
        ...(['href', 'https://choir.example/'] as const),
      )
    })

    test('a colour that cannot be read is refused, with one that can', async ({ page }) => {
      await page.goto('/dashboard/settings/look')
      await page.getByLabel('On light pages').fill('#ffee00')
      await page.getByRole('button', { name: 'Save colours' }).click()
      await expect(problem(page)).toContainText(/contrast of 1\.\d : 1; text needs 4\.5 : 1/)
      await page.getByLabel('On light pages').fill('#7a1f3d')
      await page.getByRole('button', { name: 'Save colours' }).click()
      await isSaved(page)
      expect((await getSite()).accent?.light).toBe('#7a1f3d')
      await page.getByRole('button', { name: 'Back to petrol' }).click()
      await expect(page.getByRole('button', { name: 'Back to petrol' })).toHaveCount(0)
      await expect.poll(async () => (await getSite()).accent).toBeNull()
    })

    test('a logo stands in the place of the name, until it is taken off', async ({ page }) => {
      const ground = { width: 600, height: 120, channels: 4 as const, background: { r: 20, g: 40, b: 60, alpha: 1 } }
      const buffer = await sharp({ create: ground }).png().toBuffer()
      await page.goto('/dashboard/settings/look')
      await page.getByLabel('Picture').setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer })
      await page.getByRole('button', { name: 'Save logo' }).click()
      await expect(page.locator('.desk-logo img')).toBeVisible()
      await page.goto('/corrections')
      await expect(page.getByRole('banner').locator('img').first()).toBeVisible()
      await page.goto('/dashboard/settings/look')
      await page.getByRole('button', { name: 'Show the name in letters again' }).click()
      await isSaved(page)
      await expect.poll(async () => (await getSite()).logo).toBeNull()
    })

    test('what is no picture is no logo', async ({ page }) => {
      await page.goto('/dashboard/settings/look')
      const buffer = Buffer.from('GIF89a, or so it says')
      await page.getByLabel('Picture').setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer })
      await page.getByRole('button', { name: 'Save logo' }).click()
      await expect(page.getByText('There is a problem')).toBeVisible()
      expect((await getSite()).logo).toEqual(before.logo)
    })

    test('the rules of comments are changed', async ({ page }) => {
      await page.goto('/dashboard/settings/comments')
      await page.getByLabel('Close after days').fill('soon')
      await page.getByLabel('Checked first').check()
      await page.getByRole('textbox', { name: 'Rules' }).fill('Be kind.\nStay on it.')
      await page.getByRole('button', { name: 'Save' }).click()
      await expect(problem(page)).toContainText('The days are a whole number')
      await expect(page.getByLabel('Checked first')).toBeChecked()
      await expect(page.getByRole('textbox', { name: 'Rules' })).toHaveValue(/Be kind\./)
      await page.getByLabel('Close after days').fill('14')
      await page.getByRole('button', { name: 'Save' }).click()
      await isSaved(page)
      expect(await getSite()).toMatchObject({ commentMode: 'premoderated', commentsCloseAfterDays: 14 })
    })

    test('where the newsroom is reached is set, and mails are answered there', async ({ page, server }) => {
      const to = `answered-${javaScriptEnabled}@mail.example`
      await page.goto('/dashboard/settings/mail')
      await page.getByLabel('Contact address').fill('desk@news.example, other@news.example')
      await page.getByRole('button', { name: 'Save' }).click()
      await expect(problem(page)).toContainText('The contact address is one e-mail address')
      await expect(page.getByLabel('Contact address')).toHaveValue('desk@news.example, other@news.example')
      await page.getByLabel('Contact address').fill('desk@news.example')
      await page.getByRole('button', { name: 'Save' }).click()
      await isSaved(page)
      await page.getByLabel('To', { exact: true }).fill(to)
      await page.getByRole('button', { name: 'Send a test mail' }).click()
      await expect(page.locator('.desk-notice').filter({ hasText: /outbox/ })).toBeVisible()
      const folder = join(server.dataDir, 'outbox')
      const texts = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')))
      expect(texts.find((text) => text.includes(to))).toMatch(/^Reply-To: .*<desk@news\.example>$/m)
    })

    test('a mail is tried, and is in the outbox', async ({ page, server }) => {
      const to = `try-${javaScriptEnabled}@mail.example`
      await page.goto('/dashboard/settings/mail')
      await page.getByLabel('To', { exact: true }).fill('nobody at all')
      await page.getByRole('button', { name: 'Send a test mail' }).click()
      await expect(problem(page)).toBeVisible()
      await expect(page.getByLabel('To', { exact: true })).toHaveValue('nobody at all')
      await page.getByLabel('To', { exact: true }).fill(to)
      await page.getByRole('button', { name: 'Send a test mail' }).click()
      await expect(page.locator('.desk-notice').filter({ hasText: /outbox/ })).toBeVisible()
      const folder = join(server.dataDir, 'outbox')
      const texts = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')))
      expect(texts.some((text) => text.includes(to))).toBe(true)
    })
  })
}

test('everything is done by keyboard alone', async ({ page, signIn }) => {
  await signIn(ada)
  await page.goto('/dashboard/settings')
  await page.getByLabel('Tagline').focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('News by hand')
  await page.keyboard.press('Enter')
  await isSaved(page)
  expect((await getSite()).tagline).toBe('News by hand')
})

for (const person of [ed, mo, wren]) {
  test(`the settings are nothing for a ${person.role}`, async ({ page, signIn }) => {
    await signIn(person)
    for (const address of TOPICS) expect((await page.goto(address))?.status(), address).toBe(404)
    const answer = await page.request.post('/dashboard/settings/logo', { multipart: { inverted: 'on' } })
    expect([403, 404]).toContain(answer.status())
  })
}

test('axe finds nothing on the settings in either theme', async ({ page, signIn }) => {
  await signIn(ada)
  for (const address of TOPICS) {
    await page.goto(address)
    await expectWellMade(page, address)
  }
})
