import type { Page } from '@playwright/test'
import { unsafeReadingConnection } from '@/db/client'
import { expectForEveryone } from '../accessibility'
import { bodyOf, paragraph, picture } from '../bodies'
import { ed } from '../cast'
import { expect, test } from '../fixtures'

const TEXT = 'form.editor .ProseMirror'
const state = (page: Page) => page.locator('.editor-state')
const checks = (page: Page) => page.locator('summary', { hasText: /^Checks/ })
/** What of them is read out by itself. */
const said = (page: Page) => page.getByRole('status').filter({ hasText: /^Checks/ })

/** A picture of the library that lacks nothing. */
const somePicture = () =>
  unsafeReadingConnection()
    .prepare(
      "select min(id) from media where credit <> '' and licence <> '' and licence_ends_at is null and not decorative",
    )
    .pluck()
    .get() as number

test('what was found goes away when it is put right and saved, and comes when it is written', async ({
  page,
  signIn,
  newsroom,
}) => {
  await signIn(ed)
  const image = { type: 'image' as const, attrs: picture(somePicture(), '') }
  const { id } = await newsroom.writeArticle({
    ...{ bylines: ['Ed Hale'], standfirst: 'What we know.', tags: ['Dam'] },
    body: bodyOf(paragraph('The dam held.'), image),
  })
  await page.goto(`/dashboard/articles/${id}`)
  await expect(page.locator(TEXT)).toBeVisible()
  await expect(checks(page)).toContainText('Checks: 1 to put right, 1 to look at')
  // What can be read is not read out by itself.
  await expect(said(page)).toHaveCount(0)
  await page.evaluate(() => document.body.setAttribute('data-not-reloaded', ''))
  await checks(page).click()
  await page.getByRole('link', { name: /has no alt text/ }).click()
  await page.getByLabel('Alternative text').last().fill('The dam, with water behind it')
  await expect(checks(page)).toContainText('Checks: 1 to look at')
  await expect(state(page)).toHaveAttribute('data-state', 'saved')
  await expect(page.getByRole('link', { name: /has no alt text/ })).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'It has no lead picture.' })).toBeVisible()
  await expect(said(page)).toHaveText('Checks: 1 to look at')
  await expectForEveryone(page)
  await page.getByLabel('Standfirst').fill('What we know, TK.')
  await expect(checks(page)).toContainText('Checks: 1 to put right, 1 to look at')
  await expect(page.getByRole('link', { name: '“TK” still stands in the standfirst.' })).toBeVisible()
  await expect(page.locator('body')).toHaveAttribute('data-not-reloaded')
})

test('what a colleague saves is looked at as well', async ({ page, signIn, newsroom }) => {
  await signIn(ed)
  const { id } = await newsroom.writeArticle({ bylines: ['Ed Hale'], standfirst: 'What we know.', tags: ['Dam'] })
  await page.clock.install()
  await page.goto(`/dashboard/articles/${id}`)
  await expect(page.locator(TEXT)).toBeVisible()
  await expect(checks(page)).toContainText('Checks: 1 to look at')
  await newsroom.edit(id, { standfirst: 'What we know, TK.' })
  await page.clock.fastForward(20_000)
  await expect(checks(page)).toContainText('Checks: 1 to put right, 1 to look at')
})
