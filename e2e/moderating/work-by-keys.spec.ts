import { expectForEveryone, overflow } from '../accessibility'
import { mo } from '../cast'
import { commentRow, waiting } from '../conversation'
import { expect, test } from '../fixtures'
import { lookAt } from '../queue'

const QUEUE = '/dashboard/moderation'
const current = '.queue-comment[aria-current]'

test('the queue is worked by single keys', async ({ page, newsroom, signIn }) => {
  const story = await newsroom.publishArticle()
  const ids: number[] = []
  for (const words of ['First one', 'Second one', 'Third one', 'Fourth one']) ids.push(await waiting(story.id, words))
  const [first, second, third, fourth] = ids as [number, number, number, number]
  await signIn(mo)
  await page.goto(`${QUEUE}?story=${story.slug}`)
  await expect(page.getByRole('button', { name: 'Keys' })).toBeVisible()
  const { keyboard } = page
  // Nothing is looked at yet, and so nothing is decided.
  await keyboard.press('f')
  await keyboard.press('j')
  await expect(page.locator(current)).toContainText('First one')
  await keyboard.press('j')
  await expect(page.locator(current)).toContainText('Second one')
  await keyboard.press('k')
  await keyboard.press('f')
  await expect(page.getByText('Approved.', { exact: true })).toBeVisible()
  await expect(page.locator(current)).toContainText('Second one')
  expect((await commentRow(first))?.state).toBe('approved')

  await keyboard.press('u')
  await expect(page.getByText('Undone: the comment is as it was before.')).toBeVisible()
  expect((await commentRow(first))?.state).toBe('pending')

  await expect(page.locator(current)).toContainText('Second one')
  await keyboard.press('d')
  await expect(page.getByText('Reject because of')).toBeVisible()
  await keyboard.press('Escape')
  await expect(page.getByText('Reject because of')).toHaveCount(0)
  await keyboard.press('2')
  await keyboard.press('d')
  await keyboard.press('2')
  await expect(page.getByText('Rejected; its author is told why.')).toBeVisible()
  expect(await commentRow(second)).toMatchObject({ state: 'rejected', decidedReason: expect.stringMatching(/topic/) })

  await expect(page.locator(current)).toContainText('Third one')
  await keyboard.press('z')
  await expect(page.locator('.queue-comment:visible')).toHaveCount(0)
  await keyboard.press('j')
  await expect(page.getByRole('article')).toContainText('Fourth one')
  await keyboard.press('z')
  await expect(page.locator('.queue-comment:visible')).toHaveCount(3)
  await keyboard.press('e')
  await expect(page.getByText('Left to other moderators.')).toBeVisible()
  expect((await commentRow(fourth))?.escalatedAt).not.toBeNull()
  expect((await commentRow(third))?.state).toBe('pending')
})

test('what one writes in a field is no key, and the keys can be switched off', async ({ page, newsroom, signIn }) => {
  const story = await newsroom.publishArticle()
  const id = await waiting(story.id, 'Leave me alone')
  await signIn(mo)
  await page.goto(`${QUEUE}?story=${story.slug}`)
  await page.getByRole('button', { name: 'Keys' }).waitFor()
  await page.keyboard.press('/')
  await expect(page.getByLabel('Story')).toBeFocused()
  await page.keyboard.type('jf?')
  await expect(page.locator(current)).toHaveCount(0)
  await page.locator('.queue-comment').first().focus()
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keys of the queue' })
  await expect(sheet).toBeVisible()
  await expectForEveryone(page)
  await page.setViewportSize({ width: 320, height: 700 })
  expect(await overflow(page)).toBe(0)
  await sheet.getByLabel('Use these keys on this device').uncheck()
  await sheet.getByRole('button', { name: 'Close' }).click()
  await page.reload()
  await page.getByRole('button', { name: 'Keys' }).waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('f')
  await expect(page.locator(current)).toHaveCount(0)
  expect((await commentRow(id))?.state).toBe('pending')
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with a script' : 'without a script', () => {
    test.use({ javaScriptEnabled })

    test('a comment is picked from the queue, and unpicked', async ({ page, newsroom, signIn }) => {
      const story = await newsroom.publishArticle()
      const id = await waiting(story.id, 'Well put')
      await signIn(mo)
      await page.goto(`${QUEUE}?story=${story.slug}`)
      await (await lookAt(page, 'Well put')).getByRole('button', { name: /^Approve the comment/ }).click()
      await expect(page.getByText('Approved.', { exact: true })).toBeVisible()
      await page.getByRole('link', { name: /^Approved \d/ }).click()
      const item = await lookAt(page, 'Well put')
      await item.getByRole('button', { name: /^Pick the comment/ }).click()
      await expect(page.getByText('Picked. It stands among the editors’ picks.')).toBeVisible()
      expect((await commentRow(id))?.pickedAt).not.toBeNull()
      await item.getByRole('button', { name: /^Unpick the comment/ }).click()
      await expect(page.getByText('It is no longer picked.')).toBeVisible()
      expect((await commentRow(id))?.pickedAt).toBeNull()
    })
  })
}

test('what arrives meanwhile is counted, and shown when it is asked for', async ({ page, newsroom, signIn }) => {
  const story = await newsroom.publishArticle()
  await waiting(story.id, 'Early bird')
  await signIn(mo)
  await page.clock.install()
  await page.goto(`${QUEUE}?story=${story.slug}`)
  await expect(page.getByRole('link', { name: 'Pending 1', exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Keys' }).waitFor()
  await waiting(story.id, 'Late owl')
  await page.clock.runFor(11_000)
  await expect(page.getByRole('link', { name: 'Pending 2', exact: true })).toBeVisible()
  await expect(page.getByText('Late owl')).toHaveCount(0)
  await page.getByRole('link', { name: '1 more — show' }).click()
  await expect(page.getByText('Late owl')).toBeVisible()
})
