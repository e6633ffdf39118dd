import { expect, test } from '../fixtures'

const ARTICLE = '/politics/flood-risk-papers'

test('the address is copied, and the button says so', async ({ page, context, server }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(ARTICLE)
  const copy = page.getByRole('link', { name: 'Copy link' }).first()
  const address = (await copy.getAttribute('href')) as string
  expect(new URL(address).pathname).toBe(ARTICLE)
  expect(server.url).toBeTruthy()
  await copy.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: 'Link copied' })).toBeVisible()
  await expect(page.locator('[aria-live]').first()).toHaveText('Link copied')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address)
  await expect(page).toHaveURL(new RegExp(`${ARTICLE}$`))
})

test('the device shares where it can', async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(window, { shared: [] })
    Object.defineProperty(navigator, 'share', {
      value: async (what: object) => (window as unknown as { shared: object[] }).shared.push(what),
    })
  })
  await page.goto(ARTICLE)
  await page.getByRole('button', { name: 'Share' }).first().click()
  const [shared] = await page.evaluate(() => (window as unknown as { shared: { title: string; url: string }[] }).shared)
  expect(shared?.title).toMatch(/Ministers knew of flood risk/)
  expect(shared?.url).toMatch(new RegExp(`${ARTICLE}$`))
})

test('where the device cannot share, no button says so', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'share', { value: undefined }))
  await page.goto(ARTICLE)
  await expect(page.getByRole('link', { name: 'Copy link' }).first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Share' })).toHaveCount(0)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('it is sent by mail and linked to, and leads to what others say of it', async ({ page, newsroom }) => {
    await page.goto(ARTICLE)
    const mail = (await page.getByRole('link', { name: 'Email' }).first().getAttribute('href')) as string
    expect(mail).toMatch(/^mailto:\?subject=Ministers%20knew/)
    expect(decodeURIComponent(mail)).toContain(ARTICLE)
    await expect(page.getByRole('link', { name: 'Permalink' }).first()).toHaveAttribute('href', new RegExp(ARTICLE))
    await page
      .getByRole('link', { name: /^(Comment|\d+ comments?)$/ })
      .first()
      .click()
    await expect(page).toHaveURL(/#comments$/)
    const quiet = await newsroom.publishArticle({ comments: 'closed' })
    await page.goto(quiet.address)
    await expect(page.getByRole('link', { name: /comment/i })).toHaveCount(0)
  })
})
