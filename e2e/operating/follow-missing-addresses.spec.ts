import { ed } from '../cast'
import { accessibilityProblems, expect, overflow, test } from '../fixtures'

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

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the list is for everyone, in ${colorScheme}, and narrow`, async ({ page, request, signIn }) => {
    await request.get(`${lost()}-${'long'.repeat(40)}`)
    await signIn(ed)
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto('/dashboard/redirects/missing')
    expect(await accessibilityProblems(page)).toEqual([])
    expect(await overflow(page)).toBe(0)
  })
}
