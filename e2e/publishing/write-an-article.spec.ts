import type { Page } from '@playwright/test'
import { accessibilityProblems, expectWellMade } from '../accessibility'
import { castId, ed, mo, remy, wren } from '../cast'
import { expect, test } from '../fixtures'

const TEXT = 'form.editor .ProseMirror'
const state = (page: Page) => page.locator('.editor-state')

async function begin(page: Page, headline: string): Promise<number> {
  await page.goto('/dashboard/articles/new')
  await page.getByLabel('Headline').fill(headline)
  await page.getByRole('button', { name: 'Start writing' }).click()
  await page.waitForURL(/\/dashboard\/articles\/\d+$/)
  return Number(page.url().split('/').at(-1))
}

test('whoever writes begins an article, types, and it is saved by itself', async ({ page, signIn, newsroom }) => {
  await signIn(wren)
  const id = await begin(page, 'The lantern is lit')
  await page.locator(TEXT).click()
  await page.keyboard.type('The sirens sounded at ten.\n## What they say\nNobody was **hurt** there.')
  await expect.poll(() => newsroom.latestOf(id)).toContain('there.')
  await expect(state(page)).toHaveAttribute('data-state', 'saved')
  await page.reload()
  await expect(page.locator(TEXT)).toContainText('The sirens sounded at ten.')
  await expect(page.locator(`${TEXT} h2`)).toHaveText('What they say')
  await expect(page.locator(`${TEXT} strong`)).toHaveText('hurt')
  expect(newsroom.revisionsOf(id).length).toBeGreaterThan(1)
})

test('keys without a pause stand where they were typed, in blocks that are new or were changed', async ({
  page,
  signIn,
  newsroom,
}) => {
  await signIn(wren)
  const id = await begin(page, 'Typed at once')
  await page.locator(TEXT).click()
  await page.keyboard.type(
    'One.\n## Two\nThree **is** bold.\n- four\nfive\n\n> six\n\nSeven.\n1. eight\nnine\n\n### Ten\nEnd.',
  )
  const blocks = page.locator(`${TEXT} :is(p, h2, h3)`)
  const words = ['One.', 'Two', 'Three is bold.', 'four', 'five', 'six', 'Seven.', 'eight', 'nine', 'Ten', 'End.']
  await expect(blocks).toHaveText(words)
  await expect.poll(() => newsroom.latestOf(id)).toContain('End.')
  await expect(state(page)).toHaveAttribute('data-state', 'saved')
  await page.reload()
  await expect(blocks).toHaveText(words)
})

test('fields are saved as they are typed, and offered tags are taken', async ({ page, signIn }) => {
  await signIn(wren)
  await begin(page, 'Kim Jong Un in Russia')
  await expect(page.locator(TEXT)).toBeVisible()
  await page.getByLabel('Standfirst').fill('What we know of it.')
  await page.getByRole('button', { name: 'Add #Russia' }).click()
  await expect(page.getByLabel('Tags', { exact: true })).toHaveValue('#Russia')
  await expect(state(page)).toHaveAttribute('data-state', 'unsaved')
  await expect(state(page)).toHaveAttribute('data-state', 'saved')
  await page.reload()
  await expect(page.getByLabel('Standfirst')).toHaveValue('What we know of it.')
  await expect(page.getByLabel('Tags', { exact: true })).toHaveValue('#Russia')
})

