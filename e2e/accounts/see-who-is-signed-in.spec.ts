import { accessibilityProblems, overflow } from '../accessibility'
import { ed, somebody } from '../cast'
import { expect, test } from '../fixtures'

const ARTICLE = '/politics/flood-risk-papers'

test('the head of public pages leads in, and names whoever is', async ({ page, signIn }) => {
  await page.goto(ARTICLE)
  const account = page.locator('[data-account]').first()
  await expect(account).toHaveText('Sign in')
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto('/')
  expect(asked).not.toContain('/api/me')
  const person = somebody()
  await signIn(person)
  await page.goto(ARTICLE)
  await expect(account).toHaveText(person.name)
  await expect(account).toHaveAttribute('href', '/account')
  await page.locator('.menu summary').click()
  await expect(
    page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Saved articles' }),
  ).toBeVisible()
  expect(await accessibilityProblems(page)).toEqual([])
  for (const width of [390, 768, 1024, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    expect(await overflow(page), `${width}`).toBe(0)
  }
})

test('a hint that is out of date is forgotten', async ({ page, context, server, complaints }) => {
  await context.addCookies([{ name: 'signed-in', value: '1', url: server.url }])
  await page.goto(ARTICLE)
  await expect(page.locator('[data-account]').first()).toHaveText('Sign in')
  const hints = async () => (await context.cookies()).filter(({ name }) => name === 'signed-in')
  await expect.poll(hints).toEqual([])
  complaints.length = 0
})

test('the bytes of a public page are the same for everyone', async ({ context, request, signIn }) => {
  const before = await (await request.get(ARTICLE)).text()
  await signIn(ed)
  expect(await (await context.request.get(ARTICLE)).text()).toBe(before)
})
