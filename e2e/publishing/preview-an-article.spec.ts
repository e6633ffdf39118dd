import { eq } from 'drizzle-orm'
import { previewLinks } from '@/db/schema/publishing'
import { write } from '@/lib/write'
import { expectWellMade } from '../accessibility'
import { inWords } from '../bodies'
import { ed, remy, somebody } from '../cast'
import { expect, test } from '../fixtures'

/** A picture is made when it is first asked for, and a machine may be busy. */
const PATIENCE = { timeout: 60_000 }
const bylines = ['Wren Tallis']
/** A picture of the demo newsroom that no test takes away. */
const leadImage = { media: 12, alt: 'The dam', caption: '', credit: 'Lena Ortiz' }

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with a script' : 'without a script', () => {
    test.use({ javaScriptEnabled })

    test('the desk sees a draft as it would be read, and shares it until the link is taken back', async ({
      page,
      browser,
      server,
      signIn,
      newsroom,
      request,
    }) => {
      await signIn(ed)
      const { id, headline, address } = await newsroom.writeArticle({
        bylines,
        leadImage,
        body: inWords('Not out yet.'),
      })
      await page.goto(`/dashboard/articles/${id}`)
      await page.getByRole('link', { name: 'Preview', exact: true }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(headline)
      await expect(page.getByText('Not out yet.')).toBeVisible()
      const picture = page.locator('figure.hero img')
      await expect
        .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth), PATIENCE)
        .toBeGreaterThan(0)
      await page.getByRole('link', { name: 'Share this preview' }).click()
      await page.getByLabel('For whom').fill('The lawyer')
      await page.getByRole('button', { name: 'Make a link' }).click()
      await expect(page.getByText('The link is made.')).toBeVisible()
      const shared = new URL((await page.locator('a.desk-code').textContent()) as string).pathname

      const outside = await browser.newContext({ baseURL: server.url, javaScriptEnabled })
      const theirs = await outside.newPage()
      const answer = await theirs.goto(shared)
      expect(answer?.headers()['cache-control']).toContain('no-store')
      await expect(theirs.getByRole('heading', { level: 1 })).toHaveText(headline)
      await expect(theirs.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/)
      await expect(theirs.getByRole('link', { name: 'Back to the article' })).toHaveCount(0)
      const seen = theirs.locator('figure.hero img')
      await expect
        .poll(() => seen.evaluate((image: HTMLImageElement) => image.naturalWidth), PATIENCE)
        .toBeGreaterThan(0)
      expect((await request.get(address)).status()).toBe(404)

      await page.getByRole('button', { name: 'Take back' }).click()
      await expect(page.getByText('The link was taken back.')).toBeVisible()
      expect((await theirs.goto(shared))?.status()).toBe(404)
      await outside.close()
    })
  })
}

test('a link shows what the desk has of a live article, runs out, and cannot be made up', async ({
  request,
  signIn,
  page,
  newsroom,
}) => {
  await signIn(ed)
  const { id, address } = await newsroom.publishArticle({ bylines, body: inWords('What readers have.') })
  await newsroom.edit(id, { body: inWords('What the desk has.') })
  await page.goto(`/dashboard/articles/${id}/previews`)
  await page.getByRole('button', { name: 'Make a link' }).click()
  await expect(page.getByText('The link is made.')).toBeVisible()
  const shared = new URL((await page.locator('a.desk-code').textContent()) as string).pathname
  expect(await (await request.get(shared)).text()).toContain('What the desk has.')
  expect(await (await request.get(address)).text()).toContain('What readers have.')
  const forged = shared.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a'))
  for (const other of [forged, '/dashboard/preview/shared/1', '/dashboard/preview/shared/1-x'])
    expect((await request.get(other)).status(), other).toBe(404)
  await write(async (tx) => {
    await tx
      .update(previewLinks)
      .set({ expiresAt: new Date(Date.now() - 1000) })
      .where(eq(previewLinks.articleId, id))
  })
  expect((await request.get(shared)).status()).toBe(404)
})

test('an embargo holds for links as well, but not for those who may open the article', async ({
  request,
  signIn,
  page,
  newsroom,
}) => {
  await signIn(ed)
  const { id } = await newsroom.writeArticle({ bylines, leadImage, body: inWords('Under embargo.') })
  await page.goto(`/dashboard/articles/${id}/previews`)
  await page.getByRole('button', { name: 'Make a link' }).click()
  const shared = new URL((await page.locator('a.desk-code').textContent()) as string).pathname
  const key = shared.split('/').at(-1)
  await newsroom.embargo(id, new Date(Date.now() + 3_600_000))
  for (const path of [shared, `/dashboard/preview/pictures/${key}/12-640.webp`])
    expect((await request.get(path)).status(), path).toBe(404)
  await page.goto(shared)
  await expect(page.getByText('Under embargo.')).toBeVisible()
  await newsroom.embargo(id, null)
  expect((await request.get(shared)).status()).toBe(200)
  expect((await request.get(`/dashboard/preview/pictures/${key}/12-640.webp`)).status()).toBe(200)
  for (const file of ['13-640.webp', '12-641.webp', '12-640.svg', '0-640.webp'])
    expect((await request.get(`/dashboard/preview/pictures/${key}/${file}`)).status(), file).toBe(404)
})

test('previews are nobody else’s', async ({ page, signIn, newsroom }) => {
  const { id } = await newsroom.writeArticle({ bylines: ['Ed Hale'] })
  for (const person of [remy, somebody({ role: 'author' })]) {
    await page.context().clearCookies()
    await signIn(person)
    for (const address of [`/dashboard/preview/articles/${id}`, `/dashboard/articles/${id}/previews`])
      expect((await page.goto(address))?.status(), `${person.role} ${address}`).toBe(404)
  }
})

test('a preview and its links are for everyone, in both themes', async ({ page, signIn, newsroom }) => {
  await signIn(ed)
  const { id } = await newsroom.writeArticle({ bylines, leadImage, body: inWords('Not out yet.') })
  await page.goto(`/dashboard/articles/${id}/previews`)
  await page.getByRole('button', { name: 'Make a link' }).click()
  for (const address of [`/dashboard/preview/articles/${id}`, `/dashboard/articles/${id}/previews`]) {
    await page.goto(address)
    await expectWellMade(page, address)
  }
})
