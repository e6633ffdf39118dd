import { expectWellMadeAt } from '../accessibility'
import { ada, ed } from '../cast'
import { expect, test } from '../fixtures'

/** Made anew for each test: others ask for what is not there, too. */
const lost = () => `/news/lost-${Math.random().toString(36).slice(2)}`

test('what readers do not find is listed, and made a redirect', async ({ page, request, signIn, newsroom }) => {
  const { address } = await newsroom.publishArticle()
  const path = lost()
  await request.get(`${path}?token=1`, { headers: { referer: 'https://elsewhere.example/inbox/7?q=remy' } })
  await request.get(path, { headers: { referer: 'https://elsewhere.example/' } })
  await signIn(ed)
  const row = page.getByRole('row').filter({ hasText: path })
  await expect(async () => {
    await page.goto(`/dashboard/redirects/missing?q=${path}`)
    await expect(row).toContainText('2', { timeout: 100 })
  }).toPass()
  await expect(row).toContainText('elsewhere.example')
  await expect(page.locator('main')).not.toContainText(/token|inbox|remy/)
  await row.getByRole('link', { name: 'Make a redirect' }).click()
  await expect(page.getByLabel('Old address')).toHaveValue(path)
  await page.getByLabel('Leads to').fill(address)
  await page.getByRole('button', { name: 'Add' }).click()
  await expect(page.getByText('The address leads on from now on.')).toBeVisible()
  const answer = await request.get(path, { maxRedirects: 0 })
  expect([answer.status(), answer.headers().location]).toEqual([308, address])
  await page.goto(`/dashboard/redirects/missing?q=${path}`)
  await expect(page.getByText('No missing address found')).toBeVisible()
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })
  test('a hostile address is a text, is found by its word, and is forgotten', async ({ page, request, signIn }) => {
    const path = lost()
    const word = path.slice('/news/'.length)
    await request.get(`${path}-%3Cimg%20src=x%20onerror=alert(1)%3E`)
    await signIn(ada)
    const row = page.getByRole('row').filter({ hasText: word })
    await expect(async () => {
      await page.goto(`/dashboard/redirects/missing?q=${word}`)
      await expect(row).toBeVisible({ timeout: 100 })
    }).toPass()
    // As the canonical address has it: nothing in it is markup.
    await expect(row).toContainText(`${path}-%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E`)
    await expect(page.locator('img[src="x"]')).toHaveCount(0)
    await row.getByRole('button', { name: 'Forget' }).click()
    await expect(page.getByText('The address is forgotten')).toBeVisible()
    await page.goto(`/dashboard/redirects/missing?q=${word}`)
    await expect(row).toHaveCount(0)
  })
})

test('the list is for everyone, in both themes, and narrow', async ({ page, request, signIn }) => {
  await request.get(`${lost()}-${'long'.repeat(40)}`)
  await signIn(ed)
  await page.goto('/dashboard/redirects/missing')
  await expectWellMadeAt(page, 'the list', [390])
})
