import { accessibilityProblems, expectForEveryone, expectToFit } from '../accessibility'
import { remy } from '../cast'
import { expect, test } from '../fixtures'
import type { Newsroom } from '../newsroom'
import { htmlProblems } from '../valid-html'

async function withdrawn(newsroom: Newsroom): Promise<string> {
  const article = await newsroom.publishArticle()
  await newsroom.kill(article.id, 'It named the wrong ferry.')
  return article.address
}

const REFUSALS = {
  'a withdrawn article': { status: 410, find: withdrawn, wayOn: 'More from News' },
  'an address that cannot be read': { status: 400, find: async () => '/%zz', wayOn: 'Go to the front page' },
}

for (const [name, { status, find, wayOn }] of Object.entries(REFUSALS)) {
  test(`the page of ${name} is valid, for everyone in both themes, and fits from 320 pixels`, async ({
    page,
    newsroom,
  }) => {
    const answer = await page.goto(await find(newsroom))
    expect(answer?.status()).toBe(status)
    expect(await htmlProblems((await answer?.text()) ?? '')).toEqual([])
    await expectForEveryone(page)
    await expectToFit(page, name, [320])
    await expect(page.getByRole('link', { name: wayOn })).toBeVisible()
  })
}

test('what the server says itself is dressed as the paper is', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto('/%zz')
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(20, 19, 17)')
})

test('an unknown address below an account answers with a page of our own', async ({ page, signIn }) => {
  const look = async () => {
    for (const address of ['/account/nowhere', '/account/security/nowhere', '/account/nowhere/at/all']) {
      const answer = await page.goto(address)
      expect(answer?.status(), address).toBe(404)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page')
      await expect(page.getByRole('link', { name: 'Go to your account' })).toBeVisible()
    }
  }
  await look()
  await signIn(remy)
  await look()
  expect(await accessibilityProblems(page)).toEqual([])
})
