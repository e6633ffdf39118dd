import type { Locator, Page } from '@playwright/test'
import { expectWellMade } from '../accessibility'
import { ed } from '../cast'
import { expect, test } from '../fixtures'

const LONG = 'Ministers knew of the flood risk for years before the dam above the valley failed in November'

/** Opens the part of the editor that has the previews. */
async function previews(page: Page): Promise<{ found: Locator; shared: Locator; advice: Locator }> {
  await page.locator('summary', { hasText: 'Search & social' }).click()
  const region = (name: string) => page.getByRole('region', { name })
  return {
    found: region('In a search'),
    shared: region('Where it is shared'),
    advice: page.getByRole('list', { name: 'About the previews' }),
  }
}

test('how it is found and shared follows what is typed, and says what is cut', async ({ page, signIn, newsroom }) => {
  const { id, headline } = await newsroom.writeArticle({ standfirst: 'It burns all night.', kicker: 'Harbour' })
  await signIn(ed)
  await page.goto(`/dashboard/articles/${id}`)
  const { found, shared, advice } = await previews(page)
  await expect(found).toContainText(`${headline} | The Harbour Record`)
  await expect(found).toContainText('It burns all night.')
  await expect(shared.locator('.editor-card')).toContainText('Harbour')
  await expect(advice).toContainText('Without a lead picture the card has words alone.')

  await page.getByLabel('Search title').fill(LONG)
  await expect(found.locator('.editor-found')).toHaveText(/^Ministers knew of the flood risk.*\S…$/)
  await expect(advice).toContainText(`characters: it has ${LONG.length}.`)
  await page.getByLabel('Social headline').fill('They knew')
  await expect(shared.locator('.editor-shared')).toHaveText('They knew')
  await page.getByLabel('Search description').fill('What the papers say.')
  await expect(found).toContainText('What the papers say.')
  await expect(shared).toContainText('What the papers say.')
  await page.getByLabel('Search title').fill('Short')
  await expect(found).toContainText('Short | The Harbour Record')
  await expect(advice).not.toContainText('Searches cut')
})

test('without a script the server draws it for what is saved', async ({ browser, server, signIn, newsroom }) => {
  const { id } = await newsroom.writeArticle({ seoTitle: LONG, socialHeadline: '<b>They</b> knew' })
  const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false })
  await signIn(ed, context)
  const page = await context.newPage()
  await page.goto(`/dashboard/articles/${id}`)
  const { found, shared, advice } = await previews(page)
  await expect(found.locator('.editor-found')).toHaveText(/^Ministers knew.*…$/)
  await expect(shared.locator('.editor-shared')).toHaveText('<b>They</b> knew')
  await expect(advice).toContainText('Searches cut the title after about')
  await page.getByLabel('Search title').fill('The dam')
  await page.getByRole('button', { name: /^Save/ }).first().click()
  await page.locator('summary', { hasText: 'Search & social' }).click()
  await expect(found).toContainText('The dam | The Harbour Record')
  await context.close()
})

test('it says what the head of the page says', async ({ page, request, signIn, newsroom }) => {
  const words = { seoTitle: 'The lantern, explained', seoDescription: 'Why it burns.', socialHeadline: 'It burns' }
  const { id, address } = await newsroom.publishArticle(words)
  await signIn(ed)
  await page.goto(`/dashboard/articles/${id}`)
  const { found, shared } = await previews(page)
  const head = await (await request.get(address)).text()
  const title = /<title>([^<]*)<\/title>/.exec(head)?.[1] as string
  await expect(found.locator('.editor-found')).toHaveText(title)
  expect(head).toContain(`property="og:title" content="${await shared.locator('.editor-shared').textContent()}"`)
  expect(head).toContain(`name="description" content="Why it burns."`)
  await expect(found.locator('.editor-found-words')).toHaveText('Why it burns.')
})

test('the previews are for everyone to read, in both themes', async ({ page, signIn, newsroom }) => {
  const id = newsroom.idOf('flood-risk-papers')
  await signIn(ed)
  await page.goto(`/dashboard/articles/${id}`)
  const { shared } = await previews(page)
  await expect(shared.locator('img')).toBeVisible()
  await expectWellMade(page, 'shared')
})
