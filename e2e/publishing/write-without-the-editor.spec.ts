import { inWords } from '../bodies'
import { ed } from '../cast'
import { expect, test } from '../fixtures'

test('where the editor does not load the text is written without it, and saved', async ({
  page,
  signIn,
  newsroom,
  complaints,
}) => {
  await signIn(ed)
  const { id } = await newsroom.writeArticle({ body: inWords('The dam held.') })
  await page.route(/\/_next\/static\/.*\.js/, (route) => route.abort())
  await page.goto(`/dashboard/articles/${id}`)
  await expect(page.getByText('Opening the text…')).toBeVisible()
  await page.getByRole('link', { name: 'write the text without it' }).click()
  const text = page.getByLabel('Text, as Markdown')
  await expect(text).toHaveValue(/The dam held\./)
  await text.fill('The dam held until ten.')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible()
  await expect(text).toHaveValue(/until ten/)
  expect(await newsroom.latestOf(id)).toContain('The dam held until ten.')
  // The scripts are what failed here.
  expect(complaints.filter((complaint) => !complaint.includes('ERR_FAILED'))).toEqual([])
  complaints.splice(0)
})

test('where it does load, the text written without it is saved as well', async ({ page, signIn, newsroom }) => {
  await signIn(ed)
  const { id } = await newsroom.writeArticle({ body: inWords('The dam held.') })
  await page.goto(`/dashboard/articles/${id}?plain=1`)
  await page.getByLabel('Text, as Markdown').fill('The dam held until ten.')
  // Longer than the editor would wait to save what is typed in it.
  await page.waitForTimeout(2000)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible()
  await expect(page.getByLabel('Text, as Markdown')).toHaveValue(/until ten/)
  expect(await newsroom.latestOf(id)).toContain('The dam held until ten.')
})
