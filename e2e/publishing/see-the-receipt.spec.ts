import { join } from 'node:path'
import type { APIRequestContext, Page } from '@playwright/test'
import { Sqlite } from '@/db/sqlite.mjs'
import { accessibilityProblems, expectForEveryone, expectToFit } from '../accessibility'
import { inWords } from '../bodies'
import { ed } from '../cast'
import { expect, test } from '../fixtures'
import { expectFresh, fetchedReceipt, receiptOn } from '../receipts'

const sheet = (id: number) => `/dashboard/articles/${id}/publish`
const receipt = receiptOn
const lines = (page: Page) =>
  receipt(page)
    .getByRole('row')
    .filter({ has: page.getByRole('link') })
const lineOf = (page: Page, address: string) =>
  lines(page).filter({ has: page.getByRole('link', { name: address, exact: true }) })

/** The addresses that the receipt names. */
const named = async (page: Page) =>
  lines(page)
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') as string))

const readAll = async (request: APIRequestContext, addresses: string[]) => {
  const texts = new Map<string, string>()
  for (const address of addresses) texts.set(address, await (await request.get(address)).text())
  return texts
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with a script' : 'without a script', () => {
    test.use({ javaScriptEnabled })

    test('whoever publishes sees every address that shows the story, and that each is fresh', async ({
      page,
      request,
      signIn,
      newsroom,
    }) => {
      await signIn(ed)
      const mark = `receipt-${Date.now()}`
      const { id, address, slug, headline } = await newsroom.writeArticle({
        ...{ bylines: ['Rita Receipt'], tags: [mark], body: inWords('A lamp was lit.') },
      })
      // A page that nobody would think of, and that says the article is not there.
      const asked = `/search?q=${mark}`
      await readAll(request, ['/', '/news', address, asked, '/latest?page=2'])
      await page.goto(sheet(id))
      await expect(receipt(page)).toHaveCount(0)
      await page.getByRole('button', { name: 'Publish now' }).click()
      await expectFresh(page)
      await expect(receipt(page)).toContainText(`Published by ${ed.name}`)
      const own = [
        address,
        `${address}.md`,
        `${address}/changes`,
        `${address}/comments.xml`,
        `/api/v1/articles/${slug}`,
      ]
      const lists = ['/', '/news', '/feed.xml', '/news/feed.json', '/sitemap.xml', '/news-sitemap.xml', '/latest']
      const more = [`/tag/${mark}`, '/author/rita-receipt', '/sitemaps/articles-1.xml', '/api/v1/articles?section=news']
      const addresses = await named(page)
      expect(addresses).toEqual(expect.arrayContaining([...own, ...lists, ...more, asked, '/latest?page=2']))
      for (const one of [address, '/', '/feed.xml']) {
        await expect(lineOf(page, one)).toContainText('200')
        await expect(lineOf(page, one)).toContainText('Fresh')
      }

      await newsroom.edit(id, { headline: `${mark} was lit anew` })
      await page.goto(sheet(id))
      await page.getByRole('button', { name: 'Publish the change' }).click()
      await expect(page.getByText('The change is before readers.')).toBeVisible()
      await expectFresh(page)
      const after = await readAll(request, await named(page))
      const withOldText = [...after].filter(([, text]) => text.includes(headline)).map(([at]) => at)
      // The record of what changed is there to show it.
      expect(withOldText.filter((at) => !/\/changes(?:\.json)?$/.test(at))).toEqual([])
      for (const one of [address, `${address}.md`, '/', '/news', '/feed.xml', `/api/v1/articles/${slug}`])
        expect(after.get(one)?.includes(`${mark} was lit anew`), one).toBe(true)

      await page.getByText('Kill this article').click()
      await page.getByLabel('What readers are told').last().fill('It was never lit.')
      await page.getByRole('button', { name: 'Kill it' }).click()
      await expect(page.getByText('Killed.')).toBeVisible()
      await expectFresh(page)
      await expect(lineOf(page, address)).toContainText('410')
      await expect(receipt(page)).toContainText('The 2 receipts before')
    })

    test('what still shows the old text is red', async ({ page, request, signIn, newsroom, server }) => {
      await signIn(ed)
      const { id, address } = await newsroom.writeArticle({ bylines: ['Rita Receipt'] })
      await page.goto(sheet(id))
      await page.getByRole('button', { name: 'Publish now' }).click()
      await expectFresh(page)
      expect((await request.get(address)).status()).toBe(200)
      // A fault of ours: something is written, and nobody says that it changed.
      const database = new Sqlite(join(server.dataDir, 'portal.db'))
      database.prepare('update articles set headline = ? where id = ?').run('Silently another one', id)
      database.close()
      await page.getByRole('button', { name: 'Fetch them again' }).click()
      await expect(page.getByText('Fetched again.')).toBeVisible()
      await fetchedReceipt(page)
      await expect(receipt(page).getByText(/addresses still shows? the old text\.$/)).toBeVisible()
      await expect(lineOf(page, address)).toContainText('Old text')
      await expect(lines(page).first()).toContainText('Old text')
      // What looks for problems is a script itself.
      if (javaScriptEnabled) expect(await accessibilityProblems(page)).toEqual([])
      await newsroom.unpublish(id)
      await page.goto(sheet(id))
      await page.getByRole('button', { name: 'Fetch them again' }).click()
      await expect(page.getByText('Fetched again.')).toBeVisible()
      await expectFresh(page)
      await expect(lineOf(page, address)).toContainText('404')
    })
  })
}

test('what the clock lets out has a receipt too', async ({ page, signIn, newsroom }) => {
  await signIn(ed)
  const { id } = await newsroom.writeArticle({ bylines: ['Rita Receipt'] })
  await newsroom.schedule(id, new Date(Date.now() + 500))
  await page.goto(sheet(id))
  while ((await receipt(page).count()) === 0) await page.reload()
  await expectFresh(page)
  await expect(receipt(page)).toContainText('Published by scheduler')
})

test('a receipt is for everyone, in both themes and at every width', async ({ page, signIn, newsroom }) => {
  await signIn(ed)
  const { id } = await newsroom.writeArticle({ bylines: ['Rita Receipt'] })
  await page.goto(sheet(id))
  await page.getByRole('button', { name: 'Publish now' }).click()
  await expectFresh(page)
  await expectForEveryone(page)
  await expectToFit(page, 'the receipt')
})
