import type { Page } from '@playwright/test'
import { wren } from '../cast'
import { expect, test } from '../fixtures'
import { FROM_GOOGLE_DOCS, FROM_WORD, HOSTILE } from './pasted'

const TEXT = 'form.editor .ProseMirror'

test.beforeEach(async ({ page, signIn }) => {
  await signIn(wren)
  await page.goto('/dashboard/articles/new')
  await page.getByLabel('Headline').fill('Pasted')
  await page.getByRole('button', { name: 'Start writing' }).click()
  await page.locator(TEXT).click()
})

async function paste(page: Page, html: string): Promise<void> {
  await page.locator(TEXT).evaluate((element, data) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', data)
    clipboardData.setData('text/plain', 'plain')
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, html)
}

test('from Word it keeps what it means, and nothing of how it looked', async ({ page }) => {
  await paste(page, FROM_WORD)
  const text = page.locator(TEXT)
  await expect(text.locator('h2')).toHaveText('What the papers say')
  await expect(text.locator('strong')).toHaveText('held')
  await expect(text.locator('em')).toHaveText('ten')
  await expect(text.locator('a')).toHaveAttribute('href', 'https://inquiry.example/report')
  await expect(text.locator('> ul > li > p')).toHaveText(['First point', 'Second point'])
  await expect(text.locator('> ul ul li')).toHaveText('Under it')
  await expect(text.locator('> ol li')).toHaveText('One')
  await expect(text.locator('td')).toHaveText(['Year', 'Cost'])
  expect(await text.innerHTML()).not.toMatch(/Mso|mso-|font-family|<span/)
  await expect(page.locator('.editor-state')).toHaveAttribute('data-state', 'saved')
})

test('from Google Docs only what is bold is bold', async ({ page }) => {
  await paste(page, FROM_GOOGLE_DOCS)
  const text = page.locator(TEXT)
  await expect(text.locator('h2')).toHaveText('The night')
  await expect(text.locator('strong')).toHaveText('dark')
  await expect(text.locator('em')).toHaveText('and wet')
  await expect(text.locator('a')).toHaveText('the map')
  await expect(text.locator('li')).toHaveText(['A lamp', 'A rope'])
  await expect(page.locator('.editor-state')).toHaveAttribute('data-state', 'saved')
})

test('a table stays one, whatever stands in its cells', async ({ page }) => {
  const cell = '<ul><li>one<ul><li>two</li></ul></li><li><p>three</p><p>four</p></li></ul><h3>five</h3><div>six</div>'
  await paste(page, `<table><tr><td>Year</td><td>${cell}</td></tr><tr><td>2026</td><td></td></tr></table>`)
  const table = page.locator(`${TEXT} > table, ${TEXT} > .tableWrapper table`)
  await expect(table).toHaveCount(1)
  await expect(table.locator('tr')).toHaveCount(2)
  await expect(table.locator('td').nth(1).locator('p')).toHaveText(['one', 'two', 'three', 'four', 'five', 'six'])
  await expect(page.locator('.editor-state')).toHaveAttribute('data-state', 'saved')
})

test('of pictures that it cannot bring it says so', async ({ page }) => {
  const picture = '<img src="file:///C:/boat.png" width="300" height="200">'
  await paste(
    page,
    `<p>The boat${picture}</p><p>The pier${picture}<img src="https://count.example/1.gif" width="1"></p>`,
  )
  const text = page.locator(TEXT)
  await expect(text.locator('p')).toHaveText(['The boat', 'The pier'])
  const note = page.getByText('2 pictures were not pasted. Bring them by “Insert…”, “Picture”.')
  await expect(note).toBeVisible()
  await paste(page, '<p>The end</p>')
  await expect(note).toHaveCount(0)
})

test('what means harm loses it', async ({ page, complaints }) => {
  await paste(page, HOSTILE)
  const text = page.locator(TEXT)
  await expect(text).toContainText('Words')
  await expect(text).toContainText('a link')
  await expect(text.locator('script, iframe, img:not(.ProseMirror-separator), a, [onclick]')).toHaveCount(0)
  await expect(page.locator('.editor-state')).toHaveAttribute('data-state', 'saved')
  // The browser says of each handler that it did not run.
  for (const complaint of complaints.splice(0)) expect(complaint).toContain('Content Security Policy')
})
