import { listSaved } from '@/lib/saved/saved-queries'
import { expectWellMadeAt } from '../accessibility'
import { castId, somebody, viewerOf } from '../cast'
import { expect, test } from '../fixtures'

const ARTICLE = '/politics/flood-risk-papers'
const HEADLINE = /Ministers knew of flood risk/

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('an article is saved from its page, listed, and removed', async ({ page, signIn }) => {
    await signIn(somebody())
    await page.goto(ARTICLE)
    await page.getByRole('button', { name: 'Save' }).first().click()
    await expect(page).toHaveURL(/\/account\/saved\?done=saved$/)
    await expect(page.locator('.account-notice')).toContainText('The article is saved.')
    await page.getByRole('link', { name: HEADLINE }).click()
    await expect(page).toHaveURL(new RegExp(`${ARTICLE}$`))
    await page.goto('/account/saved')
    await page.getByRole('button', { name: HEADLINE }).click()
    await expect(page.locator('.account-notice')).toContainText('off your list')
    await expect(page.getByRole('link', { name: HEADLINE })).toHaveCount(0)
  })

  test('who has to sign in first is asked afterwards, and an address alone saves nothing', async ({ page, signIn }) => {
    const person = somebody()
    await page.goto(ARTICLE)
    await page.getByRole('button', { name: 'Save' }).first().click()
    await expect(page).toHaveURL(/\/sign-in\?back=%2Faccount%2Fsaved%2Fadd%3Farticle%3D\d+$/)
    const back = new URL(page.url()).searchParams.get('back') as string
    await signIn(person)
    await page.goto(back)
    expect((await listSaved(await viewerOf(person), 1)).total).toBe(0)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Save this article?')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('link', { name: HEADLINE })).toBeVisible()
  })
})

test('the page shows what was saved, on every device, and the device keeps it too', async ({
  page,
  signIn,
  browser,
  baseURL,
}) => {
  const person = somebody()
  await signIn(person)
  await page.goto(ARTICLE)
  const save = page.getByRole('button', { name: 'Save' }).first()
  await expect(save).toHaveAttribute('aria-pressed', 'false')
  await save.click()
  await expect(save).toHaveAttribute('aria-pressed', 'true')
  await expect(save).toBeFocused()
  expect((await listSaved(await viewerOf(person), 1)).total).toBe(1)
  await page.goto('/saved')
  await expect(page.locator('#kept').getByRole('link', { name: HEADLINE }).first()).toBeVisible()

  const elsewhere = await browser.newContext({ baseURL })
  await signIn(person, elsewhere)
  const other = await elsewhere.newPage()
  await other.goto('/saved')
  await expect(other.getByRole('heading', { name: 'In your account' })).toBeVisible()
  await other.goto(ARTICLE)
  const pressed = other.getByRole('button', { name: 'Save' }).first()
  await expect(pressed).toHaveAttribute('aria-pressed', 'true')
  await pressed.click()
  await expect(pressed).toHaveAttribute('aria-pressed', 'false')
  expect((await listSaved(await viewerOf(person), 1)).total).toBe(0)
  await elsewhere.close()
})

test('what is saved is one’s own, and what is hidden is not saved', async ({ request, newsroom, signIn, context }) => {
  const person = somebody()
  await signIn(person)
  const hidden = await newsroom.writeArticle()
  const headers = { accept: 'application/json' }
  for (const article of [String(hidden.id), '999999', '0', '-1', '1e3', 'x', '']) {
    const answer = await context.request.post('/account/saved/change', { form: { article }, headers })
    expect(answer.status(), article).toBe(422)
    expect(await answer.text()).not.toContain(hidden.headline)
  }
  const { id } = await newsroom.publishArticle()
  expect(
    (await context.request.post('/account/saved/change', { form: { article: String(id) }, headers })).status(),
  ).toBe(200)
  expect((await request.post('/account/saved/change', { form: { article: String(id) }, headers })).status()).toBe(401)
  expect((await request.get(`/api/account/saved/${id}`)).status()).toBe(401)
  const foreign = { ...headers, origin: 'https://evil.example' }
  expect(
    (await context.request.post('/account/saved/change', { form: { article: '1' }, headers: foreign })).status(),
  ).toBe(403)
  const other = somebody()
  await castId(other)
  expect((await listSaved(await viewerOf(other), 1)).total).toBe(0)
})

test('the list is well made, in both themes and at both widths', async ({ page, signIn }) => {
  await signIn(somebody())
  await page.goto('/account/saved/add?article=1')
  await expectWellMadeAt(page, page.url(), [390, 1280])
  await page.goto('/account/saved')
  await expectWellMadeAt(page, page.url(), [390, 1280])
  for (const article of ['1', '2', '3']) await page.request.post('/account/saved/change', { form: { article } })
  await page.goto('/account/saved?done=saved')
  await expectWellMadeAt(page, page.url(), [390, 1280])
  await page.goto('/account')
  await expectWellMadeAt(page, page.url(), [390, 1280])
})
