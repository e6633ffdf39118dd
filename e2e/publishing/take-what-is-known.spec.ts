import { expectForEveryone } from '../accessibility'
import { ed } from '../cast'
import { expect, test } from '../fixtures'

const TEXT = 'form.editor .ProseMirror'

test('known tags and names are offered as they are typed, and taken where one writes', async ({
  page,
  signIn,
  newsroom,
}) => {
  await newsroom.publishArticle({ tags: ['Zinnia Quay'], bylines: ['Zephyrine Holt'] })
  await newsroom.writeArticle({ tags: ['Zinnia secret'] })
  await signIn(ed)
  const { id } = await newsroom.writeArticle({ tags: ['Dam', 'Rain'] })
  await page.goto(`/dashboard/articles/${id}`)
  await expect(page.locator(TEXT)).toBeVisible()
  const tags = page.getByLabel('Tags', { exact: true })
  await expect(tags).toHaveValue('#Dam, #Rain')
  await tags.press('Home')
  for (let steps = 0; steps < 4; steps += 1) await tags.press('ArrowRight')
  await tags.pressSequentially(', zinn')
  await expect(page.getByRole('list', { name: 'Known tags' })).toHaveText('Take #Zinnia Quay')
  await expectForEveryone(page)
  await tags.press('Tab')
  await expect(page.getByRole('button', { name: 'Take #Zinnia Quay' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(tags).toHaveValue('#Dam, #Zinnia Quay, #Rain')
  await expect(tags).toBeFocused()
  await expect(page.getByRole('list', { name: 'Known tags' })).toHaveCount(0)
  await page.getByLabel('Bylines').fill('Ed Hale')
  await page.getByLabel('Bylines').press('End')
  await page.getByLabel('Bylines').pressSequentially('\nzeph')
  await page.getByRole('button', { name: 'Take Zephyrine Holt' }).click()
  await page.keyboard.type('Guest Writer')
  await expect(page.getByLabel('Bylines')).toHaveValue('Ed Hale\nZephyrine Holt\nGuest Writer')
  await expect.poll(() => newsroom.latestOf(id)).toContain('"bylines":["Ed Hale","Zephyrine Holt","Guest Writer"]')
  expect(await newsroom.latestOf(id)).toContain('Zinnia Quay')
})

test('a related article is found by its headline', async ({ page, signIn, newsroom }) => {
  const other = await newsroom.publishArticle({ headline: 'Quinces ripen late in Marram' })
  await signIn(ed)
  const { id } = await newsroom.writeArticle()
  await page.goto(`/dashboard/articles/${id}`)
  await expect(page.locator(TEXT)).toBeVisible()
  await page.getByLabel('Related articles').pressSequentially('quinces rip')
  await page.getByRole('button', { name: `Take ${other.headline}` }).click()
  await expect(page.getByLabel('Related articles')).toHaveValue(`${other.slug}\n`)
  await expect.poll(() => newsroom.latestOf(id)).toContain(`"related":["${other.slug}"]`)
})