test('two who write at once keep both their words', async ({ page, browser, signIn, server, newsroom }) => {
  await signIn(ed)
  const { id } = await newsroom.writeArticle({
    body: {
      type: 'doc',
      content: ['The dam held until ten.', 'Nobody was hurt.'].map((text) => ({
        type: 'paragraph',
        content: [{ type: 'text', text }],
      })),
    },
  })
  const other = await browser.newContext({ baseURL: server.url })
  await signIn({ ...ed, name: 'Owen Field', email: 'owen@cast.example' }, other)
  const theirs = await other.newPage()
  for (const one of [page, theirs]) {
    await one.goto(`/dashboard/articles/${id}`)
    await expect(one.locator(TEXT)).toBeVisible()
  }
  await typeAtEnd(page, 0, ' Ed was here.')
  await typeAtEnd(theirs, 1, ' Owen was here.')
  for (const one of [page, theirs]) await expect(state(one)).toHaveAttribute('data-state', 'saved')
  for (const one of [page, theirs]) {
    await one.reload()
    await expect(one.locator(TEXT)).toContainText('The dam held until ten. Ed was here.')
    await expect(one.locator(TEXT)).toContainText('Nobody was hurt. Owen was here.')
    // The other is at it still, and has not been there and gone.
    await expect(one.locator('.editor-others')).toContainText(one === page ? 'Owen Field' : ed.name)
  }
  await other.close()
})

test('what both changed is theirs, mine or both, for that paragraph alone', async ({
  page,
  signIn,
  newsroom,
  complaints,
}) => {
  await signIn(ed)
  const paragraph = (text: string) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] })
  const draft = { section: 'news', language: 'en', headline: 'Both of them', bylines: ['Wren'] }
  const body = (first: string) => ({ type: 'doc' as const, content: [paragraph(first), paragraph('Nobody was hurt.')] })
  const { id } = await newsroom.writeArticle({ ...draft, body: body('It held until ten.') })
  await page.goto(`/dashboard/articles/${id}`)
  await expect(page.locator(TEXT)).toBeVisible()
  // An answer that never comes: presence would tell of the other's save before this one is tried.
  await page.route('**/presence', () => undefined)
  await newsroom.rewrite(id, { ...draft, body: body('It held until nine.') })
  await replaceWord(page, 'ten', 'eleven')
  await expect(state(page)).toHaveAttribute('data-state', 'paused')
  const clash = page.getByRole('region', { name: 'Both changed the same words' })
  await expect(clash).toContainText('nine')
  await expect(clash).toContainText('eleven')
  expect(await accessibilityProblems(page)).toEqual([])
  // The browser itself notes that the save was not taken.
  complaints.splice(0)
  await clash.getByLabel('Both').check()
  await clash.getByRole('button', { name: 'Save this' }).click()
  await expect(state(page)).toHaveAttribute('data-state', 'saved')
  await page.reload()
  await expect(page.locator(TEXT)).toContainText('It held until nine.')
  await expect(page.locator(TEXT)).toContainText('It held until eleven.')
})

test('what was typed without a connection is kept, offered with its difference, and put in when asked', async ({
  page,
  signIn,
  complaints,
}) => {
  await signIn(wren)
  const id = await begin(page, 'On the device')
  await page.locator(TEXT).click()
  await page.route(`**/dashboard/articles/${id}/save`, (route) => route.abort())
  await page.keyboard.type('Typed in a tunnel.')
  await expect(state(page)).toHaveText(/Offline — kept on this device/)
  // What a page sends as it goes is past every route.
  await page.evaluate(() => {
    window.fetch = () => Promise.reject(new TypeError('There is no connection.'))
  })
  await page.reload()
  await expect(page.locator(TEXT)).not.toContainText('tunnel')
  const offer = page.getByRole('region', { name: 'Text on this device' })
  await offer.getByRole('button', { name: 'Show the difference' }).click()
  await expect(offer.locator('ins').last()).toContainText('tunnel')
  await page.unroute(`**/dashboard/articles/${id}/save`)
  complaints.splice(0)
  await offer.getByRole('button', { name: 'Put it in' }).click()
  await expect(page.locator(TEXT)).toContainText('Typed in a tunnel.')
  await expect(state(page)).toHaveAttribute('data-state', 'saved')
})

