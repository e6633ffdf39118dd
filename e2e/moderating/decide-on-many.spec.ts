import { decide } from '@/lib/moderation/decision-commands'
import { accessibilityProblems, overflow } from '../accessibility'
import { mo, somebody, viewerOf } from '../cast'
import { commentRow, waiting } from '../conversation'
import { expect, test } from '../fixtures'

const QUEUE = '/dashboard/moderation'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a moderator decides on all that are marked, hears of each that was left, and undoes', async ({
      page,
      newsroom,
      signIn,
    }) => {
      const story = await newsroom.publishArticle()
      const [first, second, taken, left] = [
        await waiting(story.id, 'Larks at dawn'),
        await waiting(story.id, 'Larks at noon'),
        await waiting(story.id, 'Larks that another took'),
        await waiting(story.id, 'Larks that nobody marks'),
      ]
      await signIn(mo)
      await page.goto(`${QUEUE}?story=${story.slug}`)
      await page.getByRole('button', { name: 'Approve marked' }).click()
      await expect(page.getByText('Mark the comments that you want to decide on.')).toBeVisible()

      const mark = (text: string) =>
        page
          .getByRole('listitem')
          .filter({ hasText: text })
          .getByRole('checkbox', { name: /^Mark the comment/ })
          .check()
      for (const text of ['Larks at dawn', 'Larks at noon', 'Larks that another took']) await mark(text)
      const ana = somebody({ role: 'moderator' })
      await decide(await viewerOf(ana), { commentId: taken, revision: 1, decision: 'spam' })
      await page.getByText('Reject marked').first().click()
      await page.getByLabel('Why').selectOption('Off topic')
      await page.getByRole('button', { name: 'Reject marked' }).click()
      await expect(page.getByText('2 comments rejected; their authors are told why.')).toBeVisible()
      await expect(page.getByText('One comment was left alone')).toBeVisible()
      await expect(page.getByText(`“Larks that another took”: ${ana.name} decided on this comment`)).toBeVisible()
      const states = async () =>
        (await Promise.all([first, second, taken, left].map(commentRow))).map((row) => row?.state)
      expect(await states()).toEqual(['rejected', 'rejected', 'spam', 'pending'])

      await page.getByRole('button', { name: 'Undo all' }).click()
      await expect(page.getByText('Undone', { exact: false }).first()).toBeVisible()
      expect(await states()).toEqual(['pending', 'pending', 'spam', 'pending'])
    })
  })
}

test('the whole page is marked with one box, by keyboard alone', async ({ page, newsroom, signIn }) => {
  const story = await newsroom.publishArticle()
  const ids = [await waiting(story.id, 'Wrens at dawn'), await waiting(story.id, 'Wrens at noon')]
  await signIn(mo)
  for (const [colorScheme, width] of [
    ['light', 390],
    ['dark', 1280],
  ] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height: 900 })
    await page.goto(`${QUEUE}?story=${story.slug}`)
    expect(await accessibilityProblems(page), colorScheme).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
  }
  await page.getByLabel('All on this page').focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Approve marked' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('2 comments approved.')).toBeVisible()
  for (const id of ids) expect((await commentRow(id))?.state).toBe('approved')
})
