import type { Page } from '@playwright/test'
import { expectWellMadeAt } from '../accessibility'
import { inWords } from '../bodies'
import { ed, wren } from '../cast'
import { expect, test } from '../fixtures'

const notes = (page: Page) => page.locator('summary', { hasText: /^Notes/ })
const draft = { section: 'news', language: 'en', headline: 'Looked back at', bylines: ['Wren'] }

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with a script' : 'without a script', () => {
    test.use({ javaScriptEnabled })

    test('two revisions are compared by words, and an earlier one is put back', async ({ page, signIn, newsroom }) => {
      await signIn(ed)
      const { id } = await newsroom.writeArticle({
        ...draft,
        body: inWords('The dam held until ten.', 'Nobody was hurt.'),
      })
      await newsroom.rewrite(id, { ...draft, body: inWords('The dam held until eleven.', 'Nobody was hurt.') })
      await page.goto(`/dashboard/articles/${id}/revisions`)
      await page.getByLabel('From revision 1').check()
      await page.getByLabel('To revision 2').check()
      await page.getByRole('button', { name: 'Compare the two' }).click()
      await expect(page.locator('.history-text del')).toHaveText('ten')
      await expect(page.locator('.history-text ins')).toHaveText('eleven')
      await page.getByRole('link', { name: 'Beside each other' }).click()
      await expect(page.locator('.history-beside del')).toHaveText('ten')
      await page.getByRole('button', { name: 'Put revision 1 back' }).click()
      await expect(page.getByText('The earlier text is back, as a new revision.')).toBeVisible()
      expect(newsroom.revisionsOf(id).map(({ reason }) => reason)).toEqual(['created', 'minor', 'restored 1'])
    })

    test('a revision is marked to keep, and a note is resolved', async ({ page, signIn, newsroom }) => {
      await signIn(ed)
      const { id } = await newsroom.writeArticle({ ...draft, body: inWords('One.') })
      await page.goto(`/dashboard/articles/${id}/revisions`)
      await page.getByRole('button', { name: 'Keep revision 1' }).click()
      await expect(page.getByText('to keep, says Ed Hale')).toBeVisible()
      await page.goto(`/dashboard/articles/${id}`)
      await notes(page).click()
      await page.getByLabel('Note', { exact: true }).fill('Says who?')
      await page.getByRole('button', { name: 'Add note' }).click()
      await expect(page.locator('.editor-note')).toHaveText('Says who?')
      await expect(notes(page)).toContainText('Notes: 1 open')
      await page.getByRole('button', { name: 'Resolve the note of Ed Hale' }).click()
      await expect(page.getByText('Resolved by Ed Hale')).toBeVisible()
      await expect(notes(page)).toHaveText('Notes')
    })
  })
}

test('the history is for everyone, in both themes, and nobody else’s', async ({
  page,
  signIn,
  newsroom,
  complaints,
}) => {
  await signIn(ed)
  const { id } = await newsroom.writeArticle({ ...draft, body: inWords('One.') })
  await newsroom.rewrite(id, { ...draft, body: inWords('Two.') })
  for (const view of ['', '&view=beside']) {
    await page.goto(`/dashboard/articles/${id}/revisions?from=1&to=2${view}`)
    await expectWellMadeAt(page, `revisions${view}`, [1280, 390])
  }
  await page.context().clearCookies()
  await signIn(wren)
  expect((await page.goto(`/dashboard/articles/${id}/revisions`))?.status()).toBe(404)
  complaints.splice(0)
})
