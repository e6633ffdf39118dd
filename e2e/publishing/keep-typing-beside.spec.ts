import type { Page } from '@playwright/test'
import { ed } from '../cast'
import { expect, test } from '../fixtures'

const TEXT = 'form.editor .ProseMirror'
const standfirst = (page: Page) => page.getByLabel('Standfirst')
const open = (page: Page, part: RegExp) => page.locator('summary', { hasText: part }).click()

/** What is done beside a text, each with how one sees that it is done. */
const BESIDE: Record<string, { prepare: (page: Page) => Promise<unknown>; button: string; done: RegExp }> = {
  'leaving a note': {
    prepare: async (page) => {
      await open(page, /^Notes/)
      await page.getByLabel('Note', { exact: true }).fill('Says who?')
    },
    button: 'Add note',
    done: /^The note was added\.$/,
  },
  'arranging it': {
    prepare: (page) => page.getByLabel('Needs legal').check(),
    button: 'Arrange it',
    done: /^Arranged\.$/,
  },
  'holding it': {
    prepare: (page) => open(page, /^Hold$/),
    button: 'Hold the article',
    done: /holds this article$/,
  },
}

for (const [name, { prepare, button, done }] of Object.entries(BESIDE)) {
  test(`${name} takes nothing of the text that is typed before and meanwhile`, async ({ page, signIn, newsroom }) => {
    await signIn(ed)
    const { id } = await newsroom.writeArticle({ bylines: ['Wren'] })
    await page.goto(`/dashboard/articles/${id}`)
    await expect(page.locator(TEXT)).toBeVisible()
    await prepare(page)
    const asked = page.waitForRequest((request) => request.method() === 'POST' && 'next-action' in request.headers())
    let answer = () => {}
    const isTyped = new Promise<void>((resolve) => {
      answer = resolve
    })
    await page.route(`**/dashboard/articles/${id}`, async (route) => {
      await isTyped
      await route.continue()
    })
    await standfirst(page).fill('Typed before,')
    await page.getByRole('button', { name: button }).click()
    await asked
    await standfirst(page).focus()
    await page.keyboard.press('End')
    await page.keyboard.type(' and meanwhile.')
    answer()
    await expect(page.getByText(done)).toBeVisible()
    await expect(standfirst(page)).toHaveValue('Typed before, and meanwhile.')
    await expect(standfirst(page)).toBeFocused()
    await page.keyboard.type(' And after.')
    await expect.poll(() => newsroom.latestOf(id)).toContain('Typed before, and meanwhile. And after.')
  })
}

test('what is typed when one has to sign in again is offered then', async ({
  page,
  signIn,
  newsroom,
  context,
  complaints,
}) => {
  await signIn(ed)
  const { id } = await newsroom.writeArticle({ bylines: ['Wren'] })
  await page.goto(`/dashboard/articles/${id}`)
  await expect(page.locator(TEXT)).toBeVisible()
  await open(page, /^Notes/)
  await page.getByLabel('Note', { exact: true }).fill('Says who?')
  await context.clearCookies()
  await standfirst(page).fill('Typed after the session ended.')
  await page.getByRole('button', { name: 'Add note' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  // The last save was sent as nobody's, and refused.
  await expect.poll(() => complaints.splice(0).join()).toContain('401')
  await signIn(ed)
  await page.goto(`/dashboard/articles/${id}`)
  const offer = page.getByRole('region', { name: 'Text on this device' })
  await offer.getByRole('button', { name: 'Put it in' }).click()
  await expect(standfirst(page)).toHaveValue('Typed after the session ended.')
  await expect.poll(() => newsroom.latestOf(id)).toContain('Typed after the session ended.')
})
