import type { Page } from '@playwright/test'
import { expectWellMade } from '../accessibility'
import { castId, ed, somebody } from '../cast'
import { expect, test } from '../fixtures'
import { byKeyboard } from '../hands'

const LIST = '/dashboard/articles'
const bylines = ['Wren Tallis']
const row = (page: Page, headline: string) => page.getByRole('row').filter({ hasText: headline })

/** Ticks an article of a view and does something with it. */
async function doWith(page: Page, headline: string, deed: string, fields: Record<string, string> = {}): Promise<void> {
  await page.getByRole('checkbox', { name: `Choose ${headline}` }).check()
  await page.getByLabel('Do', { exact: true }).selectOption({ label: deed })
  if (fields.person) await page.getByLabel('Person').selectOption({ label: fields.person })
  if (fields.deadline) await page.getByLabel('Deadline (UTC)').fill(fields.deadline)
  await page.getByRole('button', { name: 'Do it' }).click()
  await expect(page.getByText('Done with 1 article.')).toBeVisible()
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with a script' : 'without a script', () => {
    test.use({ javaScriptEnabled })

    test('an article is given to somebody until a time, and is late after it', async ({ page, signIn, newsroom }) => {
      const author = somebody({ role: 'author' })
      await castId(author)
      await signIn(ed)
      const { headline } = await newsroom.writeArticle({ bylines })
      const found = `${LIST}?q=${encodeURIComponent(headline)}`
      await page.goto(found)
      await doWith(page, headline, 'Assign to the person', { person: author.name })
      await expect(row(page, headline)).toContainText(author.name)
      await doWith(page, headline, 'Set the deadline', { deadline: '2026-01-02T06:00' })
      await expect(row(page, headline)).toContainText('Late:')
      await expect(row(page, headline)).toContainText(author.name)
      await page.getByRole('link', { name: 'Late', exact: true }).click()
      await expect(row(page, headline)).toBeVisible()
      await page.goto('/dashboard/due')
      await expect(row(page, headline)).toContainText('Deadline')
      await signIn(author)
      await page.goto(`${LIST}?view=mine`)
      await expect(row(page, headline)).toBeVisible()
    })

    test('an article is duplicated as a draft of its own', async ({ page, signIn, newsroom, request }) => {
      await signIn(ed)
      const { headline, slug } = await newsroom.publishArticle({ bylines, tags: ['Dam'] })
      await page.goto(`${LIST}?q=${encodeURIComponent(headline)}`)
      await doWith(page, headline, 'Duplicate as a draft')
      const copy = row(page, `Copy of ${headline}`)
      await expect(copy).toContainText('Draft')
      await copy.getByRole('link', { name: `Copy of ${headline}` }).click()
      await expect(page.getByLabel('Headline', { exact: true })).toHaveValue(`Copy of ${headline}`)
      await expect(page.getByLabel('Tags', { exact: true })).toHaveValue('#Dam')
      expect((await request.get(`/news/copy-of-${slug}`)).status()).toBe(404)
    })

    test('the views are addresses, each with what is in it and nothing else', async ({ page, signIn, newsroom }) => {
      await signIn(ed)
      const draft = await newsroom.writeArticle({ bylines })
      const scheduled = await newsroom.writeArticle({ bylines })
      await newsroom.schedule(scheduled.id, new Date(Date.now() + 3_600_000))
      const out = await newsroom.publishArticle({ bylines })
      await page.goto(LIST)
      await page.getByRole('link', { name: 'Scheduled', exact: true }).click()
      await expect(page).toHaveURL(/view=scheduled$/)
      await expect(row(page, scheduled.headline)).toBeVisible()
      await expect(row(page, draft.headline)).toHaveCount(0)
      await page.getByRole('link', { name: 'Published today', exact: true }).click()
      await expect(row(page, out.headline)).toBeVisible()
      await expect(row(page, scheduled.headline)).toHaveCount(0)
      await page.goto(`${LIST}?q=${encodeURIComponent(draft.headline)}`)
      for (const [deed, view, undone] of [
        ['Ask for legal', 'Needs legal', 'Legal is done'],
        ['Ask for a picture', 'Needs picture', 'The picture is there'],
      ] as const) {
        await doWith(page, draft.headline, deed)
        await page.getByRole('link', { name: view, exact: true }).click()
        await doWith(page, draft.headline, undone)
        await expect(row(page, draft.headline)).toHaveCount(0)
        await page.goto(`${LIST}?q=${encodeURIComponent(draft.headline)}`)
      }
    })

    test('what is binned can be had again, as it was', async ({ page, request, signIn, newsroom }) => {
      await signIn(ed)
      const { id, headline, address } = await newsroom.writeArticle({ bylines })
      await page.goto(`${LIST}?q=${encodeURIComponent(headline)}`)
      await doWith(page, headline, 'Move to the bin')
      await expect(row(page, headline)).toHaveCount(0)
      expect((await request.get(address)).status()).toBe(404)
      await page.getByRole('link', { name: 'Bin', exact: true }).click()
      await doWith(page, headline, 'Take out of the bin')
      await page.goto(`${LIST}?q=${encodeURIComponent(headline)}`)
      await expect(row(page, headline)).toContainText('Draft')
      await page.goto(`/dashboard/articles/${id}/publish`)
      await page.getByRole('button', { name: 'Move to the bin' }).click()
      await expect(page.getByText('In the bin')).toBeVisible()
      await page.getByRole('button', { name: 'Restore' }).click()
      await expect(page.getByRole('button', { name: 'Publish now' })).toBeVisible()
    })

    test('what cannot be done is left, and said', async ({ page, signIn, newsroom }) => {
      await signIn(ed)
      const out = await newsroom.publishArticle({ bylines })
      await page.goto(`${LIST}?q=${encodeURIComponent(out.headline)}`)
      await page.getByRole('checkbox', { name: `Choose ${out.headline}` }).check()
      await page.getByLabel('Do', { exact: true }).selectOption({ label: 'Move to the bin' })
      await page.getByRole('button', { name: 'Do it' }).click()
      await expect(page.getByText('Left 1 article: you may not, or not as they are.')).toBeVisible()
      await expect(row(page, out.headline)).toContainText('Published')
    })
  })
}

test('the list is worked by keyboard alone', async ({ page, signIn, newsroom }) => {
  await signIn(ed)
  const { headline } = await newsroom.writeArticle({ bylines })
  const hands = byKeyboard(page)
  await page.goto(LIST)
  await hands.write(page.getByLabel('Words of the headline'), headline)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/q=/)
  await hands.reach(page.getByRole('checkbox', { name: `Choose ${headline}` }))
  await page.keyboard.press('Space')
  await hands.select(page.getByLabel('Do', { exact: true }), 'Move to the bin')
  await hands.press(page.getByRole('button', { name: 'Do it' }))
  await expect(page.getByText('Done with 1 article.')).toBeVisible()
})

test('the list is for everyone, in both themes and at every width', async ({ page, signIn, newsroom }) => {
  await signIn(ed)
  await newsroom.writeArticle({ bylines })
  for (const address of [LIST, `${LIST}?view=bin`, `${LIST}?dense=1&sort=deadline`]) {
    await page.goto(address)
    await expectWellMade(page, address)
  }
})
