import { XMLParser } from 'fast-xml-parser'
import { remy, somebody } from '../cast'
import { approve, say } from '../conversation'
import { expect, test } from '../fixtures'

test.use({ javaScriptEnabled: false })

test('a conversation is read a page at a time, in three orders', async ({ page, newsroom }) => {
  const { id, address } = await newsroom.publishArticle()
  const ids: number[] = []
  for (let count = 1; count <= 27; count += 1) ids.push(await say(somebody(), id, `Number ${count}.`))
  await page.goto(address)
  await expect(page.locator('.thread')).toHaveCount(25)
  await expect(page.locator('.thread').first()).toContainText('Number 1.')
  await page.locator('#comments').getByRole('link', { name: 'Page 2' }).click()
  await expect(page).toHaveURL(`${address}?cpage=2#comments`)
  await expect(page.locator('.thread')).toHaveCount(2)
  await page.goto(address)
  await page.getByRole('link', { name: 'Newest' }).click()
  await expect(page.locator('.thread').first()).toContainText('Number 27.')
  await page.goto(`${address}?comment=${ids[26]}#comment-${ids[26]}`)
  await expect(page.locator(`#comment-${ids[26]}`)).toContainText('Number 27.')
  expect((await page.request.get(`${address}?cpage=9`)).status()).toBe(404)
  const gone = await page.request.get(`${address}?comment=99999999`)
  expect(await gone.text()).toContain('The comment that you came for is no longer here.')
})

test('three replies stand below a comment, and the others are a link away', async ({ page, newsroom }) => {
  const { id, address } = await newsroom.publishArticle()
  const first = await say(remy, id, 'The beginning')
  const replies: number[] = []
  for (let count = 1; count <= 5; count += 1) replies.push(await say(somebody(), id, `Answer ${count}.`, first))
  const deep = await say(somebody({ name: 'Deep Diver' }), id, 'Further down', replies[4])
  await page.goto(address)
  await expect(page.locator('.replies > li')).toHaveCount(3)
  await page.getByRole('link', { name: 'Show 3 more replies' }).click()
  await expect(page.locator('.replies > li')).toHaveCount(6)
  await expect(page.locator(`#comment-${deep}`)).toContainText('in reply to Newcomer')
  await page.goto(`${address}?comment=${deep}#comment-${deep}`)
  await expect(page.locator(`#comment-${deep}`)).toBeVisible()
  await expect(page.getByText('Answer 5.')).toBeVisible()
  await expect(page.getByText('Answer 4.')).toHaveCount(0)
})

test('the feed and the cards know the conversation', async ({ page, newsroom }) => {
  const { id, address } = await newsroom.publishArticle()
  const first = await say(remy, id, 'To be fed & <read>')
  const feed = await (await page.request.get(`${address}/comments.xml`)).text()
  const { item } = new XMLParser().parse(feed).rss.channel
  expect(item.description).toBe('To be fed & <read>')
  expect(item.link).toContain(`${address}?comment=${first}#comment-${first}`)
  await approve(first)
  const { tellChangedCounts } = await import('@/lib/comments/count-duty')
  await tellChangedCounts()
  await page.goto('/latest')
  await expect(page.getByText('1 comment', { exact: true }).first()).toBeVisible()
})
