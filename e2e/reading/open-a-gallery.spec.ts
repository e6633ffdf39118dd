import { expectForEveryone, overflow } from '../accessibility'
import { bodyOf, paragraph, picture } from '../bodies'
import { expect, test } from '../fixtures'
import type { Newsroom } from '../newsroom'

const TITLE = 'The storm in pictures'

async function publishGallery(newsroom: Newsroom, draft: object = {}): Promise<string> {
  const pictures = [picture(1, 'The quay at noon', 'Quay Street.'), picture(2, 'A mast'), picture(1, 'The quay again')]
  const gallery = { type: 'gallery' as const, attrs: { title: TITLE, pictures } }
  const body = bodyOf(paragraph('The harbour froze.'), gallery, paragraph('It thawed.'))
  return (await newsroom.publishArticle({ body, ...draft })).address
}

test('a gallery opens on the page and is walked through by keyboard', async ({ page, newsroom }) => {
  await page.goto(await publishGallery(newsroom))
  const links = page.getByRole('figure', { name: TITLE }).getByRole('link')
  await expect(links).toHaveCount(3)
  await links.nth(1).focus()
  await page.keyboard.press('Enter')
  const box = page.getByRole('dialog', { name: TITLE })
  await expect(box).toContainText('2 of 3')
  await expect(box.getByRole('img', { name: 'A mast' })).toBeInViewport()
  await page.keyboard.press('ArrowRight')
  await expect(box).toContainText('3 of 3')
  await expect(box.getByRole('img', { name: 'The quay again' })).toBeInViewport()
  await page.keyboard.press('ArrowRight')
  await expect(box).toContainText('3 of 3')
  await page.keyboard.press('Home')
  await expect(box).toContainText('1 of 3')
  await expect(box.getByText('Quay Street. Lena Ortiz')).toBeInViewport()
  await page.keyboard.press('End')
  await expect(box).toContainText('3 of 3')
  await page.keyboard.press('ArrowLeft')
  await expect(box).toContainText('2 of 3')
  await page.keyboard.press('Escape')
  await expect(box).toBeHidden()
  await expect(links.nth(1)).toBeFocused()
})

test('it has buttons, and stays on a picture that was swiped to', async ({ page, newsroom }) => {
  await page.goto(await publishGallery(newsroom))
  await page.getByRole('link', { name: /Enlarge picture 1 of 3/ }).click()
  const box = page.getByRole('dialog')
  await expect(box.getByRole('button', { name: 'Previous picture' })).toBeDisabled()
  await box.getByRole('button', { name: 'Next picture' }).click()
  await expect(box).toContainText('2 of 3')
  await box.getByRole('list').evaluate((slides) => slides.scrollTo({ left: slides.clientWidth * 2 }))
  await expect(box).toContainText('3 of 3')
  await box.getByRole('button', { name: 'Close' }).click()
  await expect(box).toBeHidden()
})

test('the focus stays inside while it is open', async ({ page, newsroom }) => {
  await page.goto(await publishGallery(newsroom))
  await page.getByRole('link', { name: /Enlarge picture 2 of 3/ }).click()
  const box = page.getByRole('dialog')
  await expect(box).toBeVisible()
  for (let tabs = 0; tabs < 8; tabs += 1) {
    await page.keyboard.press('Tab')
    const strayed = await page.evaluate(() => !document.activeElement?.closest('dialog, body:not(:has(:focus))'))
    expect(strayed).toBe(false)
  }
})

test('from right to left, the arrow to the left goes on', async ({ page, newsroom }) => {
  await page.goto(await publishGallery(newsroom, { headline: 'العاصفة', language: 'ar', direction: 'rtl' }))
  await page.getByRole('link', { name: /Enlarge picture 1 of 3/ }).click()
  const box = page.getByRole('dialog')
  await expect(box).toContainText('1 of 3')
  await page.keyboard.press('ArrowLeft')
  await expect(box).toContainText('2 of 3')
  await expect(box.getByRole('img', { name: 'A mast' })).toBeInViewport()
})

test('axe finds nothing in either theme, closed and open', async ({ page, newsroom }) => {
  await page.goto(await publishGallery(newsroom))
  await expectForEveryone(page)
  await page.getByRole('link', { name: /Enlarge picture 1 of 3/ }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectForEveryone(page)
})

test('at 320 px nothing sticks out', async ({ page, newsroom }) => {
  await page.setViewportSize({ width: 320, height: 700 })
  await page.goto(await publishGallery(newsroom))
  expect(await overflow(page)).toBeLessThanOrEqual(0)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('each picture is a link to the large one', async ({ page, newsroom, request }) => {
    await page.goto(await publishGallery(newsroom))
    const link = page.getByRole('link', { name: /Enlarge picture 1 of 3/ })
    const large = await request.get((await link.getAttribute('href')) as string)
    expect(large.status()).toBe(200)
    expect(large.headers()['content-type']).toBe('image/jpeg')
  })
})
