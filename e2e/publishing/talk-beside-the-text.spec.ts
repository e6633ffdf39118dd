import type { Page } from '@playwright/test'
import { expectWellMadeAt } from '../accessibility'
import { inWords } from '../bodies'
import { ed, somebody } from '../cast'
import { expect, test } from '../fixtures'

const TEXT = 'form.editor .ProseMirror'
const part = (page: Page, name: RegExp) => page.locator('summary', { hasText: name })
const draft = { section: 'news', language: 'en', bylines: ['Wren'], body: inWords('The dam held.') }
/** Another editor, who did not hold it. */
const owen = somebody({ role: 'editor' })

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with a script' : 'without a script', () => {
    test.use({ javaScriptEnabled })

    test('an article is held beside its text, and let go where it says who holds it', async ({
      page,
      signIn,
      openAs,
      newsroom,
    }) => {
      await signIn(ed)
      const { id } = await newsroom.writeArticle(draft)
      await page.goto(`/dashboard/articles/${id}`)
      await part(page, /^Hold$/).click()
      await page.getByLabel('Reason').fill('The lawyers read it.')
      await page.getByRole('button', { name: 'Hold the article' }).click()
      await expect(page.getByText('Ed Hale holds this article')).toBeVisible()
      await expect(page.getByText(/^The lawyers read it\. Held since/)).toBeVisible()
      await expect(part(page, /^Hold$/)).toHaveCount(0)
      // Others read it, leave notes on it, and change nothing.
      const theirs = await openAs(owen, `/dashboard/articles/${id}`)
      await expect(theirs.getByLabel('Standfirst')).toBeDisabled()
      await expect(theirs.getByLabel('Section')).toBeDisabled()
      await part(theirs, /^Notes/).click()
      await theirs.getByLabel('Note', { exact: true }).fill('What do they say?')
      await theirs.getByRole('button', { name: 'Add note' }).click()
      await expect(part(theirs, /^Notes/)).toContainText('Notes: 1 open')
      await expect(theirs.locator('.editor-note')).toHaveText('What do they say?')
      await page.getByRole('button', { name: 'Let the article go' }).click()
      await expect(page.getByText('The article was let go.')).toBeVisible()
      await expect(part(page, /^Hold$/)).toBeVisible()
      await expect(part(page, /^Notes/)).toContainText('Notes: 1 open')
    })

    test('what is found of notes leads to them', async ({ openAs, newsroom }) => {
      const { id } = await newsroom.writeArticle(draft)
      const written = await openAs(ed, `/dashboard/articles/${id}`)
      await part(written, /^Notes/).click()
      await written.getByLabel('Note', { exact: true }).fill('Says who?')
      await written.getByRole('button', { name: 'Add note' }).click()
      await expect(written.getByText('The note was added.')).toBeVisible()
      const read = await openAs(ed, `/dashboard/articles/${id}`)
      await expect(read.locator('.editor-note')).not.toBeVisible()
      await part(read, /^Checks/).click()
      await read.getByRole('link', { name: 'A note is not resolved.' }).click()
      await expect(read.locator('.editor-note')).toBeInViewport()
    })
  })
}

test('what is typed in a note is no change of the text', async ({ page, signIn, newsroom }) => {
  await signIn(ed)
  const { id } = await newsroom.writeArticle(draft)
  await page.goto(`/dashboard/articles/${id}`)
  await expect(page.locator(TEXT)).toBeVisible()
  await part(page, /^Notes/).click()
  await page.getByLabel('Note', { exact: true }).pressSequentially('Says who?')
  // Nothing is to be seen of it after as long as a change would take to be said.
  await page.waitForTimeout(500)
  await expect(page.locator('.editor-state')).toHaveAttribute('data-state', 'saved')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Add note' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('.editor-note')).toHaveText('Says who?')
  await expect(page.locator('.editor-checks a', { hasText: 'A note is not resolved.' })).toHaveCount(1)
  await page.getByLabel('Standfirst').fill('What we know.')
  await expect(page.locator('.editor-state')).toHaveAttribute('data-state', 'unsaved')
  await expect.poll(() => newsroom.latestOf(id)).toContain('What we know.')
})

test('what stands beside the text is for everyone, in both themes', async ({ page, signIn, newsroom }) => {
  await signIn(ed)
  const { id } = await newsroom.writeArticle({ ...draft, headline: 'Beside the text' })
  await page.goto(`/dashboard/articles/${id}`)
  await expect(page.locator(TEXT)).toBeVisible()
  await part(page, /^Notes/).click()
  await page.getByLabel('About these words').fill('The dam held.')
  await page
    .getByLabel('Note', { exact: true })
    .fill('Until when? The ministry says ten, the people who live there say nine.')
  await page.getByRole('button', { name: 'Add note' }).click()
  await expect(page.locator('.editor-note')).toBeVisible()
  await expectWellMadeAt(page, 'notes beside the text', [1280, 390])
  await part(page, /^Checks/).click()
  await expectWellMadeAt(page, 'checks beside the text', [1280, 390])
  await part(page, /^Search & social/).click()
  await expectWellMadeAt(page, 'looks beside the text', [1280, 390])
  await part(page, /^Story/).click()
  await part(page, /^Hold$/).click()
  await expectWellMadeAt(page, 'the story beside the text', [1280, 390])
})

test('one part stands beside the text at a time, and a finding opens the one that it is about', async ({
  page,
  signIn,
  newsroom,
}) => {
  await signIn(ed)
  const { id } = await newsroom.writeArticle({ ...draft, headline: 'One at a time' })
  await page.goto(`/dashboard/articles/${id}`)
  await expect(page.getByLabel('Section')).toBeVisible()
  await part(page, /^Checks/).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Section')).not.toBeVisible()
  await page.getByRole('link', { name: 'It has no tags.' }).click()
  await expect(page.getByLabel('Tags', { exact: true })).toBeInViewport()
  await expect(page.getByRole('link', { name: 'It has no tags.' })).not.toBeVisible()
  // In a row where there is room, one below the other where there is none.
  const tops = () =>
    page.locator('.editor-section > summary').evaluateAll((all) => all.map((tab) => tab.getBoundingClientRect().top))
  expect(new Set(await tops()).size).toBe(1)
  await page.setViewportSize({ width: 390, height: 844 })
  expect(new Set(await tops()).size).toBe(4)
})

test('the headline says how long it is, and when it is too long', async ({ page, signIn, newsroom }) => {
  await signIn(ed)
  const { id } = await newsroom.writeArticle({ ...draft, headline: 'Ten letters' })
  await page.goto(`/dashboard/articles/${id}`)
  await expect(page.locator(TEXT)).toBeVisible()
  await expect(page.getByLabel('Headline', { exact: true })).toHaveAccessibleDescription('11 of 70 characters')
  await page.getByLabel('Headline', { exact: true }).fill('x'.repeat(71))
  await expect(page.getByLabel('Headline', { exact: true })).toHaveAccessibleDescription('71 of 70 characters – long')
})
