import { unsafeReadingConnection } from '@/db/client'
import { expectForEveryone, overflow } from '../accessibility'
import { inWords } from '../bodies'
import { ed, mo, somebody } from '../cast'
import { expect, test } from '../fixtures'
import type { Newsroom } from '../newsroom'

const HOUR = 3_600_000
/** A word that nothing else has. */
const word = () => Math.random().toString(36).slice(2, 12).padEnd(10, 'q').replace(/\d/g, 'k')

async function secret(newsroom: Newsroom) {
  const own = word()
  const body = `Nobody may read of the ${own} before its time has come, whoever they are.`
  const { id, slug, headline } = await newsroom.writeArticle({
    headline: `The ${own} is opened`,
    standfirst: `A quiet ${own} speaks up.`,
    tags: [own, 'Weather'],
    body: inWords(body),
  })
  return { id, slug, headline, own }
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with a script' : 'without a script', () => {
    test.use({ javaScriptEnabled })

    test('an embargoed article is looked for everywhere, and found nowhere', async ({ page, signIn, newsroom }) => {
      const { id } = await secret(newsroom)
      await newsroom.embargo(id, new Date(Date.now() + HOUR))
      await newsroom.publish(id)
      await signIn(ed)
      await page.goto(`/dashboard/articles/${id}/publish`)
      await page.getByRole('button', { name: 'Look for leaks' }).click()
      await page.waitForURL(/done=scanned/)
      const leaks = page.locator('#leaks')
      await expect(leaks.getByText(/^Nothing of it was found at \d{2,3} addresses\.$/)).toBeVisible()
      await expect(leaks.getByText(/^Looked by Ed Hale, /)).toBeVisible()
      await leaks.getByText(/^The \d+ addresses that show nothing of it$/).click()
      await expect(leaks.getByRole('rowheader', { name: '/latest', exact: true })).toBeVisible()
      const count = 'select detail from audit where action = ? and subject = ?'
      const detail = unsafeReadingConnection().prepare(count).pluck().all('article.scan', `article:${id}`)
      expect(detail.map((line) => JSON.parse(String(line)))).toEqual([
        { addresses: expect.any(Number), leaks: 0, failed: 0 },
      ])
    })
  })
}

test('what somebody let out is found, with where and what', async ({ page, signIn, newsroom }) => {
  const { id, headline } = await secret(newsroom)
  const { address } = await newsroom.publishArticle({ standfirst: `Soon to come: ${headline}, says the desk.` })
  await newsroom.schedule(id, new Date(Date.now() + HOUR))
  await signIn(ed)
  await page.goto(`/dashboard/articles/${id}/publish`)
  await page.getByRole('button', { name: 'Look for leaks' }).click()
  await page.waitForURL(/done=scanned/)
  const leaks = page.locator('#leaks')
  await expect(leaks.getByText(/^Something of it was found at \d+ of \d+ addresses\.$/)).toBeVisible()
  const row = leaks.getByRole('row').filter({ has: page.getByRole('rowheader', { name: '/latest', exact: true }) })
  await expect(row).toContainText('Leak')
  await expect(row).toContainText('its headline')
  await page.goto(address)
  await expect(page.getByText(headline)).toBeVisible()
  await page.goto(`/dashboard/articles/${id}/publish`)
  await expect(leaks.getByRole('button', { name: 'Look again' })).toBeVisible()
  await expectForEveryone(page)
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await overflow(page)).toBe(0)
})

test('there is nothing to look for in what readers have, and no button for whoever may not', async ({
  page,
  signIn,
  newsroom,
}) => {
  const { id } = await newsroom.publishArticle()
  const hidden = await secret(newsroom)
  await signIn(ed)
  await page.goto(`/dashboard/articles/${id}/publish`)
  await expect(page.getByRole('heading', { name: 'Move' })).toBeVisible()
  await expect(page.locator('#leaks')).toHaveCount(0)
  for (const person of [mo, somebody({ role: 'author' })]) {
    await signIn(person)
    const answer = await page.goto(`/dashboard/articles/${hidden.id}/publish`)
    expect(answer?.status()).toBe(404)
  }
})