test('a link to an article of the paper is found by its headline', async ({ page, signIn, newsroom }) => {
  const { headline, address } = await newsroom.publishArticle({ bylines: ['Wren'] })
  await signIn(wren)
  await begin(page, 'With a link')
  await page.locator(TEXT).click()
  await page.keyboard.press('Control+k')
  const dialog = page.getByRole('dialog', { name: 'Link' })
  await dialog.getByLabel('Address, or words of a headline').fill(headline)
  await dialog.getByRole('button', { name: headline }).click()
  await expect(page.locator(`${TEXT} a`)).toHaveAttribute('href', address)
  await expect(state(page)).toHaveAttribute('data-state', 'saved')
})

test('every page of writing is for everyone, in both themes', async ({ page, signIn, newsroom }) => {
  await signIn(ed)
  const id = newsroom.idOf('storm-ines-hour-by-hour')
  for (const address of ['/dashboard/articles', '/dashboard/articles/new', `/dashboard/articles/${id}`]) {
    await page.goto(address)
    if (address.endsWith(String(id))) await expect(page.locator(TEXT)).toBeVisible()
    await expectWellMade(page, address, [390, 1280])
  }
})

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false })

  test('the same page is a form that saves', async ({ page, signIn }) => {
    await signIn(wren)
    await begin(page, 'By form alone')
    await page.getByLabel('Text, as Markdown').fill('One *big* paragraph.\n\n## A heading\n\n- an item')
    await page.getByLabel('Tags', { exact: true }).fill('#Dam, #New York')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('Saved.', { exact: true })).toBeVisible()
    await expect(page.getByLabel('Text, as Markdown')).toHaveValue(/One _big_ paragraph\.\n\n## A heading\n\n- an item/)
    await expect(page.getByLabel('Tags', { exact: true })).toHaveValue('#Dam, #New York')
  })

  test('a stale form keeps both versions and says so', async ({ page, signIn, newsroom }) => {
    await signIn(ed)
    const paragraph = (text: string) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] })
    const draft = { section: 'news', language: 'en', headline: 'Stale form', bylines: ['Wren'] }
    const { id } = await newsroom.writeArticle({ ...draft, body: { type: 'doc', content: [paragraph('Until ten.')] } })
    await page.goto(`/dashboard/articles/${id}`)
    await newsroom.rewrite(id, { ...draft, body: { type: 'doc', content: [paragraph('Until nine.')] } })
    await page.getByLabel('Text, as Markdown').fill('Until eleven.')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText(/changed the same words/)).toBeVisible()
    await expect(page.getByLabel('Text, as Markdown')).toHaveValue('Until nine.\n\nUntil eleven.')
    await page.getByLabel('Text, as Markdown').fill('Until half past ten.')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('Saved.', { exact: true })).toBeVisible()
  })
})

test('others find nothing there, and change nothing', async ({ page, signIn, newsroom, request, complaints }) => {
  const { id } = await newsroom.writeArticle()
  await page.goto(`/dashboard/articles/${id}`)
  await expect(page).toHaveURL(/\/sign-in/)
  expect((await request.post(`/dashboard/articles/${id}/save`, { data: {} })).status()).toBe(401)
  await castId(wren)
  for (const person of [remy, mo, wren]) {
    await page.context().clearCookies()
    await signIn(person)
    const answer = await page.goto(`/dashboard/articles/${id}`)
    expect(answer?.status(), person.name).toBe(404)
    const saved = await page.request.post(`/dashboard/articles/${id}/save`, {
      data: {
        saveId: 'a-stranger-1',
        baseRevision: 1,
        content: { section: 'news', headline: 'Mine now', language: 'en', body: { type: 'doc', content: [] } },
      },
    })
    expect(saved.status(), person.name).toBe(403)
  }
  // Of the address that is not theirs the browser says that it is not there.
  complaints.splice(0)
})

async function typeAtEnd(page: Page, paragraph: number, words: string): Promise<void> {
  await page.locator(`${TEXT} > p`).nth(paragraph).click()
  await page.keyboard.press('End')
  await page.keyboard.type(words)
}

async function replaceWord(page: Page, word: string, by: string): Promise<void> {
  await page.locator(`${TEXT} > p`, { hasText: word }).click()
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowLeft')
  for (const _ of word) await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.type(by)
}
