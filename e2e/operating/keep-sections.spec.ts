import { like } from 'drizzle-orm'
import { sections } from '@/db/schema/articles'
import { redirects } from '@/db/schema/site'
import { getSections } from '@/lib/site/site-queries'
import { changed, write } from '@/lib/write'
import { expectWellMade } from '../accessibility'
import { ada, ed, mo, wren } from '../cast'
import { expect, test } from '../fixtures'

const slugs = async () => (await getSections()).map(({ slug }) => slug)

test.afterEach(() =>
  write(async (tx) => {
    await tx.delete(sections).where(like(sections.slug, 'harbour-%'))
    await tx.delete(redirects).where(like(redirects.path, '/harbour-%'))
    changed('site', 'section:harbour-life', 'section:harbour-times')
  }),
)

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a section is added, called anew, and its old address leads to it', async ({ page, signIn, request }) => {
      await signIn(ada)
      await page.goto('/dashboard/sections')
      await page.getByRole('link', { name: 'New section' }).click()
      await page.getByLabel('Name').fill('Harbour life')
      await page.getByLabel('Address').fill('search')
      await page.getByLabel('Description').fill('Boats, and who is in them.')
      await page.getByRole('button', { name: 'Save section' }).click()
      const problem = page.getByRole('alert').filter({ hasText: 'There is a problem' })
      await expect(problem).toContainText('address of the paper’s own')
      await expect(page.getByLabel('Description')).toHaveValue('Boats, and who is in them.')
      await page.getByLabel('Address').fill('harbour-life')
      await page.getByRole('button', { name: 'Save section' }).click()
      await expect(page.getByText('The section is saved.')).toBeVisible()
      const shown = await request.get('/harbour-life')
      expect(shown.status()).toBe(200)
      expect(await shown.text()).toContain('Boats, and who is in them.')

      await page.getByRole('link', { name: 'Harbour life' }).click()
      await page.getByLabel('Address').fill('news')
      await page.getByRole('button', { name: 'Save section' }).click()
      await expect(problem).toBeVisible()
      await page.getByLabel('Name').fill('Harbour times')
      await page.getByLabel('Address').fill('harbour-times')
      await page.getByRole('button', { name: 'Save section' }).click()
      await expect(page.getByText('The section is saved.')).toBeVisible()
      const old = await request.get('/harbour-life', { maxRedirects: 0 })
      expect([old.status(), new URL(old.headers().location ?? '', 'http://x').pathname]).toEqual([
        308,
        '/harbour-times',
      ])
    })

    test('the order is changed, and changed back', async ({ page, signIn }) => {
      const order = await slugs()
      const [first, second] = await getSections()
      await signIn(ada)
      await page.goto('/dashboard/sections')
      await expect(page.getByRole('button', { name: `Move ${first?.name} up` })).toBeDisabled()
      await page.getByRole('button', { name: `Move ${first?.name} down` }).click()
      await expect(page.getByText('The order is changed.')).toBeVisible()
      expect((await slugs()).slice(0, 2)).toEqual([second?.slug, first?.slug])
      await page.getByRole('button', { name: `Move ${first?.name} up` }).click()
      await expect.poll(slugs).toEqual(order)
    })
  })
}

for (const person of [ed, mo, wren]) {
  test(`sections are nothing for a ${person.role}`, async ({ page, signIn, newsroom: _ }) => {
    const [{ id } = { id: 0 }] = await getSections()
    await signIn(person)
    for (const address of ['', '/new', `/${id}`])
      expect((await page.goto(`/dashboard/sections${address}`))?.status()).toBe(404)
  })
}

test('a section that there is none of is not found', async ({ page, signIn }) => {
  await signIn(ada)
  for (const id of ['999999', 'x', '0']) expect((await page.goto(`/dashboard/sections/${id}`))?.status()).toBe(404)
})

test('axe finds nothing on the pages of sections in either theme', async ({ page, signIn }) => {
  await signIn(ada)
  const [{ id } = { id: 0 }] = await getSections()
  for (const address of ['', '/new', `/${id}`]) {
    await page.goto(`/dashboard/sections${address}`)
    await expectWellMade(page, address)
  }
})
