import { expectWellMadeAt } from '../accessibility'
import { bodyOf, heading, paragraph } from '../bodies'
import { expect, test } from '../fixtures'
import type { Newsroom } from '../newsroom'

const HEADINGS = ['What happened', 'Why', 'Why', 'What is not known']

async function publishLong(newsroom: Newsroom, headings = HEADINGS): Promise<string> {
  const parts = headings.flatMap((words) => [
    heading(words, words === 'Why' ? 3 : 2),
    ...Array.from({ length: 12 }, (_, line) =>
      paragraph(`${words} ${line}: the harbour froze in the night, and no boat left the quay until noon.`),
    ),
  ])
  return (await newsroom.publishArticle({ body: bodyOf(paragraph('The harbour froze.'), ...parts) })).address
}

test('four headings make a table of contents, and each entry leads to its own', async ({ page, newsroom }) => {
  await page.goto(await publishLong(newsroom))
  const contents = page.getByRole('navigation', { name: 'In this article' })
  await expect(contents.getByRole('link')).toHaveText(HEADINGS)
  await contents.getByRole('link', { name: 'Why' }).nth(1).click()
  await expect(page).toHaveURL(/#why-2$/)
  await expect(page.getByRole('heading', { name: 'Why' }).nth(1)).toBeInViewport()
})

test('three headings make none', async ({ page, newsroom }) => {
  await page.goto(await publishLong(newsroom, HEADINGS.slice(1)))
  await expect(page.getByRole('navigation', { name: 'In this article' })).toHaveCount(0)
})

test('a heading can be linked to from elsewhere', async ({ page, newsroom }) => {
  await page.goto(`${await publishLong(newsroom)}#what-is-not-known`)
  await expect(page.getByRole('heading', { name: 'What is not known' })).toBeInViewport()
})

test('beside the text, the contents stay while it is read', async ({ page, newsroom }) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto(await publishLong(newsroom))
  await page.getByRole('heading', { name: 'What is not known' }).scrollIntoViewIfNeeded()
  await expect(page.getByRole('navigation', { name: 'In this article' }).getByRole('link').first()).toBeInViewport()
})

test('axe finds nothing in either theme, on a phone, a tablet and a wide screen', async ({ page, newsroom }) => {
  await page.goto(await publishLong(newsroom))
  await expectWellMadeAt(page, 'the article', [320, 768, 1280])
})

test.describe('without JavaScript, on a phone', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } })

  test('the contents unfold and lead on, by keyboard too', async ({ page, newsroom }) => {
    await page.goto(await publishLong(newsroom))
    const summary = page.getByText('In this article').and(page.locator('summary'))
    const entry = page.getByRole('link', { name: 'What is not known' })
    await expect(entry).toBeHidden()
    await summary.focus()
    await page.keyboard.press('Enter')
    await expect(entry).toBeVisible()
    await entry.click()
    await expect(page.getByRole('heading', { name: 'What is not known' })).toBeInViewport()
  })
})
