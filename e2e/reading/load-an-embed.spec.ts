import type { Page } from '@playwright/test'
import { expectForEveryone } from '../accessibility'
import { bodyOf, paragraph, picture } from '../bodies'
import { expect, test } from '../fixtures'
import type { Newsroom } from '../newsroom'

const VIDEO = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'
const FRAME = 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ'

async function publishEmbed(newsroom: Newsroom, address: string): Promise<string> {
  const attrs = { provider: 'any', address, title: 'The dam from the air', thumbnail: picture(1, 'A still') }
  const body = bodyOf(paragraph('The dam was filmed.'), { type: 'embed', attrs })
  return (await newsroom.publishArticle({ body })).address
}

/** Answers for everyone else, and notes who was asked. */
async function standIn(page: Page, ownUrl: string): Promise<string[]> {
  const asked: string[] = []
  await page.route(
    (url) => url.origin !== new URL(ownUrl).origin,
    (route) => {
      asked.push(route.request().url())
      return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Film</title><p>The film' })
    },
  )
  return asked
}

test('nobody is asked for anything until the reader asks', async ({ page, newsroom, server }) => {
  const asked = await standIn(page, server.url)
  await page.goto(await publishEmbed(newsroom, VIDEO), { waitUntil: 'networkidle' })
  const embed = page.getByRole('figure').filter({ hasText: 'The dam from the air' })
  await expect(embed.getByRole('link', { name: 'The dam from the air YouTube' })).toHaveAttribute('href', VIDEO)
  await expect(page.locator('iframe')).toHaveCount(0)
  expect(asked).toEqual([])
  await embed.getByRole('button', { name: 'Load from YouTube' }).focus()
  await page.keyboard.press('Enter')
  const frame = page.locator('iframe')
  await expect(frame).toHaveAttribute('src', FRAME)
  await expect(frame).toHaveAttribute('sandbox', /^(?!.*allow-top-navigation).*allow-scripts/)
  await expect(frame).toHaveAttribute('title', 'The dam from the air')
  await expect(frame).toBeFocused()
  await expect(page.frameLocator('iframe').getByText('The film')).toBeVisible()
  expect(asked).toEqual([FRAME])
  await expect(embed.getByRole('link', { name: 'The dam from the air YouTube' })).toBeVisible()
})

test('a page of anyone else stays a link', async ({ page, newsroom }) => {
  await page.goto(await publishEmbed(newsroom, 'https://films.example/dam'))
  await expect(page.getByRole('link', { name: 'The dam from the air films.example' })).toBeVisible()
  await expect(page.getByRole('button', { name: /Load from/ })).toHaveCount(0)
})

test('the policy lets nobody else be framed, whatever the page says', async ({
  page,
  newsroom,
  server,
  complaints,
}) => {
  const asked = await standIn(page, server.url)
  await page.goto(await publishEmbed(newsroom, VIDEO))
  await page.locator('.embed').evaluate((embed) => {
    const iframe = document.createElement('iframe')
    iframe.src = 'https://evil.example/'
    embed.append(iframe)
  })
  await expect.poll(() => complaints.length).toBeGreaterThan(0)
  expect(complaints.join()).toContain('frame-src')
  expect(asked).toEqual([])
  complaints.length = 0
})

test('axe finds nothing in either theme', async ({ page, newsroom }) => {
  await page.goto(await publishEmbed(newsroom, VIDEO))
  await expect(page.getByRole('button', { name: 'Load from YouTube' })).toBeVisible()
  await expectForEveryone(page)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the page is named and linked', async ({ page, newsroom }) => {
    await page.goto(await publishEmbed(newsroom, VIDEO))
    await expect(page.getByRole('link', { name: 'The dam from the air YouTube' })).toHaveAttribute('href', VIDEO)
    await expect(page.getByRole('button', { name: /Load from/ })).toHaveCount(0)
  })
})
