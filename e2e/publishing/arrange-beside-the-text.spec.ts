import type { Page } from '@playwright/test'
import { ed, somebody, wren } from '../cast'
import { expect, test } from '../fixtures'

const TEXT = 'form.editor .ProseMirror'
const owen = somebody({ role: 'editor', name: 'Owen Subs' })
const arrange = (page: Page) => page.getByRole('button', { name: 'Arrange it' }).click()

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with a script' : 'without a script', () => {
    test.use({ javaScriptEnabled })

    test('an article is given to somebody beside its text, until a time, with what it needs', async ({
      page,
      signIn,
      openAs,
      newsroom,
    }) => {
      await openAs(owen)
      await signIn(ed)
      const { id, headline } = await newsroom.writeArticle({ bylines: ['Wren'] })
      await page.goto(`/dashboard/articles/${id}`)
      if (javaScriptEnabled) await expect(page.locator(TEXT)).toBeVisible()
      await expect(page.getByLabel('Assigned')).toHaveValue('')
      await page.getByLabel('Assigned').selectOption({ label: owen.name })
      await page.getByLabel(/^Deadline/).fill('2031-11-24T05:30')
      await page.getByLabel('Needs legal').check()
      await arrange(page)
      await expect(page.getByText('Arranged.', { exact: true })).toBeVisible()
      await expect(page.getByLabel('Assigned')).toHaveValue(/\d+/)
      await expect(page.getByLabel(/^Deadline/)).toHaveValue('2031-11-24T05:30')
      await expect(page.getByLabel('Needs legal')).toBeChecked()
      await expect(page.getByLabel('Needs a picture')).not.toBeChecked()
      await page.goto('/dashboard/articles')
      const line = page.getByRole('row', { name: headline })
      await expect(line).toContainText(owen.name)
      await expect(line).toContainText('Needs legal')
    })
  })
}

test('a page that is old takes back nothing of what somebody arranged since', async ({
  page,
  signIn,
  openAs,
  newsroom,
}) => {
  const { id } = await newsroom.writeArticle({ bylines: ['Wren'] })
  const theirs = await openAs(owen, `/dashboard/articles/${id}`)
  await signIn(ed)
  await page.goto(`/dashboard/articles/${id}`)
  await page.getByLabel('Assigned').selectOption({ label: owen.name })
  await arrange(page)
  await expect(page.getByText('Arranged.', { exact: true })).toBeVisible()
  await theirs.getByLabel('Needs a picture').check()
  await arrange(theirs)
  await expect(theirs.getByText('Arranged.', { exact: true })).toBeVisible()
  await expect(theirs.getByLabel('Assigned').locator('option:checked')).toHaveText(owen.name)
  await expect(theirs.getByLabel('Needs a picture')).toBeChecked()
})

test('what is arranged is no change of the text', async ({ page, signIn, newsroom }) => {
  await signIn(ed)
  const { id } = await newsroom.writeArticle({ bylines: ['Wren'] })
  await page.goto(`/dashboard/articles/${id}`)
  await expect(page.locator(TEXT)).toBeVisible()
  await page.getByLabel('Needs legal').check()
  // Nothing is to be seen of it after as long as a change would take to be said.
  await page.waitForTimeout(500)
  await expect(page.locator('.editor-state')).toHaveAttribute('data-state', 'saved')
})

test('whoever writes asks for a look at their own, and gives it to nobody', async ({ page, signIn }) => {
  await signIn(wren)
  await page.goto('/dashboard/articles/new')
  await page.getByLabel('Headline').fill('Wanted: a picture')
  await page.getByRole('button', { name: 'Start writing' }).click()
  await expect(page.locator(TEXT)).toBeVisible()
  await expect(page.getByLabel('Assigned')).toHaveCount(0)
  await page.getByLabel('Needs a picture').check()
  await arrange(page)
  await expect(page.getByText('Arranged.', { exact: true })).toBeVisible()
  await expect(page.getByLabel('Needs a picture')).toBeChecked()
})
