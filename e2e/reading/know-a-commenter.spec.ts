import { banPerson } from '@/lib/people/standing-commands'
import { unsafeOperator } from '@/lib/people/viewer'
import { expectWellMadeAt } from '../accessibility'
import { castId, somebody } from '../cast'
import { say } from '../conversation'
import { expect, test } from '../fixtures'
import { htmlProblems } from '../valid-html'

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled })

    test('a name leads to a page, which lists what they wrote once they choose so', async ({
      page,
      newsroom,
      signIn,
    }) => {
      const person = somebody()
      const { id: article, address, headline } = await newsroom.publishArticle()
      await say(person, article, 'The harbour was calm. <b>')
      await page.goto(address)
      await page.locator('#comments').getByRole('link', { name: person.name }).click()
      await expect(page.getByRole('heading', { name: person.name })).toBeVisible()
      await expect(page.getByText('The harbour was calm.')).toHaveCount(0)
      await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/)

      await signIn(person)
      await page.goto('/account/profile')
      await page.getByLabel('About you').fill('From the harbour.')
      await page.getByLabel('List what I wrote on my page').check()
      await page.getByRole('button', { name: 'Save' }).click()
      await page.getByRole('link', { name: 'a page' }).click()
      await expect(page.getByText('From the harbour.')).toBeVisible()
      await expect(page.getByText('The harbour was calm. <b>')).toBeVisible()
      await say(person, article, 'And then it was not.')
      await page.reload()
      await expect(page.getByText('And then it was not.')).toBeVisible()
      await page.getByRole('link', { name: headline }).first().click()
      await expect(page).toHaveURL(/comment=\d+/)
    })
  })
}

test('whoever is banned, only reads or is nobody has no page', async ({ page, newsroom, request }) => {
  const [banned, reader] = [somebody(), somebody()]
  const { id: article, address } = await newsroom.publishArticle()
  await say(banned, article, 'The harbour was calm.')
  const theirs = `/commenter/${await castId(banned)}`
  expect((await request.get(theirs)).status()).toBe(200)
  await banPerson(unsafeOperator(), await castId(banned), { reason: 'Spam.' })
  await page.goto(address)
  await expect(page.getByText('The harbour was calm.')).toBeVisible()
  await expect(page.locator('#comments').getByRole('link', { name: banned.name })).toHaveCount(0)
  for (const nowhere of [
    theirs,
    `/commenter/${await castId(reader)}`,
    '/commenter/0',
    '/commenter/x',
    '/commenter/1e3',
  ]) {
    expect((await request.get(nowhere)).status(), nowhere).toBe(404)
  }
})

test('axe finds nothing on it in both themes, its HTML is valid, and nothing sticks out', async ({
  page,
  newsroom,
  signIn,
  request,
}) => {
  const person = somebody()
  const { id: article } = await newsroom.publishArticle()
  for (let number = 0; number < 21; number += 1) await say(person, article, `Comment ${number} > of many.\n\n> quoted`)
  await signIn(person)
  await page.request.post('/account/profile/save', { form: { name: person.name, bio: 'Sails.', comments: '1' } })
  const theirs = `/commenter/${await castId(person)}`
  expect(await htmlProblems(await (await request.get(theirs)).text())).toEqual([])
  for (const address of [`${theirs}?page=2`, theirs, '/account/profile']) {
    await page.goto(address)
    await expectWellMadeAt(page, address, [390, 1280])
  }
})
