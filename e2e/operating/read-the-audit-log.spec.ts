import { unsafeViewer } from '@/lib/people/viewer'
import { changeSite } from '@/lib/site/site-commands'
import { getSite } from '@/lib/site/site-queries'
import { expectWellMade } from '../accessibility'
import { ada, castId, ed, mo, wren } from '../cast'
import { expect, test } from '../fixtures'

/** Somebody does something, and undoes it. */
async function doSomething(): Promise<void> {
  const viewer = unsafeViewer({ id: await castId(ada), name: ada.name, role: 'admin' })
  const { tagline } = await getSite()
  await changeSite(viewer, { tagline: 'Read in the log' })
  await changeSite(viewer, { tagline })
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a deed is found by who did it, what and to what', async ({ page, signIn, newsroom }) => {
      await doSomething()
      const { id, headline } = await newsroom.writeArticle()
      await signIn(ada)
      await page.goto('/dashboard/audit')
      await page.getByLabel('Person').fill('Ada')
      await page.getByLabel('Subject').fill('site')
      await page.getByRole('button', { name: 'Find' }).click()
      await expect(page.getByRole('row').nth(1)).toContainText('Ada Marsh')
      await expect(page.getByText('Read in the log').first()).toBeVisible()
      await page.getByRole('link', { name: 'Clear' }).click()
      await page.getByLabel('Action').selectOption('article.create')
      await page.getByLabel('Subject').fill(`article:${id}`)
      await page.getByRole('button', { name: 'Find' }).click()
      await expect(page.getByRole('row')).toHaveCount(2)
      await expect(page.getByRole('row').nth(1)).toContainText(headline)
      await page.getByLabel('Until').fill('2001-01-01')
      await page.getByRole('button', { name: 'Find' }).click()
      await expect(page.getByText('Nothing found')).toBeVisible()
      await expect(page.getByLabel('Until')).toHaveValue('2001-01-01')
    })
  })
}

test('the log is taken along as it is filtered, and that is in the log', async ({ page, signIn }) => {
  await doSomething()
  await signIn(ada)
  await page.goto('/dashboard/audit?person=Ada&subject=site')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export CSV' }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/^audit-log-\d{4}-\d\d-\d\d\.csv$/)
  const csv = await (await page.request.get('/dashboard/audit/export.csv?person=Ada&subject=site')).text()
  expect(csv).toContain('Read in the log')
  expect(
    csv
      .split('\n')
      .slice(1)
      .filter(Boolean)
      .every((line) => line.includes('Ada Marsh')),
  ).toBe(true)
  const json = await (await page.request.get('/dashboard/audit/export.json?person=Ada&subject=site')).json()
  expect(JSON.stringify(json)).toContain('Read in the log')
  await page.goto('/dashboard/audit?action=audit.export')
  await expect(page.getByRole('row').nth(1)).toContainText('format: json')
})

for (const person of [ed, mo, wren]) {
  test(`the log is nothing for a ${person.role}`, async ({ page, signIn }) => {
    await signIn(person)
    expect((await page.goto('/dashboard/audit'))?.status()).toBe(404)
    for (const format of ['csv', 'json'])
      expect((await page.request.get(`/dashboard/audit/export.${format}`)).status()).toBe(404)
  })
}

test('the log is found through by keyboard alone', async ({ page, signIn }) => {
  await doSomething()
  await signIn(ada)
  await page.goto('/dashboard/audit')
  await page.getByLabel('Subject').focus()
  await page.keyboard.type('site')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/subject=site/)
  await expect(page.getByText('Read in the log').first()).toBeVisible()
})

test('axe finds nothing on the log in either theme', async ({ page, signIn }) => {
  await signIn(ada)
  for (const address of ['/dashboard/audit', '/dashboard/audit?subject=nothing:1']) {
    await page.goto(address)
    await expectWellMade(page, address)
  }
})
