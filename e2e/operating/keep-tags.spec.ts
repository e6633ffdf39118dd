import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { tags } from '@/db/schema/articles'
import { expectWellMade } from '../accessibility'
import { ada, ed, mo, wren } from '../cast'
import { expect, test } from '../fixtures'

const idOf = async (slug: string) => (await database().select().from(tags).where(eq(tags.slug, slug)))[0]?.id ?? 0

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })
    const mark = javaScriptEnabled ? 'a' : 'b'

    test('a tag is called anew and described, and its old address leads to it', async ({
      page,
      signIn,
      newsroom,
      request,
    }) => {
      const { address } = await newsroom.publishArticle({ tags: [`Beacon${mark}`] })
      await signIn(ed)
      await page.goto(`/dashboard/tags?q=Beacon${mark}`)
      await page.getByRole('link', { name: `#Beacon${mark}` }).click()
      await page.getByLabel('Name').fill(`Lighthouse${mark}`)
      await page.getByLabel('Address').fill('Not an address')
      await page.getByLabel('Description').fill('What shows the way in.')
      await page.getByRole('button', { name: 'Save tag' }).click()
      const problem = page.getByRole('alert').filter({ hasText: 'There is a problem' })
      await expect(problem).toContainText('small letters and digits')
      await expect(page.getByLabel('Description')).toHaveValue('What shows the way in.')
      await page.getByLabel('Address').fill(`lighthouse${mark}`)
      await page.getByRole('button', { name: 'Save tag' }).click()
      await expect(page.getByText(/saved/i).first()).toBeVisible()
      const old = await request.get(`/tag/beacon${mark}`)
      expect(new URL(old.url()).pathname).toBe(`/tag/lighthouse${mark}`)
      expect(await old.text()).toContain('What shows the way in.')
      expect(await (await request.get(address)).text()).toContain(`Lighthouse${mark}`)
    })

    test('two tags become one, and cannot become themselves', async ({ page, signIn, newsroom, request }) => {
      const gone = await newsroom.publishArticle({ tags: [`Quay${mark}`] })
      await newsroom.publishArticle({ tags: [`Wharf${mark}`] })
      await signIn(ed)
      await page.goto(`/dashboard/tags/${await idOf(`quay${mark}`)}`)
      const problem = page.getByRole('alert').filter({ hasText: 'There is a problem' })
      for (const [into, words] of [
        ['nothing-like-it', 'There is no tag'],
        [`quay${mark}`, 'cannot be merged with itself'],
      ] as const) {
        await page.getByLabel('Into the tag').fill(into)
        await page.getByRole('button', { name: 'Merge' }).click()
        await expect(problem).toContainText(words)
        await expect(page.getByLabel('Into the tag')).toHaveValue(into)
      }
      await page.getByLabel('Into the tag').fill(`Wharf${mark}`)
      await page.getByRole('button', { name: 'Merge' }).click()
      await expect(page).toHaveURL(/done=merged/)
      const list = await request.get(`/tag/quay${mark}`)
      expect(new URL(list.url()).pathname).toBe(`/tag/wharf${mark}`)
      expect(await list.text()).toContain(gone.headline)
    })
  })
}

for (const person of [mo, wren]) {
  test(`tags are nothing for a ${person.role}`, async ({ page, signIn, newsroom }) => {
    await newsroom.publishArticle({ tags: ['Mole'] })
    await signIn(person)
    for (const address of ['', `/${await idOf('mole')}`])
      expect((await page.goto(`/dashboard/tags${address}`))?.status()).toBe(404)
  })
}

test('axe finds nothing on the pages of tags in either theme', async ({ page, signIn, newsroom }) => {
  await newsroom.publishArticle({ tags: ['Mole'] })
  await signIn(ada)
  for (const address of ['', '?q=no-such-tag', `/${await idOf('mole')}`]) {
    await page.goto(`/dashboard/tags${address}`)
    await expectWellMade(page, address)
  }
})
